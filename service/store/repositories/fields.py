"""Jira field ids of our field keys (`kr-1` → `customfield_10101`), which differ from site to site."""

from collections.abc import Mapping

from sqlalchemy import delete, select

from service.store.repositories.base import Rows
from service.store.tables import fields


class Fields(Rows):
    """Our fields as they stand in a site's Jira."""

    def ids(self, *, site_id: str) -> dict[str, str]:
        """Return field key → Jira field id of every field known on the site."""
        rows = self._connection.execute(select(fields).where(fields.c.site_id == site_id).order_by(fields.c.field_key))
        return {row.field_key: row.field_id for row in rows}

    def find_id(self, *, site_id: str, field_key: str) -> str | None:
        """Return the Jira field id of a field key, or None if the field was not found yet."""
        return self._connection.execute(
            select(fields.c.field_id).where(fields.c.site_id == site_id, fields.c.field_key == field_key)
        ).scalar_one_or_none()

    def replace(self, *, site_id: str, ids: Mapping[str, str]) -> None:
        """Store what Jira shows now; fields that are no longer there are forgotten."""
        gone = delete(fields).where(fields.c.site_id == site_id, fields.c.field_key.not_in(sorted(ids)))
        self._connection.execute(gone)
        for field_key, field_id in sorted(ids.items()):
            self._put(fields, {"site_id": site_id, "field_key": field_key, "field_id": field_id})
