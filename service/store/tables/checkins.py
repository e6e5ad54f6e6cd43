"""The table of check-ins. A trigger of the first migration refuses every UPDATE."""

from sqlalchemy import Column, Float, ForeignKeyConstraint, Index, String, Table, Text, UniqueConstraint

from service.domain.model import CheckinSource, Status
from service.store.tables.base import metadata, site_id
from service.store.types import EnumText, Instant

checkins = Table(
    "checkins",
    metadata,
    site_id(),
    Column("id", String, primary_key=True),
    Column("key_result_id", String, nullable=False),
    Column("at", Instant, nullable=False),
    Column("value", Float),
    Column("confidence", Float),
    Column("projection", Float),
    Column("confidence_scale", String),
    Column("status", EnumText(Status)),
    Column("numerator", Float),
    Column("denominator", Float),
    Column("note", Text, nullable=False),
    Column("author", String),
    Column("source", EnumText(CheckinSource), nullable=False),
    Column("key", String),
    Column("provenance", Text),
    Column("recorded_at", Instant, nullable=False),
    UniqueConstraint("site_id", "key_result_id", "key"),
    ForeignKeyConstraint(["site_id", "key_result_id"], ["key_results.site_id", "key_results.id"]),
    Index(None, "site_id", "key_result_id", "at", "recorded_at"),
)
