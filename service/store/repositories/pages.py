"""Confluence pages of cycles: where they are, what was last written, what awaits writing."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import case, or_, select, update

from service.store.records import CyclePage, Due
from service.store.repositories.base import Rows
from service.store.tables import cycle_pages, sites

#: Moved atomically by the methods below, never by `save`.
KEPT_APART = frozenset({"changed_rev", "published_rev", "next_publish_at"})


class Pages(Rows):
    """At most one page a cycle."""

    def find(self, *, site_id: str, cycle_id: str) -> CyclePage | None:
        """Return the page of a cycle, or None if nothing was ever marked or published."""
        row = cycle_pages.c
        query = select(cycle_pages).where(row.site_id == site_id, row.cycle_id == cycle_id)
        found = self._connection.execute(query).mappings().first()
        return None if found is None else _page(found)

    def list(self, *, site_id: str) -> tuple[CyclePage, ...]:
        """Return the pages of all cycles of a site."""
        query = select(cycle_pages).where(cycle_pages.c.site_id == site_id).order_by(cycle_pages.c.cycle_id)
        return tuple(_page(row) for row in self._connection.execute(query).mappings())

    def save(self, *, site_id: str, page: CyclePage) -> None:
        """Insert the page or overwrite where it is and what was written; revisions and schedule stay."""
        values = {f.name: getattr(page, f.name) for f in fields(CyclePage) if f.name not in KEPT_APART}
        self._put(cycle_pages, {"site_id": site_id, **values})

    def mark_changed(self, *, site_id: str, cycle_id: str, publish_at: datetime) -> bool:
        """Count one change of a cycle; True if no publication was scheduled and one is now, for `publish_at`.

        The caller enqueues exactly when it gets True: a burst of changes becomes one publication.
        """
        before = self.find(site_id=site_id, cycle_id=cycle_id)
        insert = self._insert(cycle_pages).values(
            site_id=site_id, cycle_id=cycle_id, changed_rev=1, next_publish_at=publish_at
        )
        row = cycle_pages.c
        scheduled = case((row.next_publish_at.is_(None), publish_at), else_=row.next_publish_at)
        self._connection.execute(
            insert.on_conflict_do_update(
                index_elements=["site_id", "cycle_id"],
                set_={"changed_rev": row.changed_rev + 1, "next_publish_at": scheduled},
            )
        )
        return before is None or before.next_publish_at is None

    def claim(self, *, site_id: str, cycle_id: str) -> CyclePage:
        """Clear the schedule and return the page as it stands: later changes will schedule a new publication.

        Publish `changed_rev` of the answer and then call `mark_published` with it.
        """
        self._insert_new(cycle_pages, {"site_id": site_id, "cycle_id": cycle_id})
        self._update(site_id, cycle_id, next_publish_at=None)
        page = self.find(site_id=site_id, cycle_id=cycle_id)
        if page is None:
            raise RuntimeError("the page row was inserted a moment ago in this transaction")
        return page

    def mark_published(self, *, site_id: str, cycle_id: str, rev: int, at: datetime) -> None:
        """Note that revision `rev` stands in Confluence; an older one never takes back a newer one."""
        told = cycle_pages.c.published_rev
        newest = case((told < rev, rev), else_=told)
        self._update(site_id, cycle_id, published_rev=newest, published_at=at, publish_error=None)

    def mark_failed(self, *, site_id: str, cycle_id: str, error: str, retry_at: datetime) -> None:
        """Note for people why the page could not be written; the sweep leaves it alone until `retry_at`."""
        self._update(site_id, cycle_id, publish_error=error, next_publish_at=retry_at)

    def unpublished(self, *, now: datetime, limit: int) -> tuple[Due, ...]:
        """Return cycles of all live sites whose page awaits writing and whose time has come; `Due.id` is the cycle's."""
        row = cycle_pages.c
        query = (
            select(row.site_id, row.cycle_id, row.changed_rev)
            .join(sites, sites.c.id == row.site_id)
            .where(
                row.changed_rev > row.published_rev,
                sites.c.uninstalled_at.is_(None),
                sites.c.space_key.is_not(None),
            )
            .where(or_(row.next_publish_at.is_(None), row.next_publish_at <= now))
            .order_by(row.next_publish_at, row.site_id, row.cycle_id)
            .limit(limit)
        )
        return tuple(Due(site_id=site, id=cycle, rev=rev) for site, cycle, rev in self._connection.execute(query))

    def _update(self, site_id: str, cycle_id: str, **values: Any) -> None:
        row = cycle_pages.c
        self._connection.execute(
            update(cycle_pages).where(row.site_id == site_id, row.cycle_id == cycle_id).values(**values)
        )


def _page(row: Mapping[Any, Any]) -> CyclePage:
    return CyclePage(**{name: value for name, value in row.items() if name != "site_id"})
