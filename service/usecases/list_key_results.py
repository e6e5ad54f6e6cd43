"""List the key results of an objective."""

from service.domain.model import KeyResult
from service.usecases.needs import Needs


def list_key_results(*, parts: Needs, site_id: str, objective_id: str) -> tuple[KeyResult, ...]:
    """Return the key results of an objective in their order, cancelled ones included. Raises: NotThere."""
    with parts.store.reading() as tx:
        tx.objectives.get(site_id=site_id, id=objective_id)
        return tx.key_results.of_objective(site_id=site_id, objective_id=objective_id)
