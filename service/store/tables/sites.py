"""Tables of tenants and of the app installed in them."""

from sqlalchemy import Column, ForeignKey, Index, String, Table, Text, UniqueConstraint

from connect.site import Door, Product
from service.store.tables.base import metadata
from service.store.types import EnumText, Instant

sites = Table(
    "sites",
    metadata,
    Column("id", String, primary_key=True),
    Column("host", String, nullable=False),
    Column("cloud_id", String),
    Column("space_key", String),
    Column("preset", String, nullable=False),
    Column("uninstalled_at", Instant),
    UniqueConstraint("cloud_id"),
    Index(None, "host"),
)

installations = Table(
    "installations",
    metadata,
    Column("id", String, primary_key=True),
    Column("site_id", String, ForeignKey("sites.id"), nullable=False),
    Column("door", EnumText(Door), nullable=False),
    Column("product", EnumText(Product), nullable=False),
    Column("client_key", String, nullable=False),
    # Sealed; empty after an uninstall. Source: platform 1.5 A.8.
    Column("shared_secret", Text),
    Column("previous_secret", Text),
    Column("previous_secret_until", Instant),
    Column("base_url", String, nullable=False),
    Column("cloud_id", String),
    Column("oauth_client_id", String),
    Column("uninstalled_at", Instant),
    UniqueConstraint("client_key"),
    Index(None, "site_id", "product"),
)
