"""Take in an install (or re-install) of the app in one product of a site."""

import logging
from dataclasses import replace
from datetime import timedelta
from typing import Final

from connect.site import Door, Installation, Product, site_host
from service.domain.model import Site
from service.domain.presets import DEFAULT_PRESET
from service.jobs import RECONCILE_SITE
from service.store import Transaction
from service.usecases.needs import Needs

SECRET_GRACE: Final = timedelta(seconds=180)
"""How long calls signed with the replaced secret are still accepted. Source: platform 1.5 A.8."""

log = logging.getLogger(__name__)


def install_site(
    *,
    parts: Needs,
    product: Product,
    client_key: str,
    shared_secret: str,
    base_url: str,
    cloud_id: str | None = None,
    oauth_client_id: str | None = None,
) -> Installation:
    """Store the installation and join it to its site: by what we know of the client key, else by cloud id, else by host.

    A product has one live installation a site; an older one under another client key ends with this one.
    """
    now = parts.now()
    with parts.store.transaction() as tx:
        known = tx.installations.find_by_client_key(client_key=client_key)
        site = _site(tx, parts, known, host=site_host(base_url), cloud_id=cloud_id)
        installation = Installation(
            id=known.id if known else parts.new_id(),
            site_id=site.id,
            door=Door.CONNECT,
            product=product,
            client_key=client_key,
            shared_secret=shared_secret,
            base_url=base_url,
            cloud_id=cloud_id or (known.cloud_id if known else None),
            oauth_client_id=oauth_client_id,
        )
        if known is None:
            for older in tx.installations.list_live(site_id=site.id):
                if older.product is product:
                    ended = replace(older, shared_secret="", previous_secret=None, previous_secret_until=None)
                    tx.installations.save(site_id=site.id, item=replace(ended, uninstalled_at=now))
            tx.installations.add(site_id=site.id, item=installation)
        else:
            if known.shared_secret and known.shared_secret != shared_secret:
                installation = replace(
                    installation, previous_secret=known.shared_secret, previous_secret_until=now + SECRET_GRACE
                )
            tx.installations.save(site_id=site.id, item=installation)
    if product is Product.JIRA:
        parts.enqueue(RECONCILE_SITE, site.id, True)
    return installation


def _site(tx: Transaction, parts: Needs, known: Installation | None, *, host: str, cloud_id: str | None) -> Site:
    """Return the site of an installation, brought up to date or new.

    A known client key keeps its site, and cannot take the name of another one, whatever the body says: the token covers the
    key only. Source: platform 1.5 A.6 and B.5.
    """
    named = tx.sites.find(cloud_id=cloud_id, host=host)
    found = tx.sites.get(site_id=known.site_id) if known else named
    if found is None:
        site = Site(id=parts.new_id(), host=host, cloud_id=cloud_id, preset=DEFAULT_PRESET)
        tx.sites.add(site=site)
        return site
    site = replace(found, uninstalled_at=None)
    if named is None or named.id == found.id:
        site = replace(site, host=host, cloud_id=found.cloud_id or cloud_id)
    else:
        log.warning("install names another site", extra={"site_id": found.id, "named_site_id": named.id})
    if site != found:
        tx.sites.save(site=site)
    return site
