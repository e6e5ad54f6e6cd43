"""Answer whether all key results of an objective can be reached while it fails. Source: M-19."""

from service.domain.plans import require_open
from service.domain.sufficiency import Vote
from service.usecases.needs import Needs


def vote_sufficiency(
    *, parts: Needs, site_id: str, by: str | None, objective_id: str, can_fail: bool, reason: str = ""
) -> Vote:
    """Keep a person's answer; a later one replaces the earlier. Raises: NotThere, PlanClosed."""
    with parts.store.transaction() as tx:
        objective = tx.objectives.get(site_id=site_id, id=objective_id)
        require_open(cycle=tx.cycles.get(site_id=site_id, id=objective.cycle_id), objective=objective)
        vote = Vote(objective_id=objective_id, by=by or "", can_fail=can_fail, reason=reason.strip(), at=parts.now())
        tx.success.vote(site_id=site_id, vote=vote)
    return vote
