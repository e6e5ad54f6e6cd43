"""Ask for the measured history of a key result: what can be refused is refused now, Jira is read by a worker."""

from service.jobs import MEASURE_HISTORY
from service.usecases.asked import ask_once, history_wish
from service.usecases.epic_editor import require_speaker
from service.usecases.measuring.subject import read_subject, source_of_subject
from service.usecases.needs import Needs


def ask_for_history(*, parts: Needs, site_id: str, by: str | None, key_result_id: str) -> None:
    """Enqueue the measurement; while one is under way nothing is added.

    Raises: NotThere, Forbidden, NotReplayable, JqlInvalid, ProductError.
    """
    subject = read_subject(parts=parts, site_id=site_id, key_result_id=key_result_id)
    require_speaker(parts=parts, site_id=site_id, by=by, key_result=subject.key_result, objective=subject.objective)
    source_of_subject(parts=parts, site_id=site_id, subject=subject)
    if ask_once(parts=parts, site_id=site_id, name=history_wish(key_result_id)):
        parts.enqueue(MEASURE_HISTORY, site_id, key_result_id)
