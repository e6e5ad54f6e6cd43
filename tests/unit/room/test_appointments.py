"""The calendar of a session, and how people change its agenda."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.presets import PRESETS
from service.domain.room import SessionKind, Step, StepKind
from service.domain.room.agenda_edits import added, dropped, joined, moved
from service.domain.room.agenda_template import AgendaTemplate, TemplateInvalid, named
from service.domain.room.agendas import BY_PRESET, default_agenda
from service.domain.room.appointments import Appointment, appointments, how_often
from service.domain.room.checkin_agenda import agenda_text, checkin_agenda
from service.domain.room.rhythm import SLOT_MINUTES, ChooseSlot, UpdateMode, Weekday
from tests.unit.room.rooms import CYCLE, FAY, START, play

STEPS = default_agenda(preset="workshop_weaver", kind=SessionKind.PLANNING)


def _found(
    preset: str = "methodiq", kind: SessionKind = SessionKind.PLANNING, **words: object
) -> tuple[Appointment, ...]:
    room = play(StepKind.NOTES, StepKind.CLOSE, preset=preset, session=kind).room
    moved = replace(room, session=replace(room.session, **words))  # type: ignore[arg-type]
    return appointments(room=moved, cycle=CYCLE, preset=PRESETS[preset])


def test_a_planning_brings_its_check_ins_and_the_retrospective() -> None:
    """T-14, O-28: same weekday and hour every week for 20 minutes from the cycle's first week on; the retrospective in its last."""
    booked, checkin, retrospective = _found()
    assert (booked.starts_at, booked.minutes) == (START, 20)  # a Monday
    assert "09:10 UTC  close" in booked.text
    assert (checkin.starts_at, checkin.minutes) == (datetime(2027, 1, 4, 9, 0, tzinfo=UTC), 20)
    assert (checkin.every_days, checkin.until) == (7, datetime(2027, 3, 29, 9, 0, tzinfo=UTC))
    assert retrospective.starts_at == datetime(2027, 3, 29, 9, 0, tzinfo=UTC)
    assert len({each.uid for each in (booked, checkin, retrospective)}) == 3


def test_the_rhythm_is_the_doctrines() -> None:
    """G-13: every two weeks at the generic doctrine."""
    checkin = _found("seed5_generic")[1]
    assert checkin.every_days == 14
    assert checkin.until is not None
    assert (checkin.until - checkin.starts_at).days % 14 == 0
    assert how_often(PRESETS["seed5_generic"]) == "every two weeks"


def test_short_sessions_bring_nothing_but_themselves() -> None:
    assert len(_found(kind=SessionKind.RETROSPECTIVE)) == 1


def test_a_moved_session_keeps_its_uids() -> None:
    """RFC 5545: the same uid lets a calendar move the entry instead of adding another."""
    later = _found(starts_at=START + timedelta(days=1))
    assert [each.uid for each in later] == [each.uid for each in _found()]
    assert later[0].starts_at != _found()[0].starts_at


@given(st.dates(date(2026, 1, 1), date(2027, 3, 31)), st.times())
def test_every_check_in_is_inside_the_cycle(day: date, hour: object) -> None:
    """T-14: check-ins begin with the cycle, however early or late the session is."""
    starts_at = datetime.combine(day, hour, UTC)  # type: ignore[arg-type]
    for each in _found(starts_at=starts_at):
        if each.every_days is not None and each.until is not None:
            assert CYCLE.starts_on <= each.starts_at.date() <= each.until.date() <= CYCLE.ends_on
            assert each.starts_at.weekday() == starts_at.weekday()


def test_the_weekly_meeting_has_an_agenda_and_questions() -> None:
    """O-30: agenda and questions are generated, fill the 20 minutes and stand in the calendar."""
    room = play(StepKind.NOTES, StepKind.CLOSE).room
    points = checkin_agenda(room)
    assert sum(each.minutes for each in points) == SLOT_MINUTES == 20
    assert all(question in agenda_text(room) for each in points for question in each.questions)
    assert agenda_text(room) in _found()[1].text


