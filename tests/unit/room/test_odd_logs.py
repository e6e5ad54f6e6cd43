"""Acts that met another room than they were made for: refused when they arrive, harmless when an old log is replayed."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain.errors import NotThere
from service.domain.room import Act, SessionState, Stamp, Step, StepKind, blockers
from service.domain.room.choosing.cut import CloseCut, OpenCut, PickObjective
from service.domain.room.choosing.dots import PlaceDot
from service.domain.room.choosing.kemeny import EXACT_UP_TO, against, decide
from service.domain.room.choosing.ranking import MoveObjective, Rank, RankObjectives
from service.domain.room.drafts.objectives import DraftObjective
from service.domain.room.grouping import grouped
from service.domain.room.limits import SetObjectiveLimit
from service.domain.room.notes import WriteNote
from service.domain.room.pacing import Advance
from service.domain.room.running import RoomNotOpen
from service.domain.room.themes.sorting import MergeThemes, MoveNote, StartTheme
from service.domain.room.themes.suggesting import AcceptGroups, ThemeGroup
from tests.unit.room.rooms import FAY, START, TEAM, TOM, Play, play

GONE = "f" * 32
STAMP = Stamp(by=TOM, at=START, act_id="e" * 32)


@pytest.fixture
def played() -> Play:
    """Return a room in its step of themes, with one note."""
    started = play(StepKind.NOTES, StepKind.THEMES, StepKind.CHOOSE)
    started.act(TOM, WriteNote(text="An idea"), act_id="a" * 32)
    started.act(FAY, Advance(step_id="notes"))
    return started


@pytest.mark.parametrize(
    "act",
    [
        MoveNote(note_id=GONE),
        MergeThemes(theme_id=GONE, into_id=GONE),
        MoveObjective(objective_id=GONE, places=1),
        PickObjective(cut_id=GONE, winner_id=GONE, loser_id=GONE),
        CloseCut(cut_id=GONE),
        PlaceDot(theme_id=GONE),
        AcceptGroups(groups=(ThemeGroup(name="Nothing", note_ids=(GONE,)),)),
    ],
    ids=lambda act: act.kind,
)
def test_replaying_an_act_whose_thing_is_gone_changes_nothing(played: Play, act: Act) -> None:
    assert act.apply(room=played.room, stamp=STAMP) == played.room


def test_an_order_that_names_something_gone_ranks_the_rest(played: Play) -> None:
    played.act(FAY, StartTheme(name="One", note_ids=("a" * 32,)))
    played.act(FAY, Advance(step_id="themes"))
    mine = played.act(TOM, DraftObjective(team_id=TEAM.id, title="Win"))
    ranks = (Rank(objective_id=GONE, rank=1), Rank(objective_id=mine, rank=2))
    room = RankObjectives(team_id=TEAM.id, ranks=ranks).apply(room=played.room, stamp=STAMP)
    assert [(each.id, each.rank) for each in room.drafts.objectives()] == [(mine, 2)]


def test_equal_ranks_of_an_old_log_hold_the_step(played: Play) -> None:
    """M-27."""
    played.act(FAY, StartTheme(name="One", note_ids=("a" * 32,)))
    played.act(FAY, Advance(step_id="themes"))
    for title in ("Win", "Grow"):
        played.act(TOM, DraftObjective(team_id=TEAM.id, title=title))
    drafts = played.room.drafts
    equal = replace(drafts, all_objectives=tuple(replace(each, rank=1) for each in drafts.all_objectives))
    step = Step(id="choose", kind=StepKind.CHOOSE, title="Choose", minutes=10)
    found = blockers(room=replace(played.room, drafts=equal), facts=played.facts, step=step)
    assert [each.is_hard for each in found if each.rule == "M-27"] == [True]


@pytest.mark.parametrize(
    "make",
    [
        lambda: StartTheme(name="Ghosts", note_ids=(GONE,)),
        lambda: MoveNote(note_id=GONE),
    ],
)
def test_what_is_gone_cannot_be_sorted(played: Play, make: Callable[[], Act]) -> None:
    with pytest.raises(NotThere):
        played.act(TOM, make())


def test_a_cut_needs_a_team_of_the_session(played: Play) -> None:
    played.act(FAY, StartTheme(name="One", note_ids=("a" * 32,)))
    step = played.room.agenda.step
    assert step
    assert blockers(room=played.room, facts=played.facts, step=step) == ()  # every note has its place
    played.act(FAY, Advance(step_id="themes"))
    with pytest.raises(NotThere):
        played.act(FAY, OpenCut(team_id=GONE, keep=1))


def test_the_limit_of_a_session_that_is_over_stays() -> None:
    """O-14."""
    played = play(StepKind.OPENING)
    played.bring_sponsor()
    played.act(FAY, Advance(step_id="opening"))
    assert played.room.session.state is SessionState.CLOSED
    with pytest.raises(RoomNotOpen):
        played.act(FAY, SetObjectiveLimit(team_id=TEAM.id, limit=1))


def test_two_groups_never_have_one_name() -> None:
    """W-04: names that would read the same are told apart by a number."""
    one, other = "l" * 70 + "ong", "l" * 70 + "ang"
    names = [group.name for group in grouped({"a": one, "b": one, "c": other, "d": other})]
    assert names == ["L" + "l" * 59, "L" + "l" * 59 + " 2"]


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_beyond_what_is_searched_exactly_no_single_move_helps(chance: object) -> None:
    """M-23: the documented heuristic ends where moving any one candidate goes against more picks."""
    names = [f"c{number:02}" for number in range(EXACT_UP_TO + 2)]
    picks = {(one, other): chance.randint(0, 5) for one in names for other in names if one != other}  # type: ignore[attr-defined]
    order = decide(candidates=names, counts=picks, keep=3).order
    for name in names:
        rest = [each for each in order if each != name]
        for place in range(len(names)):
            assert against([*rest[:place], name, *rest[place:]], picks) >= against(order, picks)
