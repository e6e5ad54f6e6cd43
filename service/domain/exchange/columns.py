"""What a file says about each record: names of columns, what they hold, which must be there. Data only."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from service.domain.confidence import ConfidenceScale
from service.domain.model import (
    CheckinSource,
    Commitment,
    CycleKind,
    CycleState,
    Direction,
    KeyResultState,
    LinkSource,
    ObjectiveState,
    RollupMode,
    Status,
    TeamKind,
    TrackerKind,
)

FORMAT: Final = "northstar"
VERSION: Final = 1


class Holds(StrEnum):
    """What a column holds. SHAPE, PATH and REFS (ids of the file) are JSON, also inside a CSV cell."""

    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole"
    DAY = "day"
    INSTANT = "instant"
    FLAG = "flag"
    SHAPE = "shape"
    PATH = "path"
    REFS = "refs"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `words` are all it may say, `about` is for people who write a file by hand."""

    name: str
    holds: Holds = Holds.TEXT
    required: bool = False
    words: tuple[str, ...] = ()
    about: str = ""


def _word(name: str, kind: type[StrEnum]) -> Column:
    return Column(name, words=tuple(member.value for member in kind))


_ABOUT_SITE: Final = "The Jira site of the issue, by host; on any other one the issue is left out"

CYCLE: Final = (
    Column("key", required=True, about="Short and unique, e.g. 2026-Q4"),
    Column("name", required=True),
    _word("kind", CycleKind),
    Column("starts_on", Holds.DAY, required=True),
    Column("ends_on", Holds.DAY, required=True, about="The last day that belongs to it"),
    _word("state", CycleState),
    Column("closed_at", Holds.INSTANT),
)
TEAM: Final = (
    Column("name", required=True),
    _word("kind", TeamKind),
    Column("project_key", required=True, about="The team's Jira project"),
    Column("parent", about="The name of the team above"),
    Column("preset"),
)
OBJECTIVE: Final = (
    Column("id", required=True, about="Any text that is unique in the file; the id of an export is kept"),
    Column("cycle", required=True, about="The key of a cycle of the file or the site"),
    Column("team", required=True, about="The name of a team of the file or the site"),
    Column("title", required=True),
    Column("why"),
    Column("parent", about="The id of the objective it scores into"),
    _word("rollup", RollupMode),
    _word("state", ObjectiveState),
    Column("position", Holds.WHOLE),
    Column("epic", about="The key of the epic it is mapped to"),
    Column("site", about=_ABOUT_SITE),
)
KEY_RESULT: Final = (
    Column("id", required=True, about="Any text that is unique in the file; the id of an export is kept"),
    Column("objective", required=True, about="The id of an objective of the file or the site"),
    Column("title", required=True),
    _word("direction", Direction),
    Column("baseline", Holds.NUMBER),
    Column("target", Holds.NUMBER),
    Column("unit"),
    Column("lower", Holds.NUMBER),
    Column("upper", Holds.NUMBER),
    Column("weight", Holds.NUMBER),
    Column("owner", about="An Atlassian account id"),
    Column("confidence", Holds.NUMBER, about="0 to 1"),
    Column("starts_on", Holds.DAY),
    Column("due_on", Holds.DAY),
    _word("tracker_kind", TrackerKind),
    Column("tracker_method"),
    Column("jql"),
    Column("jql_field"),
    Column("jql_denominator"),
    Column("issue_id"),
    Column("issue_field_id"),
    Column("shape", Holds.SHAPE),
    Column("path", Holds.PATH),
    _word("commitment", Commitment),
    Column("is_enabler", Holds.FLAG),
    _word("state", KeyResultState),
    Column("position", Holds.WHOLE),
)
CHECKIN: Final = (
    Column("id", about="The id of an export is kept; without one the row is known by its content"),
    Column("key_result", required=True, about="The id of a key result of the file or the site"),
    Column("at", Holds.INSTANT, required=True, about="With its offset, e.g. 2026-10-12T09:00:00Z"),
    Column("value", Holds.NUMBER),
    Column("confidence", Holds.NUMBER, about="0 to 1"),
    _word("confidence_scale", ConfidenceScale),
    Column("projection", Holds.NUMBER),
    _word("status", Status),
    Column("numerator", Holds.NUMBER),
    Column("denominator", Holds.NUMBER),
    Column("note"),
    Column("author", about="An Atlassian account id"),
    _word("source", CheckinSource),
    Column("key", about="Idempotency key"),
    Column("provenance"),
    Column("recorded_at", Holds.INSTANT),
)
INITIATIVE: Final = (
    Column("key_result", required=True, about="The id of a key result of the file or the site"),
    Column("issue", required=True, about="The key of the Jira issue"),
    Column("site", about=_ABOUT_SITE),
    _word("source", LinkSource),
    Column("linked_by", about="An Atlassian account id"),
    Column("linked_at", Holds.INSTANT),
)
WAIVER: Final = (
    Column("key_result", required=True, about="The id of the enabler"),
    Column("unlocks", Holds.REFS, required=True, about="Ids of the key results it makes possible"),
    Column("owner", required=True, about="An Atlassian account id"),
    Column("reason", required=True),
    Column("expires_on", Holds.DAY, required=True, about="The last day it holds"),
    Column("delivered_on", Holds.DAY),
    Column("replaced_by", about="The id of the key result that took its place"),
)

RECORDS: Final[Mapping[str, tuple[Column, ...]]] = MappingProxyType(
    {
        "cycle": CYCLE,
        "team": TEAM,
        "objective": OBJECTIVE,
        "key_result": KEY_RESULT,
        "checkin": CHECKIN,
        "initiative": INITIATIVE,
        "waiver": WAIVER,
    }
)
"""Records in the order in which one refers to another."""

LISTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cycle": "cycles",
        "team": "teams",
        "objective": "objectives",
        "key_result": "key_results",
        "checkin": "checkins",
        "initiative": "initiatives",
        "waiver": "waivers",
    }
)
"""What a JSON document calls the list of each record."""

TOLD: Final = ("votes", "ledger")
"""Lists of a JSON document that are written and never read back: nobody's vote and no chain can be imported."""
