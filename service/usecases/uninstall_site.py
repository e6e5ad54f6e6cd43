"""Take in an uninstall: the installation stays as a marked row without secrets, the site's rows wait for a re-install."""

from dataclasses import replace

from service.usecases.needs import Needs


def uninstall_site(*, parts: Needs, client_key: str) -> None:
    """Mark the installation and clear its secrets; the site ends with its last installation.

    An unknown key, or one uninstalled before, is fine: the aim is reached.
    """
    now = parts.now()
    with parts.store.transaction() as tx:
        found = tx.installations.find_by_client_key(client_key=client_key)
        if found is None or found.uninstalled_at is not None:
            return
        cleared = replace(found, shared_secret="", previous_secret=None, previous_secret_until=None, uninstalled_at=now)
        tx.installations.save(site_id=found.site_id, item=cleared)
        if not tx.installations.list_live(site_id=found.site_id):
            site = tx.sites.get(site_id=found.site_id, for_update=True)
            tx.sites.save(site=replace(site, uninstalled_at=now))
