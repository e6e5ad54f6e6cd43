"""Webhook deliveries already received. Source: design section 6, WEBHOOK."""

from datetime import datetime

from sqlalchemy import delete

from service.store.repositories.base import Rows
from service.store.tables import deliveries


class Deliveries(Rows):
    """The done-table of webhooks; Atlassian repeats a delivery under its identifier."""

    def remember(self, *, site_id: str, installation_id: str, delivery_id: str, at: datetime) -> bool:
        """Note a delivery; False if it was noted before."""
        return self._insert_new(
            deliveries,
            {
                "site_id": site_id,
                "installation_id": installation_id,
                "delivery_id": delivery_id,
                "received_at": at,
            },
        )

    def forget(self, *, site_id: str, installation_id: str, delivery_id: str) -> None:
        """Take a note back, so that the product's next try counts as the first."""
        row = deliveries.c
        mine = (row.site_id == site_id, row.installation_id == installation_id, row.delivery_id == delivery_id)
        self._connection.execute(delete(deliveries).where(*mine))

    def forget_before(self, *, before: datetime) -> int:
        """Drop deliveries of all sites received before an instant; return how many."""
        return self._connection.execute(delete(deliveries).where(deliveries.c.received_at < before)).rowcount
