"""The app inside one product of a site. Secrets are sealed on the way in and opened on the way out."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Connection, select

from connect.site import Installation, Product
from service.store.repositories.base import Repository
from service.store.secrets import SecretBox
from service.store.tables import installations


class Installations(Repository[Installation]):
    """Installations; an uninstalled one stays listed, with no secret."""

    table = installations
    made_of = Installation
    noun = "installation"
    order = ("product", "id")

    def __init__(self, connection: Connection, *, secrets: SecretBox) -> None:
        super().__init__(connection)
        self._secrets = secrets

    def find_by_client_key(self, *, client_key: str) -> Installation | None:
        """Return the installation that a token's issuer names, live or not. The only look-up that precedes knowing the site."""
        return self._first(select(installations).where(installations.c.client_key == client_key))

    def find_live(self, *, site_id: str, product: Product) -> Installation | None:
        """Return the live installation of a product on a site, or None."""
        live = (installations.c.product == product, installations.c.uninstalled_at.is_(None))
        return self._first(self._select(site_id).where(*live))

    def list_live(self, *, site_id: str) -> tuple[Installation, ...]:
        """Return every live installation of a site."""
        return self._all(self._select(site_id).where(installations.c.uninstalled_at.is_(None)))

    def add(self, *, site_id: str, item: Installation) -> None:
        """Insert a new installation of that site."""
        self._connection.execute(installations.insert().values(**self._values(replace(item, site_id=site_id))))

    def _values(self, item: Installation) -> dict[str, Any]:
        values = {f.name: getattr(item, f.name) for f in fields(Installation)}
        values["shared_secret"] = self._secrets.seal(item.shared_secret) if item.shared_secret else None
        values["previous_secret"] = self._secrets.seal(item.previous_secret) if item.previous_secret else None
        return values

    def _object(self, row: Mapping[Any, Any]) -> Installation:
        values = dict(row)
        values["shared_secret"] = self._secrets.open(row["shared_secret"]) if row["shared_secret"] else ""
        values["previous_secret"] = self._secrets.open(row["previous_secret"]) if row["previous_secret"] else None
        return Installation(**values)
