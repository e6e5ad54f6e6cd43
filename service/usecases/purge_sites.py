"""Delete what belongs to sites that have been without the app for long."""

import logging
from datetime import timedelta
from typing import Final

from service.usecases.needs import Needs

KEEP_UNINSTALLED: Final = timedelta(days=30)
"""A site that re-installs within this time finds everything as it left it."""
KEEP_DELIVERIES: Final = timedelta(days=7)
"""Longer than any product repeats a webhook."""

log = logging.getLogger(__name__)


def purge_sites(*, parts: Needs) -> int:
    """Delete every row of sites uninstalled 30 days ago or more, and old webhook deliveries; return how many sites went."""
    now = parts.now()
    with parts.store.transaction() as tx:
        tx.deliveries.forget_before(before=now - KEEP_DELIVERIES)
        gone = tx.sites.list_uninstalled_before(before=now - KEEP_UNINSTALLED)
    for site in gone:
        with parts.store.transaction() as tx:
            still = tx.sites.get(site_id=site.id, for_update=True)
            if still.uninstalled_at is None or still.uninstalled_at > now - KEEP_UNINSTALLED:
                continue  # it came back a moment ago
            tx.sites.delete_everything(site_id=site.id)
        log.info("site purged", extra={"site_id": site.id})
    return len(gone)
