"""Nobody leaves without owners, a weekly slot, a way to give updates and days for it; and work behind the numbers."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.model import Cycle, CycleKind
from service.domain.presets import PRESETS
from service.domain.room import StepKind
from service.domain.room.checkin_agenda import checkin_agenda
from service.domain.room.drafts.ownership import OwnObjective
from service.domain.room.initiatives import (
    DropInitiative,
    IssueKeyInvalid,
    LinkIssue,
    PlanWork,
    TooManyInitiatives,
    three_conditions,
)
from service.domain.room.rhythm import ChooseSlot, Rhythm, SlotInvalid, UpdateMode, Weekday, checkin_dates
from tests.unit.room.closing import agreed, hard, ready, rules, slot
from tests.unit.room.rooms import CYCLE, FAY, LIA, TOM, replace


def test_the_slot_is_the_gate() -> None:
    """T-14, O-12, O-17: same time each week, twenty minutes, before the cycle begins."""
    room, *_ = agreed()
    room.go_to(StepKind.CLOSE)
    assert "T-14" in hard(room)
    slot(room)
    assert "T-14" not in hard(room)
    assert room.room.rhythm.minutes == 20


def test_a_slot_after_the_first_day_is_said_and_does_not_hold_up() -> None:
    """T-14: created before the cycle starts."""
    room, *_ = agreed()
    room.go_to(StepKind.CLOSE)
    room.facts = replace(room.facts, now=datetime(2027, 1, 4, 9, tzinfo=UTC))
    slot(room)
    assert "T-14" in rules(room)
    assert "T-14" not in hard(room)


def test_an_objective_needs_an_owner_where_the_doctrine_says_so() -> None:
    """O-12."""
    room, objective, _ = ready()
    assert "O-12" not in hard(room)
    room.facts = replace(room.facts, preset=PRESETS["oboard"])
    assert "O-12" in hard(room)
    room.act(FAY, OwnObjective(objective_id=objective, owner=TOM))
    assert "O-12" not in hard(room)


def test_a_key_result_without_an_owner_keeps_everybody_in_the_room() -> None:
    """M-17, T-08, O-17."""
    room, _, row = ready()
    draft = room.room.drafts.key_result(row)
    assert draft is not None
    orphan = room.room.drafts.with_key_result(replace(draft, owner=None))
    room.room = replace(room.room, drafts=orphan)
    assert "M-17" in hard(room)


@pytest.mark.parametrize("time", ["9:30", "24:00", "half past nine", ""])
def test_an_hour_that_is_none_is_refused(time: str) -> None:
    room, *_ = agreed()
    with pytest.raises(SlotInvalid):
        room.act(FAY, ChooseSlot(mode=UpdateMode.ASYNC, weekday=Weekday.MONDAY, time=time))


def test_the_days_of_the_quarter() -> None:
    """O-12, O-28: worked by hand; 1 January 2027 is a Friday."""
    days = checkin_dates(rhythm=Rhythm(weekday=Weekday.TUESDAY), cycle=CYCLE)
    assert (days[0], days[-1], len(days)) == (date(2027, 1, 5), date(2027, 3, 30), 13)
    assert checkin_dates(rhythm=Rhythm(weekday=Weekday.FRIDAY), cycle=CYCLE)[0] == date(2027, 1, 1)
    assert checkin_dates(rhythm=Rhythm(), cycle=CYCLE) == ()


@given(
    start=st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    length=st.integers(0, 400),
    weekday=st.sampled_from(list(Weekday)),
)
def test_every_check_in_lies_in_its_cycle_on_its_weekday(start: date, length: int, weekday: Weekday) -> None:
    """T-14: the same day each week, none missed."""
    end = date.fromordinal(start.toordinal() + length)
    cycle = Cycle(id="c", key="k", name="n", kind=CycleKind.CUSTOM, starts_on=start, ends_on=end)
    days = checkin_dates(rhythm=Rhythm(weekday=weekday), cycle=cycle)
    wanted = list(Weekday).index(weekday)
    every = [date.fromordinal(day) for day in range(start.toordinal(), end.toordinal() + 1)]
    assert list(days) == [day for day in every if day.weekday() == wanted]


def test_two_or_three_initiatives_a_key_result() -> None:
    """T-15, O-01: too few or too many is said, nothing is held up."""
    room, _, row = agreed()
    room.go_to(StepKind.INITIATIVES)
    seen = []
    for number in range(4):
        seen.append("T-15" in rules(room))
        room.act(LIA, PlanWork(key_result_id=row, text=f"Work {number}"))
    seen.append("T-15" in rules(room))
    assert seen == [True, True, False, False, True]
    assert "T-15" not in hard(room)


def test_initiatives_can_be_linked_and_taken_away_and_the_target_stays() -> None:
    """G-14: adjusting work does not touch the number."""
    room, _, row = agreed()
    id = room.act(LIA, LinkIssue(key_result_id=row, issue_key=" care-12 "))
    draft = room.room.drafts.key_result(row)
    assert draft is not None
    assert [each.issue_key for each in draft.initiatives] == ["CARE-12"]
    with pytest.raises(TooManyInitiatives):
        room.act(TOM, LinkIssue(key_result_id=row, issue_key="CARE-12"))
    with pytest.raises(IssueKeyInvalid):
        room.act(TOM, LinkIssue(key_result_id=row, issue_key="the big one"))
    room.act(TOM, DropInitiative(key_result_id=row, initiative_id=id))
    after = room.room.drafts.key_result(row)
    assert after == replace(draft, initiatives=())


def test_the_three_conditions() -> None:
    """T-22: initiatives, ownership, check-ins."""
    room, _, row = agreed()
    assert [(each.name, each.met, each.of) for each in three_conditions(room.room)] == [
        ("Initiatives", 0, 1),
        ("Ownership", 1, 1),
        ("Check-ins", 1, 1),
    ]
    room.act(LIA, PlanWork(key_result_id=row, text="Print the label"))
    assert all(each.is_met for each in three_conditions(room.room))


def test_the_weekly_check_in_has_an_agenda_of_twenty_minutes_with_its_questions() -> None:
    """O-30, T-14, G-13."""
    room, *_ = ready()
    points = checkin_agenda(room.room)
    assert sum(each.minutes for each in points) == 20
    said = " ".join(question for each in points for question in each.questions)
    assert "Make returning feel easy" in said
    assert "how sure are you" in said
    assert "stands in the way" in " ".join(each.title for each in points)


def test_the_weekly_slot_is_a_rhythm_for_everything() -> None:
    """W-10, T-14: a key result without one of its own needs none once there is a slot."""
    room, _, row = agreed()
    room.go_to(StepKind.CLOSE)
    draft = room.room.drafts.key_result(row)
    assert draft is not None
    room.room = replace(room.room, drafts=room.room.drafts.with_key_result(replace(draft, checkin_days=None)))
    assert {"W-10", "T-14"} <= hard(room)
    slot(room)
    assert not {"W-10", "T-14"} & rules(room)


def test_a_slot_outside_the_cycle_is_no_slot() -> None:
    """O-12: a cycle of a weekend and a Monday has no Tuesday."""
    room, *_ = ready()
    room.facts = replace(room.facts, cycle=replace(CYCLE, starts_on=date(2027, 1, 2), ends_on=date(2027, 1, 4)))
    assert "O-12" in hard(room)
    slot(room, weekday=Weekday.MONDAY)
    assert "O-12" not in hard(room)
