"""Take the baseline of a key result from its measured history."""

from service.domain.history import NotReplayable
from service.domain.ledger import NO_REASON, Because
from service.domain.model import KeyResult
from service.usecases.edit_key_result import edit_key_result
from service.usecases.needs import Needs
from service.usecases.read_history import read_history


def take_baseline(
    *, parts: Needs, site_id: str, by: str | None, key_result_id: str, because: Because = NO_REASON
) -> KeyResult:
    """Set the baseline to the latest measured value; in a running cycle that is an amendment like any other.

    Source: requirements 2.4. Raises: NotReplayable without a measured value, and what `edit_key_result` raises.
    """
    history = read_history(parts=parts, site_id=site_id, key_result_id=key_result_id)
    if history is None or not history.points:
        raise NotReplayable(
            "There is no measured value to take. Ask for the history first, then look again in a minute."
        )
    changes = {"baseline": history.points[-1][1]}
    return edit_key_result(
        parts=parts, site_id=site_id, by=by, key_result_id=key_result_id, changes=changes, because=because
    )
