"""Slots, owners and cycles: the refusals around mapping, each naming its way out."""

from datetime import date, timedelta

import pytest

from service.domain.cycles import (
    CycleDatesInvalid,
    CycleStateRefused,
    current,
    cycle_before,
    is_cadence_too_slow,
    last_day,
    move,
    require_dates,
)
from service.domain.model import CycleKind, CycleState, KeyResultState, OwnerState, Tracker
from service.domain.ownership import (
    OwnerCannotSeeEpic,
    OwnerInactive,
    OwnerMissing,
    OwnerUnknown,
    owner_state,
    require_owner,
)
from service.domain.slots import FieldTaken, SlotsFull, heirs, next_slot, require_free_field, with_place
from tests.unit.domain.make import at, cycle, key_result


def slotted(*slots, state=KeyResultState.ACTIVE):
    return [key_result(id=f"k{slot}", tracker=Tracker(slot=slot), state=state) for slot in slots]


def test_the_lowest_free_slot_is_next():
    assert next_slot(key_results=[]) == 1
    assert next_slot(key_results=slotted(1, 3)) == 2
    assert next_slot(key_results=[*slotted(2, 3), *slotted(1, state=KeyResultState.CANCELLED)]) == 1
    assert next_slot(key_results=[key_result(tracker=Tracker(field_id="customfield_1"))]) == 1


def test_a_sixth_key_result_is_told_the_way_out():
    with pytest.raises(SlotsFull, match="number field, or cancel") as refused:
        next_slot(key_results=slotted(1, 2, 3, 4, 5))
    assert (refused.value.code, refused.value.status, refused.value.field) == ("slots_full", 409, "field")


def test_a_field_tracks_one_key_result_of_an_epic():
    bound = key_result(tracker=Tracker(field_id="customfield_1"))
    with pytest.raises(FieldTaken, match="Reply sooner") as refused:
        require_free_field(field_id="customfield_1", key_results=[bound], key_result_id="other")
    assert refused.value.code == "field_taken"
    require_free_field(field_id="customfield_1", key_results=[bound], key_result_id=bound.id)
    require_free_field(field_id="customfield_2", key_results=[bound])
    cancelled = key_result(tracker=Tracker(field_id="customfield_1"), state=KeyResultState.CANCELLED)
    require_free_field(field_id="customfield_1", key_results=[cancelled])


@pytest.mark.parametrize(
    ("owner", "known", "active", "sees", "state", "error"),
    [
        (None, True, True, True, OwnerState.MISSING, OwnerMissing),
        ("", True, True, True, OwnerState.MISSING, OwnerMissing),
        ("a", False, True, True, OwnerState.UNKNOWN, OwnerUnknown),
        ("a", True, False, True, OwnerState.INACTIVE, OwnerInactive),
        ("a", True, True, False, OwnerState.CANNOT_SEE, OwnerCannotSeeEpic),
        ("a", True, True, True, OwnerState.OK, None),
    ],
)
def test_an_owner_is_an_active_account_that_sees_the_epic(owner, known, active, sees, state, error):
    """M-17, T-08."""
    assert owner_state(owner=owner, is_known=known, is_active=active, may_see=sees) is state
    if error is None:
        require_owner(state=state)
        return
    with pytest.raises(error) as refused:
        require_owner(state=state)
    assert refused.value.field == "owner"


def test_an_unchecked_owner_is_not_refused():
    require_owner(state=OwnerState.UNCHECKED)


def test_a_cycle_moves_forward_one_step_at_a_time():
    row = cycle(state=CycleState.PLANNING)
    for state in (CycleState.ACTIVE, CycleState.REVIEW, CycleState.CLOSED):
        row = move(cycle=row, to=state, now=at(4, 20))
        assert row.state is state
    assert row.closed_at == at(4, 20)
    with pytest.raises(CycleStateRefused, match="stays closed"):
        move(cycle=row, to=CycleState.ACTIVE, now=at(4, 21))


@pytest.mark.parametrize("to", [CycleState.PLANNING, CycleState.ACTIVE, CycleState.CLOSED])
def test_no_step_is_skipped_or_taken_back(to):
    with pytest.raises(CycleStateRefused, match="only move to review"):
        move(cycle=cycle(), to=to, now=at(4, 20))


