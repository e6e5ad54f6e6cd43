"""Tables of the workers: received deliveries, cursors, leases, what checks found."""

from sqlalchemy import Column, Index, Integer, String, Table, Text

from service.store.tables.base import metadata, site_id
from service.store.types import Instant

deliveries = Table(
    "deliveries",
    metadata,
    site_id(),
    Column("installation_id", String, primary_key=True),
    Column("delivery_id", String, primary_key=True),
    Column("received_at", Instant, nullable=False),
    Index(None, "received_at"),
)

cursors = Table(
    "cursors",
    metadata,
    site_id(),
    Column("name", String, primary_key=True),
    Column("at", Instant, nullable=False),
)

leases = Table(
    "leases",
    metadata,
    site_id(),
    Column("name", String, primary_key=True),
    Column("holder", String, nullable=False),
    Column("until_at", Instant, nullable=False),
)

problems = Table(
    "problems",
    metadata,
    site_id(),
    Column("scope", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("code", String, nullable=False),
    Column("message", Text, nullable=False),
    Column("way_out", Text, nullable=False),
    Column("key_result_id", String),
    Column("found_at", Instant, nullable=False),
)
