"""Tables of what was measured in Jira on demand: histories, runs of the Synthesizer with their requests, allowances."""

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKeyConstraint, Integer, String, Table, Text

from service.domain.synthesis import Kind, RequestState
from service.store.tables.base import metadata, site_id
from service.store.types import EnumText, Instant, JsonTuple

histories = Table(
    "histories",
    metadata,
    site_id(),
    Column("key_result_id", String, primary_key=True),
    Column("starts_at", Instant, nullable=False),
    Column("weekly", JsonTuple, nullable=False),
    Column("asked", Text, nullable=False),
    Column("measured_at", Instant, nullable=False),
    Column("issue_count", Integer, nullable=False),
    Column("digest", String, nullable=False),
    Column("notes", JsonTuple, nullable=False),
    ForeignKeyConstraint(["site_id", "key_result_id"], ["key_results.site_id", "key_results.id"]),
)

synthesis_runs = Table(
    "synthesis_runs",
    metadata,
    site_id(),
    Column("cycle_id", String, primary_key=True),
    Column("run_at", Instant, nullable=False),
    Column("issue_count", Integer, nullable=False),
    Column("is_complete", Boolean, nullable=False),
    Column("findings", JSON, nullable=False),
    ForeignKeyConstraint(["site_id", "cycle_id"], ["cycles.site_id", "cycles.id"]),
)

requests = Table(
    "requests",
    metadata,
    site_id(),
    Column("cycle_id", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("kind", EnumText(Kind), nullable=False),
    Column("team_id", String, nullable=False),
    Column("other_team_id", String, nullable=False),
    Column("message", Text, nullable=False),
    Column("path", JsonTuple, nullable=False),
    Column("state", EnumText(RequestState), nullable=False),
    Column("raised_at", Instant, nullable=False),
    Column("answered_by", String),
    Column("answered_at", Instant),
    Column("reason", Text, nullable=False),
    ForeignKeyConstraint(["site_id", "cycle_id"], ["cycles.site_id", "cycles.id"]),
    ForeignKeyConstraint(["site_id", "team_id"], ["teams.site_id", "teams.id"]),
    ForeignKeyConstraint(["site_id", "other_team_id"], ["teams.site_id", "teams.id"]),
)

allowances = Table(
    "allowances",
    metadata,
    site_id(),
    Column("team_id", String, primary_key=True),
    Column("share", Float, nullable=False),
    Column("declared_by", String),
    Column("declared_at", Instant, nullable=False),
    ForeignKeyConstraint(["site_id", "team_id"], ["teams.site_id", "teams.id"]),
)
