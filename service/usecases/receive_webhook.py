"""Receive a webhook: remember the delivery, queue one look at the issue. What happened is read from Jira later, never from the body."""

from service.jobs import APPLY_ISSUE_CHANGE
from service.usecases.needs import Needs


def receive_webhook(*, parts: Needs, site_id: str, installation_id: str, delivery_id: str, issue_id: str) -> bool:
    """Queue a look at the issue unless this delivery was seen before; tell whether it was queued.

    If the queue refuses, the delivery is forgotten and the error goes on: Jira will try again. Source: platform 3.1.
    """
    with parts.store.transaction() as tx:
        first = tx.deliveries.remember(
            site_id=site_id, installation_id=installation_id, delivery_id=delivery_id, at=parts.now()
        )
    if not first:
        return False
    try:
        parts.enqueue(APPLY_ISSUE_CHANGE, site_id, issue_id)
    except Exception:
        with parts.store.transaction() as tx:
            tx.deliveries.forget(site_id=site_id, installation_id=installation_id, delivery_id=delivery_id)
        raise
    return True
