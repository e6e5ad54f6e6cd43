"""The table of Confluence pages that we keep."""

from sqlalchemy import Column, ForeignKeyConstraint, Integer, String, Table, Text

from service.store.tables.base import metadata, revisions, site_id
from service.store.types import Instant

cycle_pages = Table(
    "cycle_pages",
    metadata,
    site_id(),
    Column("cycle_id", String, primary_key=True),
    Column("page_id", String),
    Column("space_key", String),
    Column("title", Text),
    Column("url", Text),
    Column("version", Integer),
    Column("body_hash", String),
    Column("chart_hash", String),
    *revisions(),
    Column("next_publish_at", Instant),
    Column("published_at", Instant),
    Column("publish_error", Text),
    ForeignKeyConstraint(["site_id", "cycle_id"], ["cycles.site_id", "cycles.id"]),
)
