"""What an earlier session hands on to the one that follows it. Source: O-01."""

from dataclasses import dataclass
from datetime import datetime

from service.domain.room.decisions import Decision
from service.domain.room.priorities import Area
from service.domain.room.session import SessionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """The outcome of the session that `follows_id` names. `first_starts_at` is when the whole chain of sessions began.

    `areas` come in the order of their weight; `objectives` are titles that were on the table.
    """

    title: str
    kind: SessionKind
    first_starts_at: datetime
    areas: tuple[Area, ...] = ()
    greatest_id: str | None = None
    decisions: tuple[Decision, ...] = ()
    objectives: tuple[str, ...] = ()
