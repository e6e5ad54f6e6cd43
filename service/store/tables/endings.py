"""Tables of how cycles end and by which doctrine: retrospectives, a site's own presets, sealed results.

Triggers refuse to change or delete the last two.
"""

from sqlalchemy import JSON, Column, ForeignKeyConstraint, String, Table, Text

from service.store.tables.base import metadata, site_id
from service.store.types import Instant

retrospectives = Table(
    "retrospectives",
    metadata,
    site_id(),
    Column("cycle_id", String, primary_key=True),
    Column("team_id", String, primary_key=True),
    Column("answers", JSON, nullable=False),
    Column("author", String, nullable=False),
    Column("at", Instant, nullable=False),
    ForeignKeyConstraint(["site_id", "cycle_id"], ["cycles.site_id", "cycles.id"]),
    ForeignKeyConstraint(["site_id", "team_id"], ["teams.site_id", "teams.id"]),
)

own_presets = Table(
    "own_presets",
    metadata,
    site_id(),
    Column("key", String, primary_key=True),
    Column("base", String, nullable=False),
    Column("name", String, nullable=False),
    Column("changes", JSON, nullable=False),
    Column("author", String, nullable=False),
    Column("at", Instant, nullable=False),
)

cycle_results = Table(
    "cycle_results",
    metadata,
    site_id(),
    Column("cycle_id", String, primary_key=True),
    Column("sealed_at", Instant, nullable=False),
    Column("payload", Text, nullable=False),
    ForeignKeyConstraint(["site_id", "cycle_id"], ["cycles.site_id", "cycles.id"]),
)
