"""The appointments that follow from a booked session: itself, the check-ins of the cycle, the retrospective. Source: T-14, O-28, W-14."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from service.domain.model import Cycle
from service.domain.presets import Preset
from service.domain.room.agendas.short import RETROSPECTIVE
from service.domain.room.checkin_agenda import agenda_text
from service.domain.room.clock import Agenda
from service.domain.room.rhythm import SLOT_MINUTES, Rhythm, checkin_dates
from service.domain.room.room import Room
from service.domain.room.session import Session, SessionKind

MAKES_A_CYCLE = frozenset({SessionKind.WORKSHOP, SessionKind.PLANNING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One entry of a calendar. `uid` stays the same for the same thing, so a second file moves the entry instead of doubling it.

    Units: `minutes`; `every_days` and `until` (the last start, included) are None for what happens once.
    """

    uid: str
    title: str
    starts_at: datetime
    minutes: int
    text: str
    every_days: int | None = None
    until: datetime | None = None


def appointments(*, room: Room, cycle: Cycle, preset: Preset) -> tuple[Appointment, ...]:
    """Return the session with its steps; after a planning also the check-ins, and the retrospective in the cycle's last week.

    Check-ins follow the slot that the room chose; until there is one, the weekday and hour of the session.
    """
    session = room.session
    booked = Appointment(
        uid=session.id,
        title=session.title,
        starts_at=session.starts_at,
        minutes=max(1, room.agenda.planned_minutes),
        text=_steps(session, room.agenda),
    )
    if session.kind not in MAKES_A_CYCLE:
        return (booked,)
    return (booked, *_checkins(room, cycle, preset), *_retrospective(session, cycle))


def how_often(preset: Preset) -> str:
    """Return how often a doctrine checks in, in words."""
    days = preset.checkin_days
    return {7: "every week", 14: "every two weeks", 28: "every four weeks"}.get(days, f"every {days} days")


def _steps(session: Session, agenda: Agenda) -> str:
    at, lines = session.starts_at, []
    for step in agenda.steps:
        lines.append(f"{at:%H:%M} UTC  {step.title} ({step.minutes} min)" + (f" – {step.cue}" if step.cue else ""))
        at += timedelta(minutes=step.minutes)
    return "\n".join(lines)


def _checkins(room: Room, cycle: Cycle, preset: Preset) -> Iterator[Appointment]:
    chosen = checkin_dates(rhythm=room.rhythm, cycle=cycle)
    often = "every week" if chosen else how_often(preset)
    every = timedelta(days=7 if chosen else preset.checkin_days)
    if chosen:
        hour, zone = time.fromisoformat(room.rhythm.time), _zone(room.rhythm)
        first, last = (datetime.combine(day, hour, zone) for day in (chosen[0], chosen[-1]))
    else:
        first = datetime.combine(cycle.starts_on, _hour(room.session), UTC)
        # The same weekday as the session: the first one that is in the cycle.
        first += timedelta(days=(room.session.starts_at.weekday() - first.weekday()) % 7)
        last = datetime.combine(cycle.ends_on, time.max, UTC)
    if first > last:
        return
    yield Appointment(
        uid=f"{room.session.id}-check-in",
        title=f"Check-in: {room.session.title}",
        starts_at=first,
        minutes=SLOT_MINUTES,
        text=f"{SLOT_MINUTES} minutes, {often}.\n{agenda_text(room)}",
        every_days=every.days,
        until=first + ((last - first) // every) * every,
    )


def _zone(rhythm: Rhythm) -> tzinfo:
    """Return the zone that the slot was chosen in: it stays at its hour when the clocks change."""
    try:
        return ZoneInfo(rhythm.zone)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def _retrospective(session: Session, cycle: Cycle) -> Iterator[Appointment]:
    day = cycle.ends_on - timedelta(days=(cycle.ends_on.weekday() - session.starts_at.weekday()) % 7)
    starts_at = datetime.combine(day, _hour(session), UTC)
    if starts_at > session.starts_at:
        yield Appointment(
            uid=f"{session.id}-retrospective",
            title=f"Retrospective: {cycle.name}",
            starts_at=starts_at,
            minutes=sum(step.minutes for step in RETROSPECTIVE),
            text="\n".join(f"{step.title} ({step.minutes} min) – {step.cue}" for step in RETROSPECTIVE),
        )


def _hour(session: Session) -> time:
    return session.starts_at.astimezone(UTC).time()
