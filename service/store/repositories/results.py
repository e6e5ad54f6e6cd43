"""Sealed results of closed cycles, as the text that was sealed. They are added and read, never changed."""

from datetime import datetime

from sqlalchemy import select

from service.store.repositories.base import Rows
from service.store.tables import cycle_results


class Results(Rows):
    """Sealed results of a site, one a cycle."""

    def add(self, *, site_id: str, cycle_id: str, sealed_at: datetime, payload: str) -> None:
        """Keep the results of a cycle that was closed."""
        self._connection.execute(
            cycle_results.insert().values(site_id=site_id, cycle_id=cycle_id, sealed_at=sealed_at, payload=payload)
        )

    def find(self, *, site_id: str, cycle_id: str) -> str | None:
        """Return the sealed text of a cycle, or None."""
        row = cycle_results.c
        query = select(row.payload).where(row.site_id == site_id, row.cycle_id == cycle_id)
        found: str | None = self._connection.execute(query).scalar()
        return found
