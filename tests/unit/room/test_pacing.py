"""Turning pages: time used, pauses, more time, two who press at once, a logged way back. Source: M-01, M-11, M-12."""

import pytest

from service.domain.room import SeatRole, SessionState, StepKind
from service.domain.room.notes import WriteNote
from service.domain.room.pacing import Advance, Extend, GoBack, Pause, Resume
from service.domain.room.running import RoomNotOpen, StepMoved, WrongStep
from service.domain.room.seats import FacilitatorTaken, HandOver, Invite, NotFacilitating
from tests.unit.room.rooms import FAY, LIA, TOM, play


def test_the_time_each_step_used_is_recorded_without_its_pauses() -> None:
    """M-11."""
    played = play(StepKind.NOTES, StepKind.THEMES)
    played.later(minutes=4)
    played.act(FAY, Pause())
    assert played.room.agenda.is_paused
    played.later(minutes=30)
    assert played.room.agenda.left_s(now=played.facts.now) == 6 * 60
    played.act(FAY, Resume())
    assert not played.room.agenda.is_paused
    played.later(minutes=2)
    played.act(FAY, Extend(step_id="notes", minutes=5))
    assert played.room.agenda.left_s(now=played.facts.now) == 9 * 60
    played.later(minutes=10)
    assert played.room.agenda.left_s(now=played.facts.now) == -60
    played.act(FAY, Advance(step_id="notes"))
    assert played.room.agenda.used_s(step_id="notes", now=played.facts.now) == 16 * 60
    assert played.room.agenda.left_s(now=played.facts.now) == 600


def test_two_who_press_at_once_turn_one_page() -> None:
    played = play(StepKind.NOTES, StepKind.THEMES, StepKind.CHOOSE)
    played.act(FAY, Invite(account_id=TOM, role=SeatRole.DEPUTY))
    played.act(FAY, Advance(step_id="notes"))
    with pytest.raises(StepMoved):
        played.act(TOM, Advance(step_id="notes"))
    assert played.room.agenda.step
    assert played.room.agenda.step.id == "themes"


def test_going_back_is_allowed_and_logged() -> None:
    """M-12."""
    played = play(StepKind.NOTES, StepKind.THEMES)
    played.later(minutes=3)
    played.act(FAY, Advance(step_id="notes"))
    with pytest.raises(StepMoved):
        played.act(FAY, GoBack(step_id="themes", reason="It is this one"))
    played.act(FAY, GoBack(step_id="notes", reason="Lia came late"))
    (way,) = played.room.agenda.ways_back
    assert (way.from_id, way.to_id, way.reason, way.by) == ("themes", "notes", "Lia came late", FAY)
    played.later(minutes=2)
    assert played.room.agenda.used_s(step_id="notes", now=played.facts.now) == 5 * 60


def test_a_session_ends_after_its_last_step_and_may_be_taken_up_again() -> None:
    played = play(StepKind.NOTES)
    played.act(FAY, Advance(step_id="notes"))
    assert played.room.session.state is SessionState.CLOSED
    with pytest.raises(RoomNotOpen):
        played.act(LIA, WriteNote(text="Too late"))
    played.act(FAY, GoBack(step_id="notes", reason="One more"))
    assert played.room.session.state is SessionState.OPEN


def test_only_the_facilitator_and_deputies_turn_pages_and_there_is_exactly_one() -> None:
    """M-01."""
    played = play(StepKind.NOTES, StepKind.THEMES)
    with pytest.raises(NotFacilitating):
        played.act(LIA, Advance(step_id="notes"))
    with pytest.raises(FacilitatorTaken):
        played.act(FAY, Invite(account_id=TOM, role=SeatRole.FACILITATOR))
    played.act(FAY, HandOver(account_id=TOM))
    facilitators = [seat.account_id for seat in played.room.seats if seat.role is SeatRole.FACILITATOR]
    assert facilitators == [TOM]
    assert played.room.seats.by_account[FAY].role is SeatRole.DEPUTY


def test_an_act_of_another_step_says_where_it_belongs() -> None:
    played = play(StepKind.OBJECTIVES, StepKind.NOTES)
    with pytest.raises(WrongStep, match="objectives"):
        played.act(LIA, WriteNote(text="An idea"))
