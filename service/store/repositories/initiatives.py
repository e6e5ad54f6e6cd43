"""Links of issues to key results."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import Select, delete, select

from service.domain.model import Initiative
from service.store.repositories.base import Rows
from service.store.tables import initiatives, key_results, objectives


class Initiatives(Rows):
    """Initiatives of a site, oldest link first."""

    def link(self, *, site_id: str, initiative: Initiative) -> bool:
        """Link an issue to a key result; False if it already was."""
        values = {f.name: getattr(initiative, f.name) for f in fields(Initiative)}
        insert = self._insert(initiatives).values(site_id=site_id, **values)
        same = ("site_id", "key_result_id", "issue_id")
        return self._wrote(insert.on_conflict_do_nothing(index_elements=same))

    def unlink(self, *, site_id: str, key_result_id: str, issue_id: str) -> bool:
        """Remove a link; False if there was none."""
        row = initiatives.c
        gone = delete(initiatives).where(
            row.site_id == site_id, row.key_result_id == key_result_id, row.issue_id == issue_id
        )
        return bool(self._connection.execute(gone).rowcount)

    def of_issue(self, *, site_id: str, issue_id: str) -> tuple[Initiative, ...]:
        """Return the links of an issue."""
        return self._all(self._select(site_id).where(initiatives.c.issue_id == issue_id))

    def of_key_result(self, *, site_id: str, key_result_id: str) -> tuple[Initiative, ...]:
        """Return the links of a key result."""
        return self._all(self._select(site_id).where(initiatives.c.key_result_id == key_result_id))

    def of_cycle(self, *, site_id: str, cycle_id: str) -> tuple[Initiative, ...]:
        """Return the links of every key result of a cycle."""
        inside = (
            select(key_results.c.id)
            .join(
                objectives,
                (objectives.c.site_id == key_results.c.site_id) & (objectives.c.id == key_results.c.objective_id),
            )
            .where(key_results.c.site_id == site_id, objectives.c.cycle_id == cycle_id)
        )
        return self._all(self._select(site_id).where(initiatives.c.key_result_id.in_(inside)))

    def list(self, *, site_id: str) -> tuple[Initiative, ...]:
        """Return every link of the site."""
        return self._all(self._select(site_id))

    def _select(self, site_id: str) -> Select[Any]:
        row = initiatives.c
        return (
            select(initiatives).where(row.site_id == site_id).order_by(row.linked_at, row.issue_id, row.key_result_id)
        )

    def _all(self, query: Select[Any]) -> tuple[Initiative, ...]:
        return tuple(_initiative(row) for row in self._connection.execute(query).mappings())


def _initiative(row: Mapping[Any, Any]) -> Initiative:
    return Initiative(**{name: value for name, value in row.items() if name != "site_id"})