def test_the_chosen_slot_keeps_its_hour_when_the_clocks_change() -> None:
    """T-14: the same time every week, where the people are: 09:30 in Berlin is another instant after 28 March."""
    played = play(StepKind.NOTES, StepKind.CLOSE)
    played.act(FAY, ChooseSlot(mode=UpdateMode.MEETING, weekday=Weekday.WEDNESDAY, time="09:30", zone="Europe/Berlin"))
    checkin = appointments(room=played.room, cycle=CYCLE, preset=PRESETS["seed5_generic"])[1]
    assert checkin.starts_at.isoformat() == "2027-01-06T09:30:00+01:00"
    assert checkin.every_days == 7
    assert checkin.until is not None
    assert checkin.until.isoformat() == "2027-03-31T09:30:00+02:00"
    played.act(FAY, ChooseSlot(mode=UpdateMode.ASYNC, weekday=Weekday.FRIDAY, time="09:30", zone="Middle/Earth"))
    elsewhere = appointments(room=played.room, cycle=CYCLE, preset=PRESETS["seed5_generic"])[1]
    assert elsewhere.starts_at.isoformat() == "2027-01-01T09:30:00+00:00"


def test_steps_move_and_go() -> None:
    """W-14."""
    up = moved(steps=STEPS, step_id="notes", places=-1)
    assert [step.id for step in up][:2] == ["notes", "look-back"]
    assert moved(steps=STEPS, step_id="look-back", places=-1) == STEPS
    assert moved(steps=STEPS, step_id="close", places=1) == STEPS
    assert moved(steps=STEPS, step_id="unknown", places=1) == STEPS
    assert [step.id for step in dropped(steps=STEPS, step_id="notes")] == [s.id for s in STEPS if s.id != "notes"]


def test_a_new_step_comes_before_the_close() -> None:
    """W-14, M-26."""
    ids = [step.id for step in added(steps=STEPS, kind=StepKind.NOTES)]
    assert ids[-2:] == ["notes-2", "close"]


kinds = st.sampled_from(StepKind)
some_steps = st.lists(st.builds(Step, id=st.sampled_from("abc"), kind=kinds, title=st.just("x"), minutes=st.just(5)))


@given(st.sampled_from(sorted(BY_PRESET)), some_steps)
def test_joined_agendas_have_one_close_at_the_end_and_ids_of_their_own(preset: str, further: list[Step]) -> None:
    """W-14: two agendas become one timed agenda; what has run keeps its id."""
    first = default_agenda(preset=preset, kind=SessionKind.PLANNING)
    whole = joined(steps=first, further=further)
    ids = [step.id for step in whole]
    assert len(set(ids)) == len(ids)
    assert {step.id for step in first} <= set(ids)
    assert [step.kind for step in whole].count(StepKind.CLOSE) == 1
    assert whole[-1].kind is StepKind.CLOSE
    assert len(whole) == len(first) + sum(step.kind is not StepKind.CLOSE for step in further)


@pytest.mark.parametrize("name", ["", "   ", "x" * 81])
def test_a_template_has_a_name(name: str) -> None:
    with pytest.raises(TemplateInvalid):
        named(name=name)
    assert named(name="  Our   quarter ") == "Our quarter"


def test_a_cycle_without_the_sessions_weekday_has_no_check_in_in_the_calendar() -> None:
    """T-14: a cycle of three days from a Friday on, planned on a Monday; and nothing is looked back on before it was planned."""
    room = play(StepKind.NOTES, preset="methodiq").room
    short = replace(CYCLE, starts_on=date(2027, 1, 1), ends_on=date(2027, 1, 3))
    found = appointments(room=room, cycle=short, preset=PRESETS["methodiq"])
    assert [each.uid.removeprefix(room.session.id) for each in found] == ["", "-retrospective"]
    late = replace(room, session=replace(room.session, starts_at=datetime(2027, 3, 30, 9, 0, tzinfo=UTC)))
    found = appointments(room=late, cycle=CYCLE, preset=PRESETS["methodiq"])
    assert [each.uid.removeprefix(room.session.id) for each in found] == ["", "-check-in"]


def test_a_template_takes_what_its_steps_take() -> None:
    """M-26, M-11."""
    kept = AgendaTemplate(id="a", name="Ours", steps=STEPS, author="acc-fay", at=START)
    assert kept.minutes == sum(step.minutes for step in STEPS) > 0
