"""What speaks against a session as it is booked. Nothing here stops anybody. Source: M-03, M-11, O-03, O-04, T-01, T-16, T-23."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from service.domain.model import Cycle
from service.domain.presets import Preset
from service.domain.room.clock import Agenda
from service.domain.room.followed import Followed
from service.domain.room.planned_window import planned_window
from service.domain.room.seats import LEADERS, SeatRole, Seats
from service.domain.room.session import Scope, Session, SessionKind, Trigger

PLANS: Final = frozenset({SessionKind.WORKSHOP, SessionKind.PLANNING})
SHORTEST_MIN: Final = 20
WORKING_DAY_MIN: Final = 480
LONGEST_PROCESS: Final = timedelta(weeks=3)
LEADERSHIP_MIN: Final = (120, 180)
"""How long leadership takes where the doctrine is OKRs Tool's. Source: T-16."""
FEWEST: Final = 3
MOST: Final = 12
"""Our bounds for O-04: below there are blind spots, above it decisions become slow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One thing to think about, with the requirement it comes from."""

    rule: str
    message: str


def advice(
    *, session: Session, preset: Preset, cycle: Cycle, agenda: Agenda, seats: Seats, followed: Followed | None = None
) -> tuple[Advice, ...]:
    """Return everything that speaks against a session as it is booked now."""
    plans = session.kind in PLANS
    return (
        *_trigger(session.trigger),
        *(window_advice(preset=preset, cycle=cycle, starts_at=session.starts_at) if plans else ()),
        *(_length(preset, session.scope, agenda.planned_minutes) if plans else ()),
        *_process(session, followed),
        *_people(session, seats),
    )


def window_advice(*, preset: Preset, cycle: Cycle, starts_at: datetime) -> tuple[Advice, ...]:
    """Warn when a session lies outside the days its doctrine names. Source: M-03, T-01."""
    window, day = planned_window(preset=preset, cycle=cycle), starts_at.date()
    if window is None or window[0] <= day <= window[1]:
        return ()
    rule = preset.sources.get("plan_window_days", "M-03").partition(":")[0]
    said = f"{preset.name} plans {cycle.name} between {_day(window[0])} and {_day(window[1])}; this session is {_side(day, window)}."
    late = " The team would begin the cycle without a direction." if day >= cycle.starts_on else ""
    return (Advice(rule=rule, message=said + late),)


def allowed_minutes(*, preset: Preset, scope: Scope) -> tuple[int, int] | None:
    """Return how long a planning may take, in minutes; None where the doctrine does not say. Source: M-11, T-16."""
    if "okrs_tool" in {preset.key, preset.derived_from} and scope is not Scope.TEAM:
        return LEADERSHIP_MIN if scope is Scope.COMPANY else (LEADERSHIP_MIN[0], WORKING_DAY_MIN)
    return preset.session_minutes


def _trigger(trigger: Trigger) -> Iterator[Advice]:
    if trigger is Trigger.NOTHING_CHANGED:
        yield Advice(
            rule="O-03",
            message="Nothing has changed, so there is nothing to clarify or reset. Better hold a check-in and keep the hour.",
        )


def _length(preset: Preset, scope: Scope, minutes: int) -> Iterator[Advice]:
    rule = preset.sources.get("session_minutes", "T-16").partition(":")[0]
    limits = allowed_minutes(preset=preset, scope=scope)
    if limits is not None and not limits[0] <= minutes <= limits[1]:
        span = f"{limits[0]}–{limits[1]} min" if limits[0] else f"at most {limits[1]} min"
        yield Advice(rule=rule, message=f"The agenda takes {minutes} min; {preset.name} says {span}.")
    elif minutes < SHORTEST_MIN:
        yield Advice(rule="T-16", message=f"{minutes} min are too few: nobody will believe in what comes out.")
    elif minutes > WORKING_DAY_MIN:
        yield Advice(rule="T-16", message="The agenda takes more than a working day. Split it into sessions.")


def _process(session: Session, followed: Followed | None) -> Iterator[Advice]:
    if followed is not None and session.starts_at - followed.first_starts_at > LONGEST_PROCESS:
        days = (session.starts_at - followed.first_starts_at).days
        yield Advice(
            rule="T-16",
            message=f"The first session of this planning was {days} days earlier; after three weeks its goals are stale.",
        )


def _people(session: Session, seats: Seats) -> Iterator[Advice]:
    roles = [seat.role for seat in seats if seat.role is not SeatRole.OBSERVER]
    if not any(role in LEADERS for role in roles):
        yield Advice(rule="O-04", message="Nobody is invited who can decide. Invite a lead or decision-maker.")
    if SeatRole.CONTRIBUTOR not in roles and session.scope is not Scope.COMPANY:
        yield Advice(
            rule="O-04", message="Nobody is invited who does the work. Invite a few contributors with context."
        )
    if session.kind in PLANS and session.scope is Scope.COMPANY and roles.count(SeatRole.CONTRIBUTOR) > len(roles) / 2:
        yield Advice(
            rule="T-23", message="The company's priorities come from its leaders; contributors draft with their teams."
        )
    if len(roles) < FEWEST:
        yield Advice(rule="O-04", message=f"{len(roles)} at the table leave blind spots. Who sees what you don't?")
    if len(roles) > MOST:
        yield Advice(rule="O-04", message=f"{len(roles)} at the table decide slowly. Who could watch instead?")


def _side(day: date, window: tuple[date, date]) -> str:
    days = (window[0] - day).days if day < window[0] else (day - window[1]).days
    return f"{days} {'day' if days == 1 else 'days'} {'earlier' if day < window[0] else 'later'}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b}"
