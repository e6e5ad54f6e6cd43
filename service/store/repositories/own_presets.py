"""Presets that a site derived. They are added and read; an altered doctrine is another preset."""

from dataclasses import fields

from sqlalchemy import select

from service.domain.presets.own import OwnPreset
from service.store.repositories.base import Rows
from service.store.tables import own_presets

COLUMNS = tuple(f.name for f in fields(OwnPreset))


class OwnPresets(Rows):
    """Derived presets of a site, oldest first."""

    def add(self, *, site_id: str, own: OwnPreset) -> bool:
        """Add a preset; False if the site has one under this key."""
        values = {name: getattr(own, name) for name in COLUMNS}
        return self._insert_new(own_presets, {"site_id": site_id, **values, "changes": dict(own.changes)})

    def list(self, *, site_id: str) -> tuple[OwnPreset, ...]:
        """Return every derived preset of the site."""
        row = own_presets.c
        query = select(*(row[name] for name in COLUMNS)).where(row.site_id == site_id).order_by(row.at, row.key)
        return tuple(OwnPreset(**found) for found in self._connection.execute(query).mappings())
