"""How far periodic passes have come."""

from datetime import datetime

from sqlalchemy import delete, select

from service.store.repositories.base import Rows
from service.store.tables import cursors


class Cursors(Rows):
    """Named instants of a site, e.g. the start of the last complete delta pass."""

    def find(self, *, site_id: str, name: str) -> datetime | None:
        """Return the instant, or None if the pass never ran."""
        query = select(cursors.c.at).where(cursors.c.site_id == site_id, cursors.c.name == name)
        return self._connection.execute(query).scalar_one_or_none()

    def put(self, *, site_id: str, name: str, at: datetime) -> None:
        """Move a cursor."""
        self._put(cursors, {"site_id": site_id, "name": name, "at": at})

    def forget(self, *, site_id: str, name: str) -> None:
        """Drop a cursor: the pass begins anew."""
        self._connection.execute(delete(cursors).where(cursors.c.site_id == site_id, cursors.c.name == name))
