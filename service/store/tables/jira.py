"""Tables that mirror Jira: linked issues, their links, the ids of our fields."""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKeyConstraint,
    Index,
    String,
    Table,
    Text,
    text,
)

from service.domain.model import LinkSource, StatusCategory
from service.store.tables.base import metadata, revisions, site_id
from service.store.types import EnumText, Instant, JsonTuple

_unpublished = text("changed_rev > published_rev")

issues = Table(
    "issues",
    metadata,
    site_id(),
    Column("id", String, primary_key=True),
    Column("key", String, nullable=False),
    Column("summary", Text, nullable=False),
    Column("status", String, nullable=False),
    Column("category", EnumText(StatusCategory), nullable=False),
    Column("points", Float),
    Column("project_key", String, nullable=False),
    Column("updated_at", Instant),
    Column("gone", Boolean, nullable=False),
    Column("seen_options", JsonTuple, nullable=False),
    *revisions(),
    Column("publish_error", Text),
    Index(None, "site_id", "key"),
    Index("ix_issues_unpublished", "site_id", sqlite_where=_unpublished, postgresql_where=_unpublished),
)

initiatives = Table(
    "initiatives",
    metadata,
    site_id(),
    Column("key_result_id", String, primary_key=True),
    Column("issue_id", String, primary_key=True),
    Column("source", EnumText(LinkSource), nullable=False),
    Column("linked_by", String),
    Column("linked_at", Instant),
    ForeignKeyConstraint(["site_id", "key_result_id"], ["key_results.site_id", "key_results.id"]),
    ForeignKeyConstraint(["site_id", "issue_id"], ["issues.site_id", "issues.id"]),
    Index(None, "site_id", "issue_id"),
)

fields = Table(
    "fields",
    metadata,
    site_id(),
    Column("field_key", String, primary_key=True),
    Column("field_id", String, nullable=False),
)
