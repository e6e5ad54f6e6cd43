"""Silent notes: hidden until the step ends, never lost. Source: W-03, G-08."""

import pytest

from service.domain.errors import NotThere
from service.domain.room import SeatRole, StepKind
from service.domain.room.notes import EditNote, NoteShown, TearNote, WriteNote
from service.domain.room.pacing import Advance, GoBack
from service.domain.room.seats import Invite, Join, NotInRoom, ObserversWatch
from tests.unit.room.rooms import FAY, LIA, SAM, TOM, Play, play


def _texts(played: Play, by: str) -> list[str]:
    return [note.text for note in played.room.notes.seen_by(by, agenda=played.room.agenda)]


def test_nobody_sees_anothers_note_until_the_silence_ends() -> None:
    played = play(StepKind.NOTES, StepKind.THEMES)
    played.act(TOM, WriteNote(text="Fewer returns"))
    mine = played.act(LIA, WriteNote(text="Faster answers"))
    assert _texts(played, TOM) == ["Fewer returns"]
    assert _texts(played, FAY) == []
    played.act(LIA, EditNote(note_id=mine, text="Faster first answers"))
    with pytest.raises(NotThere):
        played.act(TOM, EditNote(note_id=mine, text="Mine now"))
    played.act(FAY, Advance(step_id="notes"))
    assert _texts(played, SAM) == ["Fewer returns", "Faster first answers"]
    with pytest.raises(NoteShown):
        played.act(LIA, TearNote(note_id=mine))


def test_what_was_being_typed_when_the_time_ran_out_is_kept_as_late() -> None:
    played = play(StepKind.NOTES, StepKind.THEMES, StepKind.OBJECTIVES)
    played.act(FAY, Advance(step_id="notes"))
    played.act(LIA, WriteNote(text="Half a thought"))
    (note,) = played.room.notes.all
    assert note.is_late
    assert note.step_id == "notes"
    assert _texts(played, TOM) == ["Half a thought"]


def test_after_a_way_back_only_the_new_notes_are_hidden() -> None:
    played = play(StepKind.NOTES, StepKind.THEMES)
    played.act(LIA, WriteNote(text="Early"))
    played.later(minutes=1)
    played.act(FAY, Advance(step_id="notes"))
    played.act(FAY, GoBack(step_id="notes", reason="More"))
    played.act(LIA, WriteNote(text="New"))
    assert _texts(played, TOM) == ["Early"]


def test_observers_and_strangers_write_nothing() -> None:
    played = play(StepKind.NOTES)
    played.act(FAY, Invite(account_id="acc-eve", role=SeatRole.OBSERVER))
    played.act("acc-eve", Join())
    with pytest.raises(ObserversWatch):
        played.act("acc-eve", WriteNote(text="Hm"))
    with pytest.raises(NotInRoom):
        played.act("acc-nobody", WriteNote(text="Hm"))
