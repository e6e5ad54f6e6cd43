"""List what a check found, by the scope it owns."""

from service.domain.board import Problem
from service.usecases.needs import Needs


def list_problems(*, parts: Needs, site_id: str, scope: str) -> tuple[Problem, ...]:
    """Return what the last check of a scope found and a person must put right."""
    with parts.store.reading() as tx:
        return tx.problems.list(site_id=site_id, scope=scope)
