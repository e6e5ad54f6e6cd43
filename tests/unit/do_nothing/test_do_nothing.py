"""A known drift, a target on its end, and what follows. Source: requirements 2.4, *Tests*."""

from datetime import UTC, datetime, timedelta
from random import Random
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain.do_nothing import DoNothing, Thresholds, Verdict, judge_doing_nothing, thresholds_of
from service.domain.do_nothing.project import project_ends
from service.domain.history import History
from service.domain.model import Direction, KeyResult
from service.domain.presets import preset

STARTS_AT = datetime(2025, 10, 1, tzinfo=UTC)
AHEAD = 13
S1 = Thresholds(too_easy=0.7, wish=0.02)


def history(values: list[float | None]) -> History:
    return History(
        starts_at=STARTS_AT,
        values=tuple(values),
        asked="JQL project = S",
        measured_at=STARTS_AT,
        issue_count=1,
        digest="0" * 64,
    )


def drift(*, weeks: int, slope: float, noise: float, seed: int) -> list[float | None]:
    dice = Random(seed)
    return [100 + slope * week + dice.gauss(0, noise) for week in range(weeks)]


def judged(
    values: list[float | None], *, target: float, direction: Direction = Direction.INCREASE, id: str = "k"
) -> DoNothing:
    key_result = KeyResult(id=id, objective_id="o", title="Number", direction=direction, baseline=100.0, target=target)
    ends_at = STARTS_AT + timedelta(weeks=len(values) - 1 + AHEAD)
    return judge_doing_nothing(key_result=key_result, history=history(values), ends_at=ends_at, thresholds=S1)


@pytest.mark.parametrize(("slope", "direction"), [(2.0, Direction.INCREASE), (-2.0, Direction.DECREASE)])
def test_a_target_on_the_drifts_end_point_is_even_odds(slope: float, direction: Direction) -> None:
    """2.4: a target equal to the drift end-point gives P≈50 %, over many series."""
    weeks = 30
    target = 100 + slope * (weeks - 1 + AHEAD)
    found = [
        judged(drift(weeks=weeks, slope=slope, noise=3, seed=seed), target=target, direction=direction).probability or 0
        for seed in range(40)
    ]
    assert fmean(found) == pytest.approx(0.5, abs=0.1)


@settings(max_examples=25)
@given(
    values=st.lists(st.floats(-1000, 1000, allow_nan=False), min_size=8, max_size=20),
    one=st.floats(-2000, 2000),
    other=st.floats(-2000, 2000),
)
def test_the_verdict_is_monotone_in_the_target(values: list[float], one: float, other: float) -> None:
    """2.4: a harder target is never likelier, and the verdict never turns back."""
    order = [Verdict.BUSINESS_AS_USUAL, Verdict.NEEDS_WORK, Verdict.WISH]
    easy, hard = (judged(list(values), target=target) for target in sorted((one, other)))
    assert (easy.probability or 0) >= (hard.probability or 0)
    assert order.index(easy.verdict) <= order.index(hard.verdict)


@pytest.mark.parametrize(
    ("target", "verdict"),
    [(105.0, Verdict.BUSINESS_AS_USUAL), (146.0, Verdict.NEEDS_WORK), (400.0, Verdict.WISH)],
)
def test_the_verdicts_of_one_steady_rise(target: float, verdict: Verdict) -> None:
    found = judged(drift(weeks=30, slope=1.0, noise=4, seed=5), target=target)
    assert found.verdict is verdict
    assert found.weeks == 30


def test_a_wish_is_told_in_best_quarters() -> None:
    """2.4: "needs 4.1× the best quarter on record → wish". 2 a week is the best; 8.2 a week are needed."""
    values: list[float | None] = [100.0 + 2.0 * week for week in range(14)]
    found = judged(values, target=values[-1] + 8.2 * AHEAD)  # type: ignore[operator]
    assert found.verdict is Verdict.WISH
    assert found.times_best_quarter == pytest.approx(4.1)
    assert "4.1 times the best quarter on record" in found.sentence


@pytest.mark.parametrize("points", [0, 1, 7])
def test_fewer_than_eight_weekly_points_give_no_verdict(points: int) -> None:
    found = judged([1.0] * points + [None] * 20, target=10.0)
    assert found.verdict is Verdict.NOT_ENOUGH_HISTORY
    assert found.probability is None
    assert f"{points} weekly points" in found.sentence


def test_eight_points_with_gaps_give_one() -> None:
    values: list[float | None] = [1.0, None, 2.0, 3.0, None, 4.0, 5.0, 6.0, 7.0, 8.0]
    assert judged(values, target=10.0).verdict is Verdict.BUSINESS_AS_USUAL


def test_a_bound_that_was_always_held_is_business_as_usual() -> None:
    found = judged([99.95] * 20, target=99.9, direction=Direction.STAY_ABOVE)
    assert (found.verdict, found.probability) == (Verdict.BUSINESS_AS_USUAL, 1.0)


def test_what_has_no_number_that_drifts_is_not_tested() -> None:
    assert judged([1.0] * 20, target=1.0, direction=Direction.BINARY).verdict is Verdict.NOT_APPLICABLE


def test_the_same_question_has_the_same_answer() -> None:
    values = drift(weeks=20, slope=1.0, noise=4, seed=1)
    assert judged(values, target=130.0) == judged(values, target=130.0)


def test_thresholds_are_the_presets_and_s1s_where_it_is_silent() -> None:
    """W-09: above 70 % is too easy."""
    assert thresholds_of(preset=preset("workshop_weaver")) == Thresholds(too_easy=0.7, wish=0.02)
    assert thresholds_of(preset=preset("google")) == Thresholds(too_easy=0.7, wish=0.02)


def test_without_any_history_there_is_no_verdict() -> None:
    key_result = KeyResult(
        id="k", objective_id="o", title="Number", direction=Direction.INCREASE, baseline=1.0, target=2.0
    )
    found = judge_doing_nothing(key_result=key_result, history=None, ends_at=STARTS_AT, thresholds=S1)
    assert (found.verdict, found.weeks) == (Verdict.NOT_ENOUGH_HISTORY, 0)


@pytest.mark.parametrize(
    ("lower", "upper", "probability"), [(90.0, 110.0, 1.0), (200.0, 300.0, 0.0), (100.0, 100.0, 1.0)]
)
def test_a_band_is_held_by_what_stays_inside(lower: float, upper: float, probability: float) -> None:
    """A series that never leaves 100 ends there; both bounds belong to the band."""
    key_result = KeyResult(
        id="k",
        objective_id="o",
        title="Number",
        direction=Direction.BETWEEN,
        baseline=None,
        target=None,
        lower=lower,
        upper=upper,
    )
    ends_at = STARTS_AT + timedelta(weeks=20)
    found = judge_doing_nothing(key_result=key_result, history=history([100.0] * 10), ends_at=ends_at, thresholds=S1)
    assert found.probability == probability


def test_too_few_points_are_not_projected() -> None:
    with pytest.raises(ValueError, match="7 weekly points; at least 8"):
        project_ends(points=[(float(week), 1.0) for week in range(7)], weeks_ahead=1.0, seed=1)
