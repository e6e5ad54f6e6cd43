"""Find the cycle to show."""

from service.domain.cycles import current
from service.domain.model import Cycle
from service.usecases.needs import Needs


def current_cycle(*, parts: Needs, site_id: str) -> Cycle | None:
    """Return the cycle that is under way, else the nearest one, or None if there is none."""
    with parts.store.reading() as tx:
        return current(cycles=tx.cycles.list(site_id=site_id), today=parts.now().date())
