"""Look after the pages of a site: bring each up to date, and put back what was deleted."""

import logging
from dataclasses import dataclass

from connect.errors import ConnectError
from service.domain.errors import DomainError
from service.domain.model import CycleState
from service.usecases.needs import Needs
from service.usecases.publish_cycle import publish_cycle

log = logging.getLogger(__name__)
SHOWN = (CycleState.ACTIVE, CycleState.REVIEW)


@dataclass(frozen=True, slots=True)
class PagesPublished:
    """How many pages were looked at, and how many of them had to be written."""

    looked_at: int
    written: int


def publish_pages(*, parts: Needs, site_id: str) -> PagesPublished:
    """Publish the page of every running cycle; a site that chose no space has none.

    One page's trouble does not keep the others from being written; the first is raised when all were tried.
    """
    with parts.store.reading() as tx:
        if not tx.sites.get(site_id=site_id).space_key:
            return PagesPublished(0, 0)
        cycles = [cycle for cycle in tx.cycles.list(site_id=site_id) if cycle.state in SHOWN]
    written = 0
    trouble: Exception | None = None
    for cycle in cycles:
        try:
            written += publish_cycle(parts=parts, site_id=site_id, cycle_id=cycle.id, force=True).written
        except (DomainError, ConnectError) as error:
            log.warning("page not published", extra={"site_id": site_id, "cycle_id": cycle.id})
            trouble = trouble or error
    if trouble is not None:
        raise trouble
    return PagesPublished(len(cycles), written)
