"""List the sites Northstar knows. For the operator's commands only: it is the one read that crosses sites."""

from service.domain.model import Site
from service.usecases.needs import Needs


def list_sites(*, parts: Needs) -> tuple[Site, ...]:
    """Return every site, uninstalled ones included, by host."""
    with parts.store.reading() as tx:
        return tuple(sorted(tx.sites.list_all(), key=lambda site: site.host))
