"""Read what an admin decided for a site."""

from service.domain.model import Site
from service.usecases.needs import Needs


def read_settings(*, parts: Needs, site_id: str) -> Site:
    """Return the site. Raises: NotThere."""
    with parts.store.reading() as tx:
        return tx.sites.get(site_id=site_id)
