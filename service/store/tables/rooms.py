"""Tables of planning sessions: what is booked, the append-only log of acts that is the room, agendas kept under a name.

Triggers refuse to change or delete acts.
"""

from sqlalchemy import JSON, Column, ForeignKeyConstraint, Index, Integer, String, Table, Text, UniqueConstraint

from service.domain.room import Scope, SessionKind, SessionState, Trigger
from service.store.tables.base import metadata, site_id
from service.store.types import EnumText, Instant, JsonTuple

sessions = Table(
    "sessions",
    metadata,
    site_id(),
    Column("id", String, primary_key=True),
    Column("cycle_id", String, nullable=False),
    Column("kind", EnumText(SessionKind), nullable=False),
    Column("scope", EnumText(Scope), nullable=False),
    Column("trigger", EnumText(Trigger), nullable=False),
    Column("team_ids", JsonTuple, nullable=False),
    Column("preset", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("starts_at", Instant, nullable=False),
    Column("booked_by", String, nullable=False),
    Column("booked_at", Instant, nullable=False),
    Column("follows_id", String),
    Column("state", EnumText(SessionState), nullable=False),
    Column("seq", Integer, nullable=False),
    ForeignKeyConstraint(["site_id", "cycle_id"], ["cycles.site_id", "cycles.id"]),
    ForeignKeyConstraint(["site_id", "follows_id"], ["sessions.site_id", "sessions.id"]),
    Index(None, "site_id", "cycle_id"),
)

session_acts = Table(
    "session_acts",
    metadata,
    site_id(),
    Column("session_id", String, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("act_id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("data", JSON, nullable=False),
    Column("by", String, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("site_id", "session_id", "act_id"),
    ForeignKeyConstraint(["site_id", "session_id"], ["sessions.site_id", "sessions.id"]),
    Index(None, "kind", "at"),
)

agenda_templates = Table(
    "agenda_templates",
    metadata,
    site_id(),
    Column("id", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("steps", JSON, nullable=False),
    Column("author", String, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("site_id", "name"),
)
