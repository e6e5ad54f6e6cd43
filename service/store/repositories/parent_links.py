"""Further ways up from an objective, beside its parent."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, delete, select

from service.domain.model import ParentLink
from service.store.repositories.base import Rows
from service.store.tables import objectives, parent_links


class ParentLinks(Rows):
    """Links of a site by child."""

    def of_child(self, *, site_id: str, child_id: str) -> tuple[ParentLink, ...]:
        """Return the further parents of an objective."""
        return self._all(self._select(site_id).where(parent_links.c.child_id == child_id))

    def of_cycle(self, *, site_id: str, cycle_id: str) -> tuple[ParentLink, ...]:
        """Return the links whose child belongs to a cycle."""
        inside = select(objectives.c.id).where(objectives.c.site_id == site_id, objectives.c.cycle_id == cycle_id)
        return self._all(self._select(site_id).where(parent_links.c.child_id.in_(inside)))

    def replace(self, *, site_id: str, child_id: str, links: Iterable[ParentLink]) -> None:
        """Store the further parents of an objective; those it had before are forgotten."""
        row = parent_links.c
        self._connection.execute(delete(parent_links).where(row.site_id == site_id, row.child_id == child_id))
        for link in links:
            values = {"child_id": child_id, "parent_id": link.parent_id, "share": link.share}
            self._connection.execute(parent_links.insert().values(site_id=site_id, **values))

    def _select(self, site_id: str) -> Select[Any]:
        row = parent_links.c
        query = select(row.child_id, row.parent_id, row.share).where(row.site_id == site_id)
        return query.order_by(row.child_id, row.parent_id)

    def _all(self, query: Select[Any]) -> tuple[ParentLink, ...]:
        found = self._connection.execute(query)
        return tuple(ParentLink(child_id=child, parent_id=parent, share=share) for child, parent, share in found)
