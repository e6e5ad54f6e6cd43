"""Who may work on a thing right now, across processes. A lease ends by itself if its holder dies."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select

from service.store.repositories.base import Rows
from service.store.tables import leases


class Leases(Rows):
    """Named leases of a site, e.g. `issue:10001` for the one write lane of an issue. Source: design section 6."""

    def claim(self, *, site_id: str, name: str, holder: str, now: datetime, ttl_s: float) -> bool:
        """Take a lease that is free, over or already held by `holder`; False if somebody else works. Units: seconds."""
        until_at = now + timedelta(seconds=ttl_s)
        return self._take(site_id, name, holder, until_at, (leases.c.until_at <= now) | (leases.c.holder == holder))

    def take(self, *, site_id: str, name: str, holder: str, now: datetime, ttl_s: float) -> bool:
        """Take a lease that is free or over; False also if `holder` has it already. Units: seconds."""
        return self._take(site_id, name, holder, now + timedelta(seconds=ttl_s), leases.c.until_at <= now)

    def _take(self, site_id: str, name: str, holder: str, until_at: datetime, free: ColumnElement[bool]) -> bool:
        insert = self._insert(leases).values(site_id=site_id, name=name, holder=holder, until_at=until_at)
        taken = insert.on_conflict_do_update(
            index_elements=["site_id", "name"], set_={"holder": holder, "until_at": until_at}, where=free
        )
        return self._wrote(taken)

    def release(self, *, site_id: str, name: str, holder: str) -> None:
        """Give a lease back; nothing happens if it was lost meanwhile."""
        row = leases.c
        self._connection.execute(delete(leases).where(row.site_id == site_id, row.name == name, row.holder == holder))

    def held(self, *, site_id: str, holder: str, now: datetime) -> dict[str, datetime]:
        """Return the names of a holder's leases that are not over, with the instant each ends by itself."""
        lease = leases.c
        query = select(lease.name, lease.until_at).where(
            lease.site_id == site_id, lease.holder == holder, lease.until_at > now
        )
        return {row.name: row.until_at for row in self._connection.execute(query)}
