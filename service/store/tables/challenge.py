"""Tables of challenges answered and of success conditions: guardrails and their values, dismissals, formulas, votes."""

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKeyConstraint, Index, String, Table, Text

from service.domain.model import Direction
from service.store.tables.base import metadata, site_id
from service.store.types import EnumText, Instant


def _key_result() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["site_id", "key_result_id"], ["key_results.site_id", "key_results.id"])


def _objective() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["site_id", "objective_id"], ["objectives.site_id", "objectives.id"])


guardrails = Table(
    "guardrails",
    metadata,
    site_id(),
    Column("id", String, primary_key=True),
    Column("key_result_id", String, nullable=False),
    Column("name", Text, nullable=False),
    Column("bound", EnumText(Direction), nullable=False),
    Column("limit", Float, nullable=False),
    Column("unit", String, nullable=False),
    Column("loophole", String, nullable=False),
    Column("jql", Text),
    Column("jql_of", Text),
    Column("issue_id", String),
    Column("issue_field_id", String),
    Column("accepted_by", String),
    Column("accepted_at", Instant),
    _key_result(),
    Index(None, "site_id", "key_result_id"),
)

guardrail_readings = Table(
    "guardrail_readings",
    metadata,
    site_id(),
    Column("guardrail_id", String, primary_key=True),
    Column("at", Instant, primary_key=True),
    Column("value", Float, nullable=False),
    Column("author", String),
    Column("provenance", Text, nullable=False),
    ForeignKeyConstraint(["site_id", "guardrail_id"], ["guardrails.site_id", "guardrails.id"]),
)

dismissals = Table(
    "dismissals",
    metadata,
    site_id(),
    Column("key_result_id", String, primary_key=True),
    Column("loophole", String, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("dismissed_by", String),
    Column("dismissed_at", Instant),
    _key_result(),
)

success_conditions = Table(
    "success_conditions",
    metadata,
    site_id(),
    Column("objective_id", String, primary_key=True),
    Column("formula", Text, nullable=False),
    Column("drivers", JSON, nullable=False),
    Column("stated_by", String),
    Column("stated_at", Instant),
    _objective(),
)

sufficiency_votes = Table(
    "sufficiency_votes",
    metadata,
    site_id(),
    Column("objective_id", String, primary_key=True),
    Column("by", String, primary_key=True),
    Column("can_fail", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Instant),
    _objective(),
)
