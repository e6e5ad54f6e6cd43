"""How the plan is kept alive: one weekly slot at the same hour, the way updates are given, the days that follow from it.

Source: O-12, O-17, T-14, W-10, O-28.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Final

from service.domain.errors import DomainError
from service.domain.room.act import Act, Stamp, optional_words
from service.domain.room.blockers import Blocker
from service.domain.room.committing import to_commit
from service.domain.room.drafts.ownership_rules import unowned
from service.domain.room.running import require_open
from service.domain.room.seats import require_part
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.model import Cycle
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room
    from service.domain.room.steps import Step

SLOT_MINUTES: Final = 20
"""Source: T-14, "same time, 20 min"."""
_TIME: Final = re.compile(r"^(?:[01]\d|2[0-3]):[0-5]\d$")


class Weekday(StrEnum):
    """The day of the weekly slot, in the order of the calendar."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"


class UpdateMode(StrEnum):
    """How progress is reviewed. Source: T-14, O-12."""

    ASYNC = "async"
    DASHBOARD = "dashboard"
    MEETING = "meeting"


class SlotInvalid(DomainError):
    """The hour is none."""

    code: ClassVar[str] = "slot_invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """The weekly slot; `mode` is None until somebody chose. Units: `minutes`; `time` is the local hour in `zone`, e.g. 09:30."""

    mode: UpdateMode | None = None
    weekday: Weekday | None = None
    time: str = ""
    zone: str = ""
    minutes: int = SLOT_MINUTES
    set_at: datetime | None = None

    @property
    def is_set(self) -> bool:
        """Tell whether there is a slot and a way to give updates."""
        return self.mode is not None and self.weekday is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseSlot(Act):
    """Choose the weekly check-in: day, hour, and how updates are given."""

    kind: ClassVar[str] = "choose_slot"
    summary: ClassVar[str] = "Choose the weekly check-in and how progress is reviewed"
    said: ClassVar[str] = "Check-ins are set"
    mode: UpdateMode
    weekday: Weekday
    time: str
    zone: str = optional_words(at_most=60)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, SlotInvalid."""
        require_part(room=room, by=stamp.by)
        require_open(room=room)
        if not _TIME.match(self.time):
            raise SlotInvalid("Give the hour as 09:30, between 00:00 and 23:59.", field="time")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep it; the last word counts."""
        return replace(
            room,
            rhythm=Rhythm(mode=self.mode, weekday=self.weekday, time=self.time, zone=self.zone, set_at=stamp.at),
        )


def checkin_dates(*, rhythm: Rhythm, cycle: Cycle) -> tuple[date, ...]:
    """Return the days of the weekly slot inside a cycle, first to last. Source: O-12, O-28."""
    if rhythm.weekday is None:
        return ()
    ahead = (list(Weekday).index(rhythm.weekday) - cycle.starts_on.weekday()) % 7
    first = cycle.starts_on + timedelta(days=ahead)
    return tuple(first + timedelta(weeks=week) for week in range(((cycle.ends_on - first).days // 7) + 1))


def launch_gate(room: Room, facts: Facts, step: Step) -> Iterable[Blocker]:
    """Yield what is missing before anybody may leave. Source: O-12, O-17, T-14, T-08, M-17, W-10."""
    if step.kind is not StepKind.CLOSE or not to_commit(room):
        return
    for each in unowned(room=room, facts=facts):
        if each.rule != "W-10" or not room.rhythm.is_set:  # the weekly slot is a rhythm for everything
            yield each
    if not room.rhythm.is_set:
        yield Blocker(
            rule="T-14",
            message="There is no weekly check-in yet.",
            way_out=f"Choose a day, an hour and how updates are given, below: {SLOT_MINUTES} minutes at the same time each week.",
        )
    elif not checkin_dates(rhythm=room.rhythm, cycle=facts.cycle):
        yield Blocker(
            rule="O-12",
            message="No check-in falls into the cycle.",
            way_out="Choose another weekday for the weekly check-in.",
        )
    elif room.rhythm.set_at and room.rhythm.set_at.date() >= facts.cycle.starts_on:
        yield Blocker(
            rule="T-14",
            message=f"The weekly check-in was chosen after the cycle began on {facts.cycle.starts_on:%-d %B}.",
            way_out="Hold the first one this week; next time choose it before the first day.",
            is_hard=False,
            subject_id="late",
        )


ACTS = (ChooseSlot,)
RULES = (launch_gate,)
