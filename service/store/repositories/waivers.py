"""Waivers of output key results."""

from dataclasses import fields
from typing import Any

from sqlalchemy import Select, delete, select

from service.domain.waivers import Waiver
from service.store.repositories.base import Rows
from service.store.tables import key_results, objectives, waivers

COLUMNS = tuple(f.name for f in fields(Waiver))


class Waivers(Rows):
    """Waivers of a site, at most one a key result."""

    def find(self, *, site_id: str, key_result_id: str) -> Waiver | None:
        """Return the waiver of a key result, or None."""
        found = self._all(self._select(site_id).where(waivers.c.key_result_id == key_result_id))
        return found[0] if found else None

    def of_cycle(self, *, site_id: str, cycle_id: str) -> tuple[Waiver, ...]:
        """Return the waivers of a cycle's key results."""
        inside = (
            select(key_results.c.id)
            .join(
                objectives,
                (objectives.c.site_id == key_results.c.site_id) & (objectives.c.id == key_results.c.objective_id),
            )
            .where(key_results.c.site_id == site_id, objectives.c.cycle_id == cycle_id)
        )
        return self._all(self._select(site_id).where(waivers.c.key_result_id.in_(inside)))

    def list(self, *, site_id: str) -> tuple[Waiver, ...]:
        """Return every waiver of the site."""
        return self._all(self._select(site_id))

    def put(self, *, site_id: str, waiver: Waiver) -> None:
        """Insert a waiver or overwrite the one of the same key result."""
        self._put(waivers, {"site_id": site_id, **{name: getattr(waiver, name) for name in COLUMNS}})

    def remove(self, *, site_id: str, key_result_id: str) -> None:
        """Take a waiver back."""
        row = waivers.c
        self._connection.execute(delete(waivers).where(row.site_id == site_id, row.key_result_id == key_result_id))

    def _select(self, site_id: str) -> Select[Any]:
        query = select(*(waivers.c[name] for name in COLUMNS)).where(waivers.c.site_id == site_id)
        return query.order_by(waivers.c.expires_on, waivers.c.key_result_id)

    def _all(self, query: Select[Any]) -> tuple[Waiver, ...]:
        return tuple(Waiver(**row) for row in self._connection.execute(query).mappings())