@pytest.mark.parametrize(
    ("kind", "starts_on", "ends_on"),
    [
        (CycleKind.QUARTER, date(2026, 1, 1), date(2026, 3, 31)),
        (CycleKind.QUARTER, date(2026, 10, 1), date(2026, 12, 31)),
        (CycleKind.QUARTER, date(2026, 11, 30), date(2027, 2, 28)),
        (CycleKind.SIX_WEEKS, date(2026, 1, 5), date(2026, 2, 15)),
        (CycleKind.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
        (CycleKind.YEAR, date(2028, 2, 29), date(2029, 2, 28)),
    ],
)
def test_the_last_day_follows_from_the_kind(kind, starts_on, ends_on):
    """T-19."""
    assert last_day(kind=kind, starts_on=starts_on) == ends_on


def test_a_custom_cycle_needs_its_last_day():
    with pytest.raises(CycleDatesInvalid, match="last day"):
        last_day(kind=CycleKind.CUSTOM, starts_on=date(2026, 1, 1))


def test_dates_are_in_order_and_of_a_sane_length():
    require_dates(starts_on=date(2026, 1, 1), ends_on=date(2026, 1, 1))
    require_dates(starts_on=date(2026, 1, 1), ends_on=date(2027, 12, 31))
    for ends_on in (date(2025, 12, 31), date(2028, 6, 1)):
        with pytest.raises(CycleDatesInvalid) as refused:
            require_dates(starts_on=date(2026, 1, 1), ends_on=ends_on)
        assert refused.value.field == "ends_on"


@pytest.mark.parametrize(
    ("days", "checkin_days", "is_too_slow"),
    [(84, 30, True), (84, 7, False), (84, 21, False), (92, 14, False), (42, 14, True)],
)
def test_three_data_points_are_too_few(days, checkin_days, is_too_slow):
    """T-19: twelve weeks with monthly check-ins."""
    row = cycle(starts_on=date(2026, 1, 1), ends_on=date(2026, 1, 1) + timedelta(days=days - 1))
    assert is_cadence_too_slow(cycle=row, checkin_days=checkin_days) is is_too_slow


def test_a_planning_looks_back_on_the_cycle_before_of_its_own_kind():
    """T-19: a quarter is compared with a quarter, not with the year around it; without one, with what ended last."""
    year = cycle(key="2026", kind=CycleKind.YEAR, starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31))
    third = cycle(key="2026-Q3", kind=CycleKind.QUARTER, starts_on=date(2026, 7, 1), ends_on=date(2026, 9, 30))
    fourth = cycle(key="2026-Q4", kind=CycleKind.QUARTER, starts_on=date(2026, 10, 1), ends_on=date(2026, 12, 31))
    coming = cycle(key="2027-Q1", kind=CycleKind.QUARTER, starts_on=date(2027, 1, 1), ends_on=date(2027, 3, 31))
    assert cycle_before(cycles=(year, third, fourth, coming), cycle=coming) == fourth
    assert cycle_before(cycles=(year, coming), cycle=coming) == year
    assert cycle_before(cycles=(coming,), cycle=coming) is None


def test_the_current_cycle_is_the_shortest_open_one_that_holds_today():
    year = cycle(key="2026", starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31))
    quarter = cycle(key="2026-Q1", starts_on=date(2026, 1, 1), ends_on=date(2026, 3, 31))
    closed = cycle(key="2026-6W", starts_on=date(2026, 1, 1), ends_on=date(2026, 2, 11), state=CycleState.CLOSED)
    coming = cycle(key="2027-Q1", starts_on=date(2027, 1, 1), ends_on=date(2027, 3, 31))
    everything = [year, quarter, closed, coming]
    assert current(cycles=everything, today=date(2026, 2, 1)) == quarter
    assert current(cycles=everything, today=date(2026, 5, 1)) == year
    assert current(cycles=[quarter, closed, coming], today=date(2026, 5, 1)) == coming
    assert current(cycles=[quarter, closed], today=date(2026, 5, 1)) == quarter
    assert current(cycles=[], today=date(2026, 5, 1)) is None


def waiting(id_, **over):
    return key_result(id=id_, tracker=Tracker(), **over)


def test_who_waits_gets_what_is_free_in_order():
    """Three wait, two slots are free; who is bound or cancelled does not wait."""
    rows = [
        *slotted(1, 2, 4),
        waiting("x", state=KeyResultState.CANCELLED),
        key_result(id="y", tracker=Tracker(field_id="customfield_1")),
        waiting("a"),
        waiting("b"),
        waiting("c"),
    ]
    assert [(each.id, each.tracker.slot) for each in heirs(key_results=rows)] == [("a", 3), ("b", 5)]
    assert heirs(key_results=slotted(1, 2)) == ()


def test_an_heir_knows_what_the_field_shows():
    left = [
        key_result(id="l", tracker=Tracker(slot=1, seen=True, seen_value=40.0)),
        key_result(id="m", tracker=Tracker(field_id="customfield_1", seen=True, seen_value=9.0)),
    ]
    first, second = heirs(key_results=[waiting("a"), waiting("b")], left=left)
    assert first.tracker == Tracker(slot=1, seen=True, seen_value=40.0)
    assert second.tracker == Tracker(slot=2)


SEEN = {"seen": True, "seen_value": 5.0}


@pytest.mark.parametrize(
    ("old", "named", "placed"),
    [
        (Tracker(slot=2, **SEEN), Tracker(jql="a"), Tracker(jql="a", slot=2, **SEEN)),
        (Tracker(slot=2, **SEEN), Tracker(field_id="f"), Tracker(field_id="f")),
        (Tracker(field_id="f", **SEEN), Tracker(jql="a", field_id="f"), Tracker(jql="a", field_id="f", **SEEN)),
        (Tracker(field_id="f", **SEEN), Tracker(field_id="g"), Tracker(field_id="g")),
        (Tracker(field_id="f", **SEEN), Tracker(), Tracker(slot=3)),
        (Tracker(), Tracker(jql="a"), Tracker(jql="a", slot=3)),
    ],
)
def test_a_changed_tracker_has_one_place(old, named, placed):
    """What was seen stays where the field stays. Slots 1 and 2 are somebody's."""
    before = key_result(id="own", tracker=old)
    others = [*slotted(1), *(slotted(2) if old.slot != 2 else []), before]
    assert with_place(tracker=named, before=before, key_results=others) == placed


def test_without_a_free_slot_a_bound_one_keeps_its_field_and_a_waiting_one_waits():
    full = slotted(1, 2, 3, 4, 5)
    bound = key_result(id="own", tracker=Tracker(field_id="f"))
    with pytest.raises(SlotsFull):
        with_place(tracker=Tracker(), before=bound, key_results=[*full, bound])
    waits = waiting("own")
    assert with_place(tracker=Tracker(jql="a"), before=waits, key_results=[*full, waits]) == Tracker(jql="a")
    taken = key_result(id="x", tracker=Tracker(field_id="f"))
    with pytest.raises(FieldTaken):
        with_place(tracker=Tracker(field_id="f"), before=waits, key_results=[taken, waits])
