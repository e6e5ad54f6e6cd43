"""Every act survives the log, and a log adds up to one room."""

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain.room import ACTS, SessionState, StepKind, empty, fold, read, written
from service.domain.room.log import TOPICS, plain
from service.domain.room.notes import TearNote, WriteNote
from service.domain.room.pacing import Advance, Extend, GoBack, Pause
from tests.unit.room.rooms import FAY, LIA, TOM, play

st.register_type_strategy(
    datetime, st.datetimes(timezones=st.just(UTC)).map(lambda at: at.replace(fold=0))
)  # every instant of ours is one in UTC


@pytest.mark.parametrize("kind", sorted(ACTS))
def test_every_act_is_the_same_after_the_database_kept_it(kind: str) -> None:
    @settings(max_examples=15, deadline=None)
    @given(st.from_type(ACTS[kind]))
    def survives(act: Any) -> None:
        assert repr(read(kind=kind, data=json.loads(json.dumps(written(act))))) == repr(act)  # repr: NaN equals itself

    survives()


def test_names_on_the_wire_are_plain_and_every_act_says_what_it_does() -> None:
    for kind, act in ACTS.items():
        assert kind.isidentifier()
        assert kind.islower()
        assert act.summary
        assert act.__doc__


def test_no_two_acts_share_a_name() -> None:
    """Names on the wire and names of classes (they become schemas of the API): a second one would hide the first."""
    acts = [act for topic in TOPICS for act in topic.ACTS]
    assert Counter(act.kind for act in acts).most_common(1)[0][1] == 1
    assert Counter(act.__name__ for act in acts).most_common(1)[0][1] == 1


def test_replaying_the_log_gives_the_same_room() -> None:
    played = play(StepKind.NOTES, StepKind.THEMES)
    torn = played.act(TOM, WriteNote(text="Fewer returns"))
    played.act(LIA, WriteNote(text="Faster answers"))
    played.act(TOM, TearNote(note_id=torn))
    played.act(FAY, Pause())
    played.act(FAY, Extend(step_id="notes", minutes=5))
    played.act(FAY, Advance(step_id="notes"))
    played.act(FAY, GoBack(step_id="notes", reason="Two people came late"))
    start = empty(session=replace(played.room.session, state=SessionState.BOOKED, seq=0))
    for cut in (0, 3, len(played.log)):
        half = fold(room=start, entries=played.log[:cut])
        assert fold(room=half, entries=played.log[cut:]) == played.room


def test_the_parts_of_a_room_are_plain_values_for_programs() -> None:
    """Mappings by key, days and instants as ISO 8601, words of a list as themselves."""
    room = play(StepKind.NOTES).room
    shown = {"session": plain(room.session), "seats": plain(room.seats)}
    assert json.loads(json.dumps(shown)) == shown
    assert shown["session"]["starts_at"] == "2026-12-14T09:00:00+00:00"
    assert shown["seats"]["by_account"][TOM]["role"] == "lead"
