"""Dots, the prioritisation form, a strict order and the forced cut. Source: W-05, G-09, M-23, M-27."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain.errors import NotThere
from service.domain.room import SeatRole, StepKind, blockers
from service.domain.room.choosing.cut import (
    CloseCut,
    CutRunning,
    KeepsTooMany,
    NothingPicked,
    NothingToCut,
    OpenCut,
    PickObjective,
)
from service.domain.room.choosing.dots import (
    ClearDots,
    DotsBegun,
    DotsRevealed,
    DotsSpent,
    PlaceDot,
    RevealDots,
    SetDots,
    TakeDot,
)
from service.domain.room.choosing.ranking import EqualRanks, MoveObjective, Rank, RankObjectives, RanksIncomplete
from service.domain.room.choosing.weighing import Answer, WeighTheme
from service.domain.room.drafts.objectives import DraftObjective, DropObjective
from service.domain.room.pacing import Advance, StepBlocked
from service.domain.room.seats import Invite, Join, NotFacilitating, ObserversWatch
from service.domain.room.themes.sorting import DissolveTheme, StartTheme, ThemesVotedOn
from tests.unit.room.rooms import FAY, LIA, SAM, TEAM, TOM, Play, play

PEOPLE = (FAY, TOM, LIA, SAM)


def choosing(themes: int = 4, *, preset: str = "methodiq") -> tuple[Play, list[str]]:
    """Return a room in its step of choosing and the ids of its themes."""
    played = play(StepKind.THEMES, StepKind.CHOOSE, StepKind.OBJECTIVES, preset=preset)
    ids = [played.act(TOM, StartTheme(name=f"Theme {number}")) for number in range(themes)]
    played.act(FAY, Advance(step_id="themes"))
    return played, ids


def on_table(played: Play, count: int) -> list[str]:
    """Put objectives on the table."""
    return [played.act(TOM, DraftObjective(team_id=TEAM.id, title=f"Objective {number}")) for number in range(count)]


def pick_all(played: Play, cut_id: str, by: str, order: list[str]) -> None:
    """Pick from every pair as somebody who holds to an order."""
    for winner, loser in combinations(order, 2):
        played.act(by, PickObjective(cut_id=cut_id, winner_id=winner, loser_id=loser))


@pytest.mark.parametrize(("themes", "dots"), [(1, 1), (2, 2), (4, 3), (9, 3), (12, 4), (15, 5), (40, 5)])
def test_everybody_has_a_third_of_the_themes_as_dots(themes: int, dots: int) -> None:
    played, _ = choosing(themes)
    assert played.room.dots.each_has(themes=themes) == dots


def test_dots_are_sealed_counted_once_and_revealed_when_all_are_spent() -> None:
    """W-05: what is chosen is chosen by everybody at once."""
    played, (a, b, c, d) = choosing(4)
    for _ in range(3):
        played.act(TOM, PlaceDot(theme_id=a))
    assert played.room.dots.of(TOM) == (a,)
    played.act(TOM, PlaceDot(theme_id=b))
    played.act(TOM, PlaceDot(theme_id=c))
    with pytest.raises(DotsSpent):
        played.act(TOM, PlaceDot(theme_id=d))
    played.act(TOM, TakeDot(theme_id=c))
    played.act(TOM, PlaceDot(theme_id=d))
    assert played.room.dots.seen() is None
    for person in (FAY, LIA, SAM):
        for theme_id in (a, b, c):
            played.act(person, PlaceDot(theme_id=theme_id))
    assert played.room.dots.seen() == {a: 4, b: 4, c: 3, d: 1}
    with pytest.raises(DotsRevealed):
        played.act(TOM, TakeDot(theme_id=a))
    played.act("acc-late", Join())
    assert played.room.dots.seen() is not None  # who comes late sees the same


def test_the_facilitator_reveals_and_starts_anew_and_observers_only_watch() -> None:
    played, (a, b, *_) = choosing(4)
    played.act(FAY, Invite(account_id="acc-eve", role=SeatRole.OBSERVER))
    played.act("acc-eve", Join())
    with pytest.raises(ObserversWatch):
        played.act("acc-eve", PlaceDot(theme_id=a))
    played.act(FAY, SetDots(count=1))
    played.act(TOM, PlaceDot(theme_id=a))
    with pytest.raises(DotsSpent):
        played.act(TOM, PlaceDot(theme_id=b))
    with pytest.raises(DotsBegun):
        played.act(FAY, SetDots(count=3))
    with pytest.raises(NotFacilitating):
        played.act(TOM, RevealDots())
    played.act(FAY, RevealDots())
    assert played.room.dots.seen() == {a: 1}
    with pytest.raises(ThemesVotedOn):
        played.act(FAY, DissolveTheme(theme_id=a))
    played.act(FAY, ClearDots())
    assert played.room.dots.seen() is None
    assert played.room.dots.earlier == ({a: 1},)
    played.act(FAY, DissolveTheme(theme_id=a))


@settings(max_examples=40, deadline=None)
@given(st.permutations([(person, at) for person in (TOM, LIA) for at in (0, 1, 1, 2)]))
def test_the_order_in_which_dots_arrive_changes_nothing(votes: list[tuple[str, int]]) -> None:
    played, themes = choosing(4)
    for person, at in votes:
        played.act(person, PlaceDot(theme_id=themes[at]))
    played.act(FAY, RevealDots())
    assert played.room.dots.seen() == dict.fromkeys(themes[:3], 2)


def test_a_theme_is_weighed_from_five_sides_and_nobody_has_to() -> None:
    """G-09: strategy fit, measurable + realistic + ambitious, focus, resources (time, budget, people), time frame."""
    played, (a, b, *_) = choosing(4)
    played.act(
        LIA,
        WeighTheme(
            theme_id=a,
            strategy_fit=Answer.YES,
            measurable=Answer.YES,
            realistic=Answer.PARTLY,
            ambitious=Answer.NO,
            focus=Answer.YES,
            time="Six weeks",
            budget="None",
            people="Two of us",
            time_frame="Until the end of March",
        ),
    )
    weighed = played.room.weighings.of(a)
    assert weighed
    assert (weighed.met, len(weighed.answers)) == (3.5, 5)
    assert (weighed.time, weighed.budget, weighed.people) == ("Six weeks", "None", "Two of us")
    assert weighed.time_frame == "Until the end of March"
    assert played.room.weighings.of(b) is None
    played.act(FAY, Advance(step_id="choose"))


def test_equal_ranks_are_rejected_and_a_strict_order_is_always_there() -> None:
    """M-27."""
    played, _ = choosing()
    a, b, c = on_table(played, 3)
    assert [each.rank for each in played.room.drafts.objectives()] == [1, 2, 3]
    with pytest.raises(EqualRanks):
        played.act(TOM, RankObjectives(team_id=TEAM.id, ranks=_ranks({a: 1, b: 1, c: 2})))
    with pytest.raises(RanksIncomplete):
        played.act(TOM, RankObjectives(team_id=TEAM.id, ranks=_ranks({a: 1, b: 2})))
    assert "M-27" in _rules(played)  # nobody has put them in an order yet
    played.act(TOM, RankObjectives(team_id=TEAM.id, ranks=_ranks({c: 1, a: 5, b: 9})))
    assert [each.id for each in played.room.drafts.objectives()] == [c, a, b]
    assert "M-27" not in _rules(played)
    played.act(LIA, MoveObjective(objective_id=b, places=-1))
    played.act(LIA, MoveObjective(objective_id=c, places=-1))
    assert [each.id for each in played.room.drafts.objectives()] == [c, b, a]
    played.act(TOM, DropObjective(objective_id=b, reason="Later"))
    d = on_table(played, 1)[0]
    ranks = [each.rank for each in played.room.drafts.objectives()]
    assert [each.id for each in played.room.drafts.objectives()] == [c, a, d]
    assert len(set(ranks)) == 3


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(-4, 4)), max_size=8))
def test_ranks_stay_strict_however_objectives_are_moved(moves: list[tuple[int, int]]) -> None:
    """M-27."""
    played, _ = choosing()
    ids = on_table(played, 4)
    for at, places in moves:
        played.act(TOM, MoveObjective(objective_id=ids[at], places=places))
        assert [each.rank for each in played.room.drafts.objectives()] == [1, 2, 3, 4]


def test_ten_objectives_are_cut_to_three_by_what_everybody_picks() -> None:
    """M-23: ten are proposed, the cut runs, the session passes with three; the dropped ones keep the evidence."""
    played, _ = choosing()
    ids = on_table(played, 10)
    with pytest.raises(StepBlocked, match="10 objectives; the limit is 3"):
        played.act(FAY, Advance(step_id="choose"))
    with pytest.raises(KeepsTooMany):
        played.act(FAY, OpenCut(team_id=TEAM.id, keep=4))
    cut_id = played.act(FAY, OpenCut(team_id=TEAM.id, keep=3))
    with pytest.raises(CutRunning):
        played.act(FAY, OpenCut(team_id=TEAM.id, keep=3))
    with pytest.raises(NothingPicked):
        played.act(FAY, CloseCut(cut_id=cut_id))
    wish = [ids[7], ids[2], ids[5], *(each for each in ids if each not in {ids[7], ids[2], ids[5]})]
    pick_all(played, cut_id, LIA, wish)
    pick_all(played, cut_id, SAM, wish)
    pick_all(played, cut_id, TOM, wish[::-1])
    played.act(FAY, CloseCut(cut_id=cut_id))
    assert [each.id for each in played.room.drafts.objectives()] == wish[:3]
    assert [each.rank for each in played.room.drafts.objectives()] == [1, 2, 3]
    fourth = next(each for each in played.room.drafts.all_objectives if each.id == wish[3])
    # Lia and Sam pick it over six others, Tom over three: 2 · 6 + 3 = 15 of 27.
    assert fourth.dropped_because == "Forced cut: place 4 of 10 where 3 stay; picked 15 of 27 times."
    (cut,) = played.room.cuts
    assert cut.id == cut_id
    assert cut.decision
    assert cut.decision.dropped == tuple(wish[3:])
    assert cut.decision.is_exact
    assert cut.counts()[wish[0], wish[9]] == 2
    assert cut.counts()[wish[9], wish[0]] == 1
    with pytest.raises(NotThere):
        played.act(TOM, PickObjective(cut_id=cut_id, winner_id=ids[0], loser_id=ids[1]))
    with pytest.raises(NothingToCut):
        played.act(FAY, OpenCut(team_id=TEAM.id, keep=3))
    played.act(FAY, Advance(step_id="choose"))


def test_changing_ones_mind_counts_once_and_everybody_gets_every_pair_once() -> None:
    played, _ = choosing()
    a, b, c, d = on_table(played, 4)
    cut_id = played.act(FAY, OpenCut(team_id=TEAM.id, keep=2))
    cut = played.room.cuts.find(cut_id)
    assert cut
    for person in PEOPLE:
        assert {frozenset(pair) for pair in cut.left_for(person)} == {
            frozenset(pair) for pair in combinations((a, b, c, d), 2)
        }
    played.act(TOM, PickObjective(cut_id=cut_id, winner_id=a, loser_id=b))
    played.act(TOM, PickObjective(cut_id=cut_id, winner_id=b, loser_id=a))
    cut = played.room.cuts.find(cut_id)
    assert cut
    assert dict(cut.counts()) == {(b, a): 1}
    assert len(cut.left_for(TOM)) == 5
    with pytest.raises(NotThere):
        played.act(TOM, PickObjective(cut_id=cut_id, winner_id=a, loser_id=a))


@settings(max_examples=40, deadline=None)
@given(
    count=st.integers(4, 7),
    keep=st.integers(1, 3),
    picks=st.lists(st.tuples(st.sampled_from(PEOPLE), st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=25),
    chance=st.randoms(use_true_random=False),
)
def test_a_cut_never_leaves_more_than_it_may_and_does_not_ask_who_came_first(
    count: int, keep: int, picks: list[tuple[str, int, int]], chance: object
) -> None:
    """M-23, O-14: whatever people pick, in whatever order."""
    real = {(who, frozenset((one % count, other % count))): one % count for who, one, other in picks}
    votes = [(who, winner, next(iter(pair - {winner}))) for (who, pair), winner in real.items() if len(pair) == 2]
    kept = []
    for _ in range(2):
        played, _themes = choosing()
        ids = on_table(played, count)
        cut_id = played.act(FAY, OpenCut(team_id=TEAM.id, keep=keep))
        for who, winner, loser in votes:
            played.act(who, PickObjective(cut_id=cut_id, winner_id=ids[winner], loser_id=ids[loser]))
        if votes:
            played.act(FAY, CloseCut(cut_id=cut_id))
            assert len(played.room.drafts.objectives()) == keep
        kept.append([ids.index(each.id) for each in played.room.drafts.objectives()])
        chance.shuffle(votes)  # type: ignore[attr-defined]
    assert kept[0] == kept[1]


def _ranks(ranks: dict[str, int]) -> tuple[Rank, ...]:
    return tuple(Rank(objective_id=objective_id, rank=rank) for objective_id, rank in ranks.items())


def _rules(played: Play) -> set[str]:
    step = played.room.agenda.step
    assert step
    return {each.rule for each in blockers(room=played.room, facts=played.facts, step=step)}
