"""Tables of the plan: cycles, teams, objectives, key results."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from service.domain.model import (
    Commitment,
    CycleKind,
    CycleState,
    Direction,
    KeyResultState,
    ObjectiveState,
    OwnerState,
    RollupMode,
    TeamKind,
    TrackerKind,
)
from service.store.tables.base import metadata, revisions, site_id
from service.store.types import EnumText, Instant, PathText, ShapeText

cycles = Table(
    "cycles",
    metadata,
    site_id(),
    Column("id", String, primary_key=True),
    Column("key", String, nullable=False),
    Column("name", String, nullable=False),
    Column("kind", EnumText(CycleKind), nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("state", EnumText(CycleState), nullable=False),
    Column("closed_at", Instant),
    UniqueConstraint("site_id", "key"),
)

teams = Table(
    "teams",
    metadata,
    site_id(),
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("kind", EnumText(TeamKind), nullable=False),
    Column("project_key", String, nullable=False),
    Column("parent_id", String),
    Column("preset", String),
    UniqueConstraint("site_id", "name"),
    ForeignKeyConstraint(["site_id", "parent_id"], ["teams.site_id", "teams.id"]),
)

_unpublished = text("changed_rev > published_rev")
_mapped = text("epic_id IS NOT NULL AND state IN ('draft', 'active')")

objectives = Table(
    "objectives",
    metadata,
    site_id(),
    Column("id", String, primary_key=True),
    Column("cycle_id", String, nullable=False),
    Column("team_id", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("parent_id", String),
    Column("rollup", EnumText(RollupMode), nullable=False),
    Column("state", EnumText(ObjectiveState), nullable=False),
    Column("epic_id", String),
    Column("epic_key", String),
    Column("epic_gone", Boolean, nullable=False),
    Column("seen_title", Text),
    *revisions(),
    Column("publish_error", Text),
    Column("position", Integer, nullable=False),
    Column("carried_from_id", String),
    ForeignKeyConstraint(["site_id", "cycle_id"], ["cycles.site_id", "cycles.id"]),
    ForeignKeyConstraint(["site_id", "team_id"], ["teams.site_id", "teams.id"]),
    ForeignKeyConstraint(["site_id", "parent_id"], ["objectives.site_id", "objectives.id"]),
    Index(None, "site_id", "cycle_id"),
    Index(None, "site_id", "parent_id"),
    Index("ix_objectives_unpublished", "site_id", sqlite_where=_unpublished, postgresql_where=_unpublished),
    # One living objective an epic, whoever asks first.
    Index(
        "uq_objectives_epic",
        "site_id",
        "epic_id",
        unique=True,
        sqlite_where=_mapped,
        postgresql_where=_mapped,
    ),
)

parent_links = Table(
    "parent_links",
    metadata,
    site_id(),
    Column("child_id", String, primary_key=True),
    Column("parent_id", String, primary_key=True),
    Column("share", Float),
    ForeignKeyConstraint(["site_id", "child_id"], ["objectives.site_id", "objectives.id"]),
    ForeignKeyConstraint(["site_id", "parent_id"], ["objectives.site_id", "objectives.id"]),
    Index(None, "site_id", "parent_id"),
)

_living = text("state = 'active'")

key_results = Table(
    "key_results",
    metadata,
    site_id(),
    Column("id", String, primary_key=True),
    Column("objective_id", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("direction", EnumText(Direction), nullable=False),
    Column("baseline", Float),
    Column("target", Float),
    Column("unit", String, nullable=False),
    Column("lower", Float),
    Column("upper", Float),
    Column("weight", Float, nullable=False),
    Column("owner", String),
    Column("owner_state", EnumText(OwnerState), nullable=False),
    Column("confidence", Float),
    Column("starts_on", Date),
    Column("due_on", Date),
    Column("tracker_kind", EnumText(TrackerKind), nullable=False),
    Column("tracker_slot", Integer),
    Column("tracker_field_id", String),
    Column("tracker_method", String),
    Column("tracker_jql", Text),
    Column("tracker_jql_field", String),
    Column("tracker_jql_denominator", Text),
    Column("tracker_issue_id", String),
    Column("tracker_issue_field_id", String),
    Column("tracker_seen", Boolean, nullable=False),
    Column("tracker_seen_value", Float),
    Column("state", EnumText(KeyResultState), nullable=False),
    Column("shape", ShapeText),
    Column("path", PathText),
    Column("commitment", EnumText(Commitment)),
    Column("is_enabler", Boolean, nullable=False),
    Column("option_id", Integer),
    Column("position", Integer, nullable=False),
    ForeignKeyConstraint(["site_id", "objective_id"], ["objectives.site_id", "objectives.id"]),
    Index(None, "site_id", "objective_id"),
    Index(None, "site_id", "option_id"),
    # A field shows one key result of an epic. Two workers that give out slots at once cannot both win.
    Index(
        "uq_key_results_slot",
        *("site_id", "objective_id", "tracker_slot"),
        unique=True,
        sqlite_where=_living,
        postgresql_where=_living,
    ),
    Index(
        "uq_key_results_field",
        *("site_id", "objective_id", "tracker_field_id"),
        unique=True,
        sqlite_where=_living,
        postgresql_where=_living,
    ),
)
