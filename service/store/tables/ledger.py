"""The table of the promise ledger. A trigger of the first migration refuses every UPDATE."""

from sqlalchemy import Column, Index, Integer, String, Table, Text

from service.store.tables.base import metadata, site_id
from service.store.types import Instant

ledger = Table(
    "ledger",
    metadata,
    site_id(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("kind", String, nullable=False),
    Column("subject_id", String, nullable=False),
    Column("author", String),
    Column("payload", Text, nullable=False),
    Column("previous_hash", String, nullable=False),
    Column("hash", String, nullable=False),
    Index(None, "site_id", "subject_id"),
)
