"""What is booked: kind, scope, cycle, teams, doctrine, hour. What happens inside is the room's acts (`room.py`)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SessionKind(StrEnum):
    """What a session is for; a later one of the first three takes the earlier one's outcome as input. Source: O-01, G-14, T-02."""

    STRATEGY = "strategy"
    WORKSHOP = "workshop"
    PLANNING = "planning"
    RETROSPECTIVE = "retrospective"
    MID_CYCLE = "mid_cycle"


class Scope(StrEnum):
    """Whose objectives are planned. Source: O-05, W-01."""

    COMPANY = "company"
    TEAM = "team"
    BOTH = "both"


class Trigger(StrEnum):
    """Why the session is held; with no reason it should not be. Source: O-03."""

    QUARTERLY_PLANNING = "quarterly_planning"
    ANNUAL_TRANSLATION = "annual_translation"
    TEAM_ALIGNMENT = "team_alignment"
    SCALING = "scaling"
    NOTHING_CHANGED = "nothing_changed"


class SessionState(StrEnum):
    """The life of a session: booked → open → closed; a booked or open one may be called off."""

    BOOKED = "booked"
    OPEN = "open"
    CLOSED = "closed"
    CALLED_OFF = "called_off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A booked session. `preset` is the binding doctrine; `seq` counts the acts of its room.

    `follows_id` is the earlier session whose outcome this one takes as input (O-01).
    """

    id: str
    cycle_id: str
    kind: SessionKind
    scope: Scope
    trigger: Trigger
    team_ids: tuple[str, ...]
    preset: str
    title: str
    starts_at: datetime
    booked_by: str
    booked_at: datetime
    follows_id: str | None = None
    state: SessionState = SessionState.BOOKED
    seq: int = 0
