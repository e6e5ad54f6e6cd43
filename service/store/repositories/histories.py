"""Measured histories of key results."""

from dataclasses import fields

from sqlalchemy import delete, select

from service.domain.history import History
from service.store.repositories.base import Rows
from service.store.tables import histories

_COLUMNS = {"values": "weekly"}
"""A column may not be called `values` on every database."""


class Histories(Rows):
    """Histories of a site, the last measured one a key result."""

    def find(self, *, site_id: str, key_result_id: str) -> History | None:
        """Return the history of a key result, or None."""
        row = histories.c
        named = [row[_COLUMNS.get(f.name, f.name)].label(f.name) for f in fields(History)]
        query = select(*named).where(row.site_id == site_id, row.key_result_id == key_result_id)
        found = self._connection.execute(query).mappings().first()
        return None if found is None else History(**found)

    def put(self, *, site_id: str, key_result_id: str, history: History) -> None:
        """Keep a history instead of the one measured before."""
        values = {_COLUMNS.get(f.name, f.name): getattr(history, f.name) for f in fields(History)}
        self._put(histories, {"site_id": site_id, "key_result_id": key_result_id, **values})

    def forget(self, *, site_id: str, key_result_id: str) -> None:
        """Drop a history that says nothing of how the key result is measured now."""
        row = histories.c
        gone = delete(histories).where(row.site_id == site_id, row.key_result_id == key_result_id)
        self._connection.execute(gone)
