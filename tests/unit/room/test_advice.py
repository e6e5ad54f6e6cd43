"""What speaks against a booking: the day, the length, the people, the reason. Nothing of it stops anybody."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from service.domain.model import CycleKind
from service.domain.presets import PRESETS
from service.domain.room import Agenda, Scope, Seat, SeatRole, SessionKind, Step, StepKind, Trigger
from service.domain.room.advice import advice, window_advice
from service.domain.room.followed import Followed
from service.domain.room.planned_window import planned_window
from service.domain.room.seats import Seats
from tests.unit.room.rooms import CYCLE, play

TABLE = (SeatRole.FACILITATOR, SeatRole.LEAD, SeatRole.CONTRIBUTOR, SeatRole.CONTRIBUTOR)


def _said(
    *,
    preset: str = "methodiq",
    minutes: int = 100,
    roles: tuple[SeatRole, ...] = TABLE,
    followed: Followed | None = None,
    **words: object,
) -> list[tuple[str, str]]:
    session = replace(play(StepKind.NOTES).room.session, starts_at=datetime(2026, 12, 14, 9, tzinfo=UTC), **words)  # type: ignore[arg-type]
    seats = Seats()
    for number, role in enumerate(roles):
        seats = seats.put(Seat(account_id=f"acc-{number}", role=role))
    agenda = Agenda(steps=(Step(id="notes", kind=StepKind.NOTES, title="Notes", minutes=minutes),))
    found = advice(session=session, preset=PRESETS[preset], cycle=CYCLE, agenda=agenda, seats=seats, followed=followed)
    return [(each.rule, each.message) for each in found]


def test_a_sound_booking_is_left_alone() -> None:
    assert _said() == []


@pytest.mark.parametrize(
    ("preset", "window"),
    [
        ("methodiq", (date(2026, 12, 11), date(2026, 12, 18))),
        ("okrs_tool", (date(2026, 12, 25), date(2026, 12, 31))),
        ("oboard", None),
    ],
)
def test_the_window_is_counted_back_from_the_first_day(preset: str, window: tuple[date, date] | None) -> None:
    """M-03: D−21 … D−14. T-01: the final week of the running cycle."""
    assert planned_window(preset=PRESETS[preset], cycle=CYCLE) == window


@pytest.mark.parametrize(
    ("preset", "day", "rule", "part"),
    [
        ("methodiq", date(2026, 12, 10), "M-03", "1 day earlier"),
        ("methodiq", date(2026, 12, 11), None, ""),
        ("methodiq", date(2026, 12, 18), None, ""),
        ("methodiq", date(2026, 12, 19), "M-03", "1 day later"),
        ("okrs_tool", date(2026, 12, 24), "T-01", "earlier"),
        ("okrs_tool", date(2026, 12, 31), None, ""),
        ("okrs_tool", date(2027, 1, 4), "T-01", "begin the cycle without a direction"),
        ("google", date(2027, 2, 1), None, ""),
    ],
)
def test_a_session_outside_the_window_names_the_rule(preset: str, day: date, rule: str | None, part: str) -> None:
    """M-03, T-01: outside its doctrine's days a session carries a warning; in the first week of the cycle it says why."""
    starts_at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    found = window_advice(preset=PRESETS[preset], cycle=CYCLE, starts_at=starts_at)
    assert [each.rule for each in found] == ([rule] if rule else [])
    assert all(part in each.message for each in found)


