"""Level-triggered publishing: a row counts its changes and how many of them Jira was told. Source: design section 6.

No job is decided here; whoever commits a change enqueues, and the sweep repairs what got lost.
"""

from sqlalchemy import ColumnElement, case, select

from service.store.records import Due
from service.store.repositories.base import Repository, T
from service.store.tables import sites


class Published(Repository[T]):
    """A repository whose rows carry `changed_rev`, `published_rev` and `publish_error`."""

    kept_apart = frozenset({"changed_rev", "published_rev", "publish_error"})

    def mark_changed(self, *, site_id: str, id: str) -> None:
        """Count one change, in the database, so that two at once count two; an earlier failure is forgotten.

        Raises: NotThere.
        """
        self._change(
            site_id=site_id,
            id=id,
            values={"changed_rev": self.table.c.changed_rev + 1, "publish_error": None},
        )

    def mark_published(self, *, site_id: str, id: str, rev: int) -> None:
        """Note that revision `rev` stands in the product; an older one never takes back a newer one.

        Raises: NotThere.
        """
        told = self.table.c.published_rev
        self._change(
            site_id=site_id,
            id=id,
            values={"published_rev": case((told < rev, rev), else_=told), "publish_error": None},
        )

    def mark_failed(self, *, site_id: str, id: str, error: str) -> None:
        """Note for people why publishing was given up; the next change tries again.

        Raises: NotThere.
        """
        self._change(site_id=site_id, id=id, values={"publish_error": error})

    def unpublished(self, *, limit: int, include_failed: bool = False) -> tuple[Due, ...]:
        """Return rows of all live sites that await publishing, those waiting longest in revisions first."""
        row = self.table.c
        query = (
            select(row.site_id, row.id, row.changed_rev)
            .join(sites, sites.c.id == row.site_id)
            .where(row.changed_rev > row.published_rev, sites.c.uninstalled_at.is_(None), *self._publishable())
            .order_by((row.changed_rev - row.published_rev).desc(), row.site_id, row.id)
            .limit(limit)
        )
        if not include_failed:
            query = query.where(row.publish_error.is_(None))
        return tuple(Due(site_id=site, id=id, rev=rev) for site, id, rev in self._connection.execute(query))

    def _publishable(self) -> tuple[ColumnElement[bool], ...]:
        return ()
