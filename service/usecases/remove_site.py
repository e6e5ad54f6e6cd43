"""Forget a site: every row it has. What stands in Jira and Confluence stays there."""

from service.usecases.needs import Needs


def remove_site(*, parts: Needs, site_id: str) -> None:
    """Delete everything Northstar knows about a site. Raises: NotThere."""
    with parts.store.transaction() as tx:
        tx.sites.get(site_id=site_id)
        tx.sites.delete_everything(site_id=site_id)
