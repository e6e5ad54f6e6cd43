"""Sorting notes: suggestions accepted with one press, moves by hand, every note in exactly one place. Source: W-04, G-08."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain.errors import NotThere
from service.domain.room import SeatRole, StepKind, blockers
from service.domain.room.gates import Waive
from service.domain.room.notes import Prompt, WriteNote
from service.domain.room.pacing import Advance, StepBlocked
from service.domain.room.running import WrongStep
from service.domain.room.seats import Invite, Join, ObserversWatch
from service.domain.room.themes import suggested
from service.domain.room.themes.sorting import (
    DissolveTheme,
    MergeThemes,
    MoveNote,
    RenameTheme,
    SameTheme,
    StartTheme,
)
from service.domain.room.themes.suggesting import AcceptGroups, NothingToGroup, ThemeGroup
from tests.unit.room.rooms import FAY, LIA, SAM, TOM, Play, play

IDEAS = (
    "Customers wait for an answer",
    "Nobody waits on hold",
    "Meetings eat the day",
    "Fewer meetings",
    "Plant a tree",
)


def sorting() -> tuple[Play, list[str]]:
    """Return a room in its step of themes and the ids of its notes."""
    played = play(StepKind.NOTES, StepKind.THEMES, StepKind.CHOOSE)
    notes = [played.act((TOM, LIA, SAM)[at % 3], WriteNote(text=text)) for at, text in enumerate(IDEAS)]
    played.act(FAY, Advance(step_id="notes"))
    return played, notes


def _groups(played: Play) -> tuple[ThemeGroup, ...]:
    return tuple(ThemeGroup(name=group.name, note_ids=group.note_ids) for group in suggested(played.room))


def test_suggested_groups_become_themes_only_when_somebody_accepts_them() -> None:
    """W-04: suggested grouping; names are stored; the idea that fits nowhere stays in sight (G-08)."""
    played, notes = sorting()
    assert played.room.themes.all == ()
    groups = _groups(played)
    assert len(groups) == 2
    played.act(LIA, AcceptGroups(groups=groups))
    assert [theme.name for theme in played.room.themes] == [group.name for group in groups]
    assert all(theme.was_suggested for theme in played.room.themes)
    assert [note.id for note in played.room.themes.loose(played.room.notes.all)] == [notes[4]]
    with pytest.raises(NothingToGroup):
        played.act(TOM, AcceptGroups(groups=groups))
    assert len(played.room.themes.all) == 2


def test_accepting_leaves_alone_what_was_moved_in_the_meantime() -> None:
    """Two people at once: one moves a note by hand, the other accepts the groups he saw a second ago."""
    played, notes = sorting()
    groups = _groups(played)
    mine = played.act(TOM, StartTheme(name="Mine", note_ids=(notes[0],)))
    played.act(LIA, AcceptGroups(groups=groups))
    assert played.room.themes.of_note(notes[0]).id == mine  # type: ignore[union-attr]
    assert played.room.themes.of_note(notes[1]) is not None


def test_notes_are_moved_split_merged_and_let_loose_by_hand() -> None:
    """W-04: manual move."""
    played, (a, b, c, d, e) = sorting()
    waiting = played.act(TOM, StartTheme(name="Waiting", note_ids=(a, b, c)))
    played.act(LIA, MoveNote(note_id=d, theme_id=waiting))
    meetings = played.act(SAM, StartTheme(name="Meetings", note_ids=(c, d)))
    assert [(theme.name, theme.note_ids) for theme in played.room.themes] == [("Waiting", (a, b)), ("Meetings", (c, d))]
    played.act(FAY, RenameTheme(theme_id=waiting, name="Nobody waits"))
    played.act(FAY, MoveNote(note_id=a))
    assert [note.id for note in played.room.themes.loose(played.room.notes.all)] == [a, e]
    with pytest.raises(SameTheme):
        played.act(FAY, MergeThemes(theme_id=meetings, into_id=meetings))
    played.act(FAY, MergeThemes(theme_id=meetings, into_id=waiting))
    assert [(theme.name, theme.note_ids) for theme in played.room.themes] == [("Nobody waits", (b, c, d))]
    with pytest.raises(NotThere, match="merged or dissolved"):
        played.act(FAY, MoveNote(note_id=a, theme_id=meetings))
    played.act(FAY, DissolveTheme(theme_id=waiting))
    assert len(played.room.themes.loose(played.room.notes.all)) == 5


def test_sorting_waits_for_the_end_of_the_silence_and_observers_only_watch() -> None:
    played = play(StepKind.NOTES, StepKind.THEMES)
    with pytest.raises(WrongStep):
        played.act(LIA, StartTheme(name="Too early"))
    played.act(FAY, Advance(step_id="notes"))
    played.act(FAY, Invite(account_id="acc-eve", role=SeatRole.OBSERVER))
    played.act("acc-eve", Join())
    with pytest.raises(ObserversWatch):
        played.act("acc-eve", StartTheme(name="Hm"))


def test_the_step_asks_for_named_themes() -> None:
    """W-04; a room may pass over it with a reason."""
    played, _ = sorting()
    with pytest.raises(StepBlocked, match="W-04"):
        played.act(FAY, Advance(step_id="themes"))
    played.act(FAY, Waive(rule="W-04", reason="Five notes need no themes"))
    played.act(FAY, Advance(step_id="themes"))


def test_notes_without_a_theme_do_not_hold_the_room_up() -> None:
    """G-08: all ideas are recorded, refined later."""
    played, notes = sorting()
    played.act(TOM, StartTheme(name="One", note_ids=(notes[0],)))
    step = played.room.agenda.step
    assert step
    (loose,) = blockers(room=played.room, facts=played.facts, step=step)
    assert not loose.is_hard
    assert loose.message == "4 notes lie in no theme."
    played.act(FAY, Advance(step_id="themes"))
    assert len(played.room.notes.all) == 5


def test_a_note_may_say_which_of_three_questions_it_answers() -> None:
    """G-08: obstacles, opportunities, outcomes; none is asked for."""
    played = play(StepKind.NOTES)
    for prompt in (*Prompt, None):
        played.act(LIA, WriteNote(text="An idea", prompt=prompt))
    assert [note.prompt for note in played.room.notes.all] == ["obstacle", "opportunity", "outcome", None]


MOVES = st.lists(
    st.tuples(st.sampled_from(["start", "move", "merge", "dissolve", "accept"]), st.integers(0, 4), st.integers(0, 6)),
    max_size=14,
)


@settings(max_examples=60, deadline=None)
@given(MOVES)
def test_whatever_people_do_every_note_lies_in_exactly_one_place(moves: list[tuple[str, int, int]]) -> None:
    """W-04, G-08."""
    played, notes = sorting()
    for move, one, other in moves:
        themes = [theme.id for theme in played.room.themes]
        theme_id = themes[other % len(themes)] if themes else ""
        if move == "start":
            played.act(TOM, StartTheme(name="A", note_ids=(notes[one], notes[other % 5], notes[one])))
        elif move == "move":
            played.act(LIA, MoveNote(note_id=notes[one], theme_id=theme_id if other else ""))
        elif move == "merge" and themes and themes[one % len(themes)] != theme_id:
            played.act(SAM, MergeThemes(theme_id=theme_id, into_id=themes[one % len(themes)]))
        elif move == "dissolve" and themes:
            played.act(SAM, DissolveTheme(theme_id=theme_id))
        elif move == "accept" and _groups(played):
            played.act(FAY, AcceptGroups(groups=_groups(played)))
        placed = [note_id for theme in played.room.themes for note_id in theme.note_ids]
        loose = [note.id for note in played.room.themes.loose(played.room.notes.all)]
        assert sorted((*placed, *loose)) == sorted(notes)
