"""Any log adds up to a room: no act raises on replay, whatever is gone, in whatever order, and every rule can judge the result."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Literal, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain.room import ACTS, SYSTEM, Act, Room, Stamp, Step, StepKind, blockers, empty
from service.domain.room.checklists import checklist
from service.domain.room.drafts.key_results import DraftKeyResult
from service.domain.room.log import hints
from service.domain.room.look_back import NoteLearned
from service.domain.room.pressure.loopholes import AcceptGuardrail, DismissLoophole
from service.domain.room.pressure.objectives import TestObjective
from service.domain.room.process import figures
from service.domain.room.review import ReviewKeyResult
from tests.unit.room.closing import committed, ready
from tests.unit.room.rooms import FAY, LIA, SAM, START, TEAM, TOM, play

GONE = "f" * 32
IDS = tuple(f"{number:032x}" for number in range(3))
ADDS = {DraftKeyResult.kind, AcceptGuardrail.kind, DismissLoophole.kind, TestObjective.kind}
"""Acts that make something of their own beside what they name; replayed, it hangs at nothing and is not shown."""
LAST_CYCLE = {NoteLearned.kind, ReviewKeyResult.kind}
"""Acts on key results of the plan, which are no part of the room."""


def _example(kind: Any) -> Any:
    """Return the plainest value of a field's type; an id names nothing that is there."""
    known: dict[Any, Any] = {
        str: GONE,
        int: 1,
        float: 1.0,
        bool: True,
        date: START.date(),
        datetime: START,
    }
    if kind in known:
        return known[kind]
    if get_origin(kind) is tuple:
        return (_example(get_args(kind)[0]),)
    if get_args(kind) and get_origin(kind) is not Literal:
        return _example(next(each for each in get_args(kind) if each is not type(None)))
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    if issubclass(kind, StrEnum):
        return next(iter(kind))
    return kind(**{name: _example(each) for name, each in hints(kind).items()})


def about_nothing(kind: str) -> Act:
    """Return an act whose every id names nothing that is there."""
    return ACTS[kind](**{name: _example(each) for name, each in hints(ACTS[kind]).items()})


NAMING = [kind for kind in sorted(ACTS) if {"objective_id", "key_result_id", "draft_id"} & set(hints(ACTS[kind]))]


@pytest.mark.parametrize("kind", [kind for kind in NAMING if kind not in ADDS | LAST_CYCLE])
def test_an_act_on_a_draft_that_is_gone_changes_nothing(kind: str) -> None:
    room, *_ = committed()
    assert about_nothing(kind).apply(room=room.room, stamp=_stamp()) == room.room


@pytest.mark.parametrize("kind", sorted(ACTS))
@pytest.mark.parametrize("begun", [False, True], ids=["empty", "begun"])
def test_every_act_can_be_replayed_on_an_empty_room(kind: str, begun: bool) -> None:
    """Neither steps nor runs nor seats: an old log may have anything in it."""
    room = empty(session=play(StepKind.NOTES).room.session)
    if begun:
        room = replace(room, agenda=room.agenda.begin(step_id="a step that was taken out", at=START))
    after = about_nothing(kind).apply(room=room, stamp=_stamp())
    assert after.session.id == room.session.id
    assert after.agenda.left_s(now=START) == 0.0 or after.agenda.step is not None


def _acts() -> st.SearchStrategy[tuple[Act, Stamp]]:
    return st.sampled_from(sorted(ACTS)).flatmap(
        lambda kind: st.tuples(
            st.builds(ACTS[kind], **{name: _values(name, each) for name, each in hints(ACTS[kind]).items()}),
            st.builds(
                Stamp,
                by=st.sampled_from((FAY, TOM, LIA, SAM, SYSTEM)),
                at=st.integers(-300, 300).map(lambda days: START + timedelta(days=days)),
                act_id=st.sampled_from(IDS),
            ),
        )
    )


def _values(name: str, kind: Any) -> st.SearchStrategy[Any]:
    if name == "team_id":
        return st.just(TEAM.id)
    if kind is str and name.endswith("_id"):
        return st.sampled_from(IDS)
    if kind is float | None or kind is float:
        return st.floats(-1e6, 1e6)
    return st.from_type(kind)


@settings(max_examples=40, deadline=None)
@given(acts=st.lists(_acts(), max_size=25))
def test_every_log_adds_up_to_a_room_that_every_rule_can_judge(acts: list[tuple[Act, Stamp]]) -> None:
    """Nothing was refused, and all acts share three ids: they meet each other, in orders no person would think of."""
    played, *_ = ready()
    room: Room = played.room
    for act, stamp in acts:
        room = act.apply(room=room, stamp=stamp)
    for kind in StepKind:
        step = Step(id=kind.value, kind=kind, title=kind.value, minutes=5)
        for each in blockers(room=room, facts=played.facts, step=step):
            assert each.message
            assert each.way_out
    assert len(checklist(room=room, facts=played.facts)) == 12
    assert all(each.benchmark for each in figures(room=room, facts=played.facts))


def _stamp() -> Stamp:
    return Stamp(by=LIA, at=START, act_id="e" * 32)
