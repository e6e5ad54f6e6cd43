"""A planning period."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class CycleKind(StrEnum):
    """How long a cycle is. Source: T-19."""

    QUARTER = "quarter"
    SIX_WEEKS = "six_weeks"
    YEAR = "year"
    CUSTOM = "custom"


class CycleState(StrEnum):
    """Where a cycle stands; it only moves forward: planning → active → review → closed."""

    PLANNING = "planning"
    ACTIVE = "active"
    REVIEW = "review"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """A planning period of a site. `ends_on` is the last day that belongs to it. `key` is short and unique, e.g. `2026-Q4`."""

    id: str
    key: str
    name: str
    kind: CycleKind
    starts_on: date
    ends_on: date
    state: CycleState = CycleState.PLANNING
    closed_at: datetime | None = None
