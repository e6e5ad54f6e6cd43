"""Keep an issue from being written while Jira asks us to wait, so that the sweep's jobs don't each ask again."""

from service.usecases.needs import Needs
from service.usecases.sync.lane import shut


def hold_objective(*, parts: Needs, site_id: str, objective_id: str, for_s: float) -> None:
    """Shut the epic of an objective for writing. Units: seconds."""
    with parts.store.reading() as tx:
        objective = tx.objectives.find(site_id=site_id, id=objective_id)
    if objective is not None and objective.epic_id is not None:
        shut(parts=parts, site_id=site_id, issue_id=objective.epic_id, for_s=for_s)


def hold_issue(*, parts: Needs, site_id: str, issue_id: str, for_s: float) -> None:
    """Shut a linked issue for writing. Units: seconds."""
    shut(parts=parts, site_id=site_id, issue_id=issue_id, for_s=for_s)
