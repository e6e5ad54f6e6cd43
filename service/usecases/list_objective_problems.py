"""List what the last attempt to write an objective's epic met."""

from service.domain.board.shapes import Problem
from service.usecases.needs import Needs


def list_objective_problems(*, parts: Needs, site_id: str, objective_id: str) -> tuple[Problem, ...]:
    """Return what a person must put right in Jira for this objective: a field that is on no screen, a missing permission."""
    with parts.store.reading() as tx:
        return tx.problems.list(site_id=site_id, scope=f"objective:{objective_id}")
