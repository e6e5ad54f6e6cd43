"""The key result that is voted on, and what may be shown of a round of votes."""

import re
from dataclasses import dataclass
from typing import ClassVar, Final

from service.domain.calibration import RoundState, Summary, VoteRound, summary
from service.domain.errors import DomainError
from service.domain.model import KeyResult, Objective
from service.domain.plans import require_open
from service.store import Transaction

_NAME: Final = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$")


class RoundNameInvalid(DomainError):
    """A round's name is not short and plain."""

    code: ClassVar[str] = "round_name_invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundView:
    """A round: how many sealed and revealed, whether the asking person did; the votes only once it is closed."""

    key_result_id: str
    name: str
    state: RoundState
    sealed: int
    revealed: int
    is_mine_sealed: bool
    summary: Summary | None


def votable(*, tx: Transaction, site_id: str, key_result_id: str, name: str) -> tuple[KeyResult, Objective]:
    """Return the key result and its objective if they may be voted on.

    Raises: NotThere, PlanClosed, RoundNameInvalid.
    """
    if not _NAME.match(name):
        raise RoundNameInvalid(
            "Name the round with up to 32 letters, digits, dots or dashes, e.g. planning.", field="round"
        )
    key_result = tx.key_results.get(site_id=site_id, id=key_result_id)
    objective = tx.objectives.get(site_id=site_id, id=key_result.objective_id)
    require_open(
        cycle=tx.cycles.get(site_id=site_id, id=objective.cycle_id), objective=objective, key_result=key_result
    )
    return key_result, objective


def look(*, tx: Transaction, site_id: str, vote_round: VoteRound, by: str | None) -> RoundView:
    """Return what a person may see of a round; nobody sees another's vote, and no vote before all are given."""
    key = {"site_id": site_id, "key_result_id": vote_round.key_result_id, "round_name": vote_round.name}
    sealed, votes = tx.votes.counted(**key)
    mine = tx.votes.find_sealed(**key, voter=by) if by is not None else None
    return RoundView(
        key_result_id=vote_round.key_result_id,
        name=vote_round.name,
        state=vote_round.state,
        sealed=sealed,
        revealed=len(votes),
        is_mine_sealed=mine is not None,
        summary=summary(votes=votes) if vote_round.state is RoundState.CLOSED else None,
    )