@pytest.mark.parametrize(
    ("preset", "scope", "minutes", "rule"),
    [
        ("methodiq", Scope.TEAM, 89, "M-11"),
        ("methodiq", Scope.TEAM, 90, None),
        ("methodiq", Scope.TEAM, 120, None),
        ("methodiq", Scope.TEAM, 121, "M-11"),
        ("okrs_tool", Scope.TEAM, 120, "T-16"),
        ("okrs_tool", Scope.COMPANY, 120, None),
        ("okrs_tool", Scope.COMPANY, 90, "T-16"),
        ("okrs_tool", Scope.BOTH, 480, None),
        ("okrs_tool", Scope.BOTH, 481, "T-16"),
        ("oboard", Scope.TEAM, 19, "T-16"),
        ("oboard", Scope.TEAM, 20, None),
        ("oboard", Scope.TEAM, 481, "T-16"),
    ],
)
def test_the_length_is_measured_by_the_doctrine(preset: str, scope: Scope, minutes: int, rule: str | None) -> None:
    """M-11, T-16: 90–120 min; team 60–90, leadership 2–3 h, a working day at most, 20 min at least."""
    found = {each for each, _ in _said(preset=preset, scope=scope, minutes=minutes)} & {"M-11", "T-16"}
    assert found == ({rule} if rule else set())


def test_short_sessions_are_not_measured_as_plannings() -> None:
    """T-16 speaks of planning; a retrospective may take as long as it needs."""
    assert not {"M-11", "M-03"} & {rule for rule, _ in _said(kind=SessionKind.RETROSPECTIVE, minutes=60)}


def test_three_weeks_of_planning_are_too_many() -> None:
    """T-16: a process of more than three weeks warns."""
    start = datetime(2026, 12, 14, 9, tzinfo=UTC)
    chain = Followed(title="Direction", kind=SessionKind.STRATEGY, first_starts_at=start - timedelta(days=22))
    assert any(rule == "T-16" and "22 days" in said for rule, said in _said(followed=chain))
    assert _said(followed=replace(chain, first_starts_at=start - timedelta(days=21))) == []


def test_when_nothing_has_changed_there_is_no_reason_to_meet() -> None:
    """O-03: the advice is not to run the session; every other trigger is one."""
    assert [rule for rule, _ in _said(trigger=Trigger.NOTHING_CHANGED)] == ["O-03"]
    for trigger in set(Trigger) - {Trigger.NOTHING_CHANGED}:
        assert _said(trigger=trigger) == []


@pytest.mark.parametrize(
    ("roles", "scope", "rules"),
    [
        ((SeatRole.FACILITATOR, SeatRole.CONTRIBUTOR, SeatRole.CONTRIBUTOR), Scope.TEAM, ["O-04"]),
        ((SeatRole.FACILITATOR, SeatRole.LEAD, SeatRole.LEAD), Scope.TEAM, ["O-04"]),
        ((SeatRole.LEAD, SeatRole.CONTRIBUTOR), Scope.TEAM, ["O-04"]),
        ((SeatRole.LEAD, *(SeatRole.CONTRIBUTOR,) * 11), Scope.TEAM, []),
        ((SeatRole.LEAD, *(SeatRole.CONTRIBUTOR,) * 12), Scope.TEAM, ["O-04"]),
        ((*TABLE, *(SeatRole.OBSERVER,) * 20), Scope.TEAM, []),
        ((SeatRole.SPONSOR, SeatRole.LEAD, SeatRole.LEAD), Scope.COMPANY, []),
        ((SeatRole.SPONSOR, *(SeatRole.CONTRIBUTOR,) * 3), Scope.COMPANY, ["T-23"]),
    ],
)
def test_who_is_missing_and_who_is_too_many(roles: tuple[SeatRole, ...], scope: Scope, rules: list[str]) -> None:
    """O-04, T-23: a decision-maker, contributors, three to twelve at the table; company priorities come from leadership."""
    assert [rule for rule, _ in _said(roles=roles, scope=scope, preset="oboard")] == rules


def test_a_year_is_planned_as_a_quarter_is() -> None:
    """W-01: the horizon is the cycle's, a quarter or a year; the window follows its first day."""
    year = replace(CYCLE, kind=CycleKind.YEAR, ends_on=date(2027, 12, 31))
    assert planned_window(preset=PRESETS["methodiq"], cycle=year) == (date(2026, 12, 11), date(2026, 12, 18))
