"""Read one cycle."""

from service.domain.model import Cycle
from service.usecases.needs import Needs


def read_cycle(*, parts: Needs, site_id: str, cycle_id: str) -> Cycle:
    """Return a cycle. Raises: NotThere."""
    with parts.store.reading() as tx:
        return tx.cycles.get(site_id=site_id, id=cycle_id)
