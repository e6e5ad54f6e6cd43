"""Four regimes, four quadrants; orphans counted by hand and by brute force. Source: requirements 2.6, *Tests*; G-12."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.board.build import build_board
from service.domain.divergence import (
    ALLOWANCE,
    AllowanceInvalid,
    Divergence,
    Finished,
    Quadrant,
    effort_by_week,
    judge_divergence,
    noise_of,
    orphan_work,
    require_allowance,
    share_reached_at,
)
from service.domain.model import (
    Checkin,
    Cycle,
    CycleKind,
    Direction,
    Initiative,
    Issue,
    KeyResult,
    Objective,
    StatusCategory,
    Team,
    TeamKind,
)

NOW = datetime(2026, 3, 1, tzinfo=UTC)
RISE = KeyResult(id="k", objective_id="o", title="Number", direction=Direction.INCREASE, baseline=100.0, target=160.0)


def regime(*, works: bool, moves: bool, seed: int, direction: Direction = Direction.INCREASE) -> Divergence:
    """Simulate a year before and a quarter within: noise of 4, initiatives finished or not, a drift of 3 a week or none."""
    dice = Random(seed)
    sign = 1 if direction is Direction.INCREASE else -1
    before = [100 + dice.gauss(0, 4) for _ in range(40)]
    value = 100 + sign * 3 * 10 * moves + dice.gauss(0, 3)
    work = [(1.0, NOW - timedelta(days=dice.randint(20, 50)) if works and number < 4 else None) for number in range(5)]
    key_result = replace(RISE, direction=direction, target=100.0 + sign * 60)
    return judge_divergence(key_result=key_result, value=value, work=work, noise=noise_of(values=before), now=NOW)


@pytest.mark.parametrize(
    ("works", "moves", "quadrant"),
    [
        (True, True, Quadrant.WORKING),
        (True, False, Quadrant.STUCK_LEVER),
        (False, True, Quadrant.WINDFALL),
        (False, False, Quadrant.NOT_STARTED),
    ],
)
@pytest.mark.parametrize("direction", [Direction.INCREASE, Direction.DECREASE])
@pytest.mark.parametrize("seed", range(5))
def test_each_regime_lands_in_its_quadrant(
    works: bool, moves: bool, quadrant: Quadrant, direction: Direction, seed: int
) -> None:
    """2.6: four simulated regimes must land in their quadrant."""
    assert regime(works=works, moves=moves, seed=seed, direction=direction).quadrant is quadrant


def done(days_ago: int) -> tuple[float, datetime]:
    return 1.0, NOW - timedelta(days=days_ago)


@pytest.mark.parametrize(
    ("work", "value", "lag_days", "quadrant"),
    [
        ([done(13), done(13), (1.0, None)], 100.0, 14, Quadrant.WAITING),
        ([done(14), done(14), (1.0, None)], 100.0, 14, Quadrant.STUCK_LEVER),
        ([done(14), done(14), (1.0, None)], 100.0, 30, Quadrant.WAITING),
        ([done(14), done(14), (1.0, None)], None, 14, Quadrant.WAITING),
        ([done(90), (1.0, None)], 100.0, 14, Quadrant.UNDER_WAY),
        ([done(90), (1.0, None)], 150.0, 14, Quadrant.UNDER_WAY),
        ([], 150.0, 14, Quadrant.WINDFALL),
        ([], None, 14, Quadrant.NOT_STARTED),
    ],
)
def test_no_verdict_before_sixty_percent_and_the_lag(
    work: list[tuple[float, datetime | None]], value: float | None, lag_days: int, quadrant: Quadrant
) -> None:
    found = judge_divergence(key_result=RISE, value=value, work=work, noise=1.0, now=NOW, lag_days=lag_days)
    assert found.quadrant is quadrant


def test_movement_within_the_noise_is_none() -> None:
    work = [done(30)]
    assert (
        judge_divergence(key_result=RISE, value=114.0, work=work, noise=5.0, now=NOW).quadrant is Quadrant.STUCK_LEVER
    )
    assert judge_divergence(key_result=RISE, value=116.0, work=work, noise=5.0, now=NOW).quadrant is Quadrant.WORKING
    assert (
        judge_divergence(key_result=RISE, value=103.0, work=work, noise=None, now=NOW).quadrant is Quadrant.STUCK_LEVER
    )


def test_the_curve_of_effort_counts_sizes() -> None:
    work = [(3.0, NOW), (1.0, NOW - timedelta(days=7)), (4.0, None)]
    assert effort_by_week(work=work, instants=[NOW - timedelta(days=8), NOW - timedelta(days=7), NOW]) == (
        0.0,
        0.125,
        0.5,
    )
    assert share_reached_at(work=work, share=0.5) == NOW
    assert share_reached_at(work=work, share=0.6) is None
    assert effort_by_week(work=[], instants=[NOW]) == (0.0,)


def test_progress_does_not_change_when_only_an_informing_issue_moves() -> None:
    """2.6: a key result that is not tracked by its initiatives never moves with their status."""
    cycle = Cycle(
        id="c", key="2026-Q1", name="Q1", kind=CycleKind.QUARTER, starts_on=date(2026, 1, 1), ends_on=date(2026, 3, 31)
    )
    shown = [
        build_board(
            cycle=cycle,
            teams=[Team(id="t", name="T", kind=TeamKind.TEAM, project_key="T")],
            objectives=[Objective(id="o", cycle_id="c", team_id="t", title="Aim")],
            key_results=[RISE],
            checkins=[Checkin(id="1", key_result_id="k", at=NOW - timedelta(days=1), value=130.0)],
            issues=[Issue(id="9", key="T-9", summary="Work", category=category)],
            initiatives=[Initiative(key_result_id="k", issue_id="9")],
            now=NOW,
            site_preset="google",
        )
        for category in StatusCategory
    ]
    progresses = {next(iter(board.objectives())).progress for board in shown}
    assert progresses == {0.5}


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 11)), min_size=0, max_size=12), st.sets(st.integers(0, 11)))
def test_the_orphan_share_equals_the_brute_force_count(issues: list[tuple[bool, int]], linked: set[int]) -> None:
    """2.6: orphan share equals brute-force count, through any chain of parents, loops included."""
    parents = {str(n): str(up) if has else None for n, (has, up) in enumerate(issues)}
    serving = frozenset(map(str, linked))
    finished = [Finished(id=id, key=f"T-{id}", summary="", parent_id=up) for id, up in parents.items()]
    found = orphan_work(finished=finished, serving=serving, parents=parents, allowance=ALLOWANCE)

    def orphan(id: str) -> bool:
        chain: list[str | None] = [id]
        for _ in range(30):
            chain.append(parents.get(chain[-1] or ""))
        return not serving & {each for each in chain if each}

    brute = [id for id in parents if orphan(id)]
    assert {each.id for each in found.orphans} == set(brute)
    assert found.share == (len(brute) / len(parents) if parents else None)
    assert found.is_within is (not parents or len(brute) / len(parents) <= ALLOWANCE)


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_an_allowance_is_a_share(share: float) -> None:
    with pytest.raises(AllowanceInvalid, match="between 0 and 1"):
        require_allowance(share=share)


def test_three_weeks_are_too_few_to_know_the_noise() -> None:
    assert noise_of(values=[1.0, None, 5.0, 2.0]) is None
    assert noise_of(values=[1.0, 2.0, 3.0, 4.0]) == 0.0


@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
def test_every_share_is_an_allowance(share: float) -> None:
    assert require_allowance(share=share) == share
