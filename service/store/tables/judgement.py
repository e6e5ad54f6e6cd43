"""Tables of what people say before the numbers do: sealed votes of confidence, and waivers of outputs."""

from sqlalchemy import Column, Date, Float, ForeignKeyConstraint, String, Table, Text

from service.domain.calibration import RoundState
from service.store.tables.base import metadata, site_id
from service.store.types import EnumText, Instant, JsonTuple

vote_rounds = Table(
    "vote_rounds",
    metadata,
    site_id(),
    Column("key_result_id", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("state", EnumText(RoundState), nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("closed_at", Instant),
    ForeignKeyConstraint(["site_id", "key_result_id"], ["key_results.site_id", "key_results.id"]),
)

votes = Table(
    "votes",
    metadata,
    site_id(),
    Column("key_result_id", String, primary_key=True),
    Column("round", String, primary_key=True),
    Column("voter", String, primary_key=True),
    Column("seal", String, nullable=False),
    Column("confidence", Float),
    ForeignKeyConstraint(
        ["site_id", "key_result_id", "round"],
        ["vote_rounds.site_id", "vote_rounds.key_result_id", "vote_rounds.name"],
    ),
)

waivers = Table(
    "waivers",
    metadata,
    site_id(),
    Column("key_result_id", String, primary_key=True),
    Column("unlocks", JsonTuple, nullable=False),
    Column("owner", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("expires_on", Date, nullable=False),
    Column("delivered_on", Date),
    Column("replaced_by_id", String),
    ForeignKeyConstraint(["site_id", "key_result_id"], ["key_results.site_id", "key_results.id"]),
    ForeignKeyConstraint(["site_id", "replaced_by_id"], ["key_results.site_id", "key_results.id"]),
)
