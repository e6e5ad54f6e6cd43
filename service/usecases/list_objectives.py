"""List the objectives of a cycle."""

from service.domain.model import Objective
from service.usecases.needs import Needs


def list_objectives(*, parts: Needs, site_id: str, cycle_id: str) -> tuple[Objective, ...]:
    """Return the objectives of a cycle in their order, cancelled ones included. Raises: NotThere."""
    with parts.store.reading() as tx:
        tx.cycles.get(site_id=site_id, id=cycle_id)
        return tx.objectives.of_cycle(site_id=site_id, cycle_id=cycle_id)
