"""List the planning periods of a site."""

from service.domain.model import Cycle
from service.usecases.needs import Needs


def list_cycles(*, parts: Needs, site_id: str) -> tuple[Cycle, ...]:
    """Return every cycle, earliest first."""
    with parts.store.reading() as tx:
        return tx.cycles.list(site_id=site_id)
