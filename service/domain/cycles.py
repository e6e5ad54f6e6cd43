"""The life and the dates of a cycle. Source: T-19, design section 3, requirements issue of cycles in parallel."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import ClassVar, Final

from service.domain.errors import DomainError
from service.domain.model import Cycle, CycleKind, CycleState

NEXT = {
    CycleState.PLANNING: CycleState.ACTIVE,
    CycleState.ACTIVE: CycleState.REVIEW,
    CycleState.REVIEW: CycleState.CLOSED,
}


class CycleStateRefused(DomainError):
    """A cycle only moves one step forward: planning → active → review → closed."""

    code: ClassVar[str] = "cycle_state_refused"
    status: ClassVar[int] = 409


class CycleDatesInvalid(DomainError):
    """The dates of a cycle do not fit each other or its kind."""

    code: ClassVar[str] = "cycle_dates_invalid"


def move(*, cycle: Cycle, to: CycleState, now: datetime) -> Cycle:
    """Return the cycle one step further; closing it records the instant.

    Raises: CycleStateRefused.
    """
    allowed = NEXT.get(cycle.state)
    if to is not allowed:
        way_out = f"It can only move to {allowed}." if allowed else "A closed cycle stays closed."
        raise CycleStateRefused(
            f"The cycle {cycle.key} is {cycle.state} and cannot become {to}. {way_out}", field="state"
        )
    return replace(cycle, state=to, closed_at=now if to is CycleState.CLOSED else None)


def last_day(*, kind: CycleKind, starts_on: date) -> date:
    """Return the last day of a cycle of that kind: three months, six weeks or a year.

    Raises: CycleDatesInvalid for a custom cycle, whose end must be given.
    """
    match kind:
        case CycleKind.QUARTER:
            return _months_later(starts_on, 3) - timedelta(days=1)
        case CycleKind.SIX_WEEKS:
            return starts_on + timedelta(days=41)
        case CycleKind.YEAR:
            return _months_later(starts_on, 12) - timedelta(days=1)
    raise CycleDatesInvalid("A custom cycle needs its last day.", field="ends_on")


def require_dates(*, starts_on: date, ends_on: date) -> None:
    """Refuse a cycle that ends before it begins or lasts longer than two years.

    Raises: CycleDatesInvalid.
    """
    if ends_on < starts_on:
        raise CycleDatesInvalid(
            f"The cycle would end on {ends_on}, before it begins on {starts_on}. Choose a later last day.",
            field="ends_on",
        )
    if (ends_on - starts_on).days > 731:
        raise CycleDatesInvalid("A cycle lasts two years at most. Choose an earlier last day.", field="ends_on")


FEWEST_CHECKINS: Final = 4
"""Three data points show no course. Source: T-19 (three against twelve)."""


def is_cadence_too_slow(*, cycle: Cycle, checkin_days: int) -> bool:
    """Tell whether a check-in rhythm gives the cycle fewer than four data points, e.g. monthly in twelve weeks."""
    return ((cycle.ends_on - cycle.starts_on).days + 1) // checkin_days < FEWEST_CHECKINS


def current(*, cycles: Iterable[Cycle], today: date) -> Cycle | None:
    """Return the cycle to show: the one that holds today, an open one before a closed one, the shortest first.

    Without one, the open cycle that begins next, else the one that ended last.
    """
    everything = sorted(cycles, key=lambda each: (each.ends_on - each.starts_on, each.key))
    holding = [each for each in everything if each.starts_on <= today <= each.ends_on]
    if holding:
        return min(holding, key=lambda each: each.state is CycleState.CLOSED)
    coming = [each for each in everything if each.starts_on > today and each.state is not CycleState.CLOSED]
    if coming:
        return min(coming, key=lambda each: each.starts_on)
    return max(everything, key=lambda each: each.ends_on, default=None)


def cycle_before(*, cycles: Iterable[Cycle], cycle: Cycle) -> Cycle | None:
    """Return the cycle that a planning looks back on: of those that began earlier the one that ended last.

    One of the same kind comes first: a quarter is compared with a quarter, not with the year around it (T-19).
    """
    earlier = [each for each in cycles if each.starts_on < cycle.starts_on]
    return max(earlier, key=lambda each: (each.kind is cycle.kind, each.ends_on, each.key), default=None)


def _months_later(day: date, months: int) -> date:
    """Return the same day of the month `months` later, or the first of the month after where it has no such day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    try:
        return day.replace(year=year, month=month)
    except ValueError:
        return date(year, month + 1, 1)  # only months shorter than December lack a day
