"""Tenants."""

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select, update

from service.domain.errors import NotThere
from service.domain.model import Site
from service.store.repositories.base import Rows
from service.store.tables import metadata, sites


class Sites(Rows):
    """The one repository whose rows are the sites themselves."""

    def add(self, *, site: Site) -> None:
        """Insert a new site."""
        self._connection.execute(sites.insert().values(**_values(site)))

    def save(self, *, site: Site) -> None:
        """Overwrite a site. Raises: NotThere."""
        if not self._connection.execute(update(sites).where(sites.c.id == site.id).values(**_values(site))).rowcount:
            raise NotThere(f"there is no site {site.id!r}")

    def get(self, *, site_id: str, for_update: bool = False) -> Site:
        """Return a site. Raises: NotThere."""
        query = select(sites).where(sites.c.id == site_id)
        row = self._connection.execute(query.with_for_update() if for_update else query).mappings().first()
        if row is None:
            raise NotThere(f"there is no site {site_id!r}")
        return Site(**row)

    def find(self, *, cloud_id: str | None, host: str) -> Site | None:
        """Return the site of an installation: by cloud id, else by host unless that host is known under another cloud id.

        Source: design section 3, *site*.
        """
        if cloud_id is not None:
            same = self._all(sites.c.cloud_id == cloud_id)
            if same:
                return same[0]
            named = self._all(sites.c.host == host, sites.c.cloud_id.is_(None))
        else:
            named = self._all(sites.c.host == host)
        return named[0] if named else None

    def list_all(self) -> tuple[Site, ...]:
        """Return every site, live or not."""
        return self._all()

    def list_live(self) -> tuple[Site, ...]:
        """Return every site with a live installation."""
        return self._all(sites.c.uninstalled_at.is_(None))

    def list_uninstalled_before(self, *, before: datetime) -> tuple[Site, ...]:
        """Return sites whose last installation went before an instant."""
        return self._all(sites.c.uninstalled_at < before)

    def delete_everything(self, *, site_id: str) -> None:
        """Delete every row of a site in every table, and the site. Nothing can be brought back.

        The database lets history go only with a site that is marked as without the app, so it is marked first.
        """
        is_live = (sites.c.id == site_id, sites.c.uninstalled_at.is_(None))
        self._connection.execute(update(sites).where(*is_live).values(uninstalled_at=func.current_timestamp()))
        for table in reversed(metadata.sorted_tables):
            if table is not sites:
                self._connection.execute(delete(table).where(table.c.site_id == site_id))
        self._connection.execute(delete(sites).where(sites.c.id == site_id))

    def _all(self, *where: ColumnElement[bool]) -> tuple[Site, ...]:
        live_first = (sites.c.uninstalled_at.is_not(None), sites.c.uninstalled_at.desc(), sites.c.id)
        rows = self._connection.execute(select(sites).where(*where).order_by(*live_first)).mappings()
        return tuple(Site(**row) for row in rows)


def _values(site: Site) -> dict[str, Any]:
    return {f.name: getattr(site, f.name) for f in fields(Site)}
