"""Progress of every direction, by tables worked by hand. Source: requirements 3.1."""

import pytest

from service.domain.model import (
    BandShape,
    Direction,
    HoldMethod,
    HoldShape,
    Milestone,
    MilestoneShape,
    RatioShape,
    ZoneShape,
)
from service.domain.progress import Progress, progress
from service.domain.progress.ratio import is_denominator_shrinking, ratio_value
from service.domain.progress.steps import Zone, milestone_value, zone_edges, zone_floor
from tests.unit.domain.make import STARTS_ON, at, checkin, key_result

UP, DOWN = Direction.INCREASE, Direction.DECREASE


@pytest.mark.parametrize(
    ("direction", "baseline", "target", "value", "raw"),
    [
        pytest.param(DOWN, 60, 35, 52, 0.32, id="FQHC fixture"),
        pytest.param(DOWN, 25, 10, 15, 0.67, id="25 to 10 fixture"),
        pytest.param(UP, 8000, 12000, 11200, 0.80, id="8k to 12k fixture"),
        pytest.param(UP, 5, 25, 22, 0.85, id="5 to 25 fixture"),
        pytest.param(DOWN, 4.2, 2.5, 3.4, 0.47, id="4.2 to 2.5 fixture"),
        pytest.param(UP, 45, 60, 45, 0.0, id="at the baseline"),
        pytest.param(UP, 45, 60, 60, 1.0, id="at the target"),
        pytest.param(UP, 45, 60, 66, 1.4, id="over-achievement keeps its raw value"),
        pytest.param(UP, 100, 200, 92, -0.08, id="below baseline: -8 %, wrong direction"),
        pytest.param(UP, -50, 50, 0, 0.5, id="through zero"),
        pytest.param(DOWN, 50, -50, -50, 1.0, id="down below zero"),
    ],
)
def test_the_share_of_the_way_from_baseline_to_target(direction, baseline, target, value, raw):
    found = progress(key_result(direction=direction, baseline=baseline, target=target), value)
    assert found.raw == pytest.approx(raw, abs=0.005)
    assert found.clamped == pytest.approx(min(1, max(0, raw)), abs=0.005)


@pytest.mark.parametrize("direction", list(Direction))
def test_no_value_is_no_data_in_every_direction(direction):
    assert progress(key_result(direction=direction), None) == Progress(None, None)


def test_baseline_equal_to_target_is_zero_and_divides_nothing():
    assert progress(key_result(baseline=5, target=5), 5) == Progress(0.0, 0.0)


@pytest.mark.parametrize("missing", ["baseline", "target"])
def test_a_missing_end_is_no_data(missing):
    assert progress(key_result(**{missing: None}), 5) == Progress(None, None)


def test_a_share_beyond_all_numbers_is_no_data():
    assert progress(key_result(baseline=0, target=5e-324), 1e308) == Progress(None, None)


FLOOR, CEILING = Direction.STAY_ABOVE, Direction.STAY_BELOW
THIRTEEN = [100, 100, 100, 99, 100, 98, 100, 100, 97, 100, 96, 100, 100]


@pytest.mark.parametrize(
    ("direction", "method", "bound", "values", "raw"),
    [
        pytest.param(FLOOR, HoldMethod.NOW, 99.9, [99.95], 1.0, id="at least, held"),
        pytest.param(FLOOR, HoldMethod.NOW, 99.9, [99.8], 0.0, id="at least, not held"),
        pytest.param(FLOOR, HoldMethod.NOW, 99.9, [99.9], 1.0, id="at least, on the bound"),
        pytest.param(CEILING, HoldMethod.NOW, 2, [1, 3, 2], 1.0, id="at most, on the bound"),
        pytest.param(CEILING, HoldMethod.NOW, 2, [1, 2.1], 0.0, id="at most, only the latest matters"),
        pytest.param(FLOOR, HoldMethod.SHARE, 100, THIRTEEN, 9 / 13, id="Profit: 9 of 13 periods = 69 %"),
        pytest.param(CEILING, HoldMethod.DISTANCE, 1, [0.8], 1.2, id="Profit: at most 1, x = 0.8 is 120 %"),
        pytest.param(CEILING, HoldMethod.DISTANCE, 1, [1.5], 0.5, id="Profit: at most 1, x = 1.5 is 50 %"),
        pytest.param(FLOOR, HoldMethod.DISTANCE, 80, [60], 0.75, id="at least 80, 60 is a quarter short"),
        pytest.param(FLOOR, HoldMethod.DISTANCE, -10, [-5], 1.5, id="a negative bound"),
        pytest.param(CEILING, HoldMethod.DISTANCE, 0, [0], 1.0, id="a bound of zero, held"),
        pytest.param(CEILING, HoldMethod.DISTANCE, 0, [1], 0.0, id="a bound of zero, not held"),
        pytest.param(CEILING, HoldMethod.AVERAGE, 10, [8, 16], 0.8, id="average 12 against 10"),
        pytest.param(CEILING, HoldMethod.SUM, 10, [4, 4, 4], 0.8, id="sum 12 against 10"),
        pytest.param(FLOOR, HoldMethod.MINIMUM, 10, [12, 9, 11], 0.9, id="worst of a floor is the least"),
        pytest.param(CEILING, HoldMethod.MINIMUM, 10, [8, 11, 9], 0.9, id="worst of a ceiling is the greatest"),
    ],
)
def test_holding_a_bound(direction, method, bound, values, raw):
    row = key_result(direction=direction, baseline=None, target=bound, shape=HoldShape(method=method))
    history = [checkin(value=value) for value in values] + [checkin(value=None, confidence=0.5)]
    found = progress(row, values[-1], history)
    assert found.raw == pytest.approx(raw)
    assert found.clamped == pytest.approx(min(1, max(0, raw)))


def test_holding_without_a_shape_looks_at_the_latest_value_only():
    assert progress(key_result(direction=FLOOR, target=5), 6) == Progress(1.0, 1.0)


def test_holding_without_a_bound_is_no_data():
    assert progress(key_result(direction=FLOOR, target=None), 6) == Progress(None, None)


@pytest.mark.parametrize(
    ("value", "tolerance", "raw"),
    [(20, 5, 1), (24, 5, 1), (22, 5, 1), (26, 5, 0.6), (17.5, 5, 0.5), (35, 5, -1.2), (24.1, 0, 0), (24, 0, 1)],
)
def test_between_falls_with_the_distance_back_to_the_band(value, tolerance, raw):
    row = key_result(direction=Direction.BETWEEN, lower=20.0, upper=24.0, shape=BandShape(tolerance=tolerance))
    found = progress(row, value)
    assert (found.raw, found.clamped) == (pytest.approx(raw), pytest.approx(min(1, max(0, raw))))


def test_between_without_a_shape_or_without_bounds():
    assert progress(key_result(direction=Direction.BETWEEN, lower=1, upper=2), 3) == Progress(0.0, 0.0)
    assert progress(key_result(direction=Direction.BETWEEN, lower=1), 1) == Progress(None, None)


@pytest.mark.parametrize(
    ("target", "value", "done"), [(None, 1, 1), (None, 0, 0), (None, 0.9, 0), (3, 3, 1), (3, 2, 0)]
)
def test_binary_is_all_or_nothing(target, value, done):
    assert progress(key_result(direction=Direction.BINARY, target=target), value) == Progress(done, done)


def step(id_, weight, done):
    return Milestone(id=id_, title=id_, weight=weight, done_on=STARTS_ON if done else None)


def test_a_milestone_list_is_the_sum_of_its_done_weights():
    steps = (step("a", 1, True), step("b", 2, False), step("c", 5, True))
    value = milestone_value(milestones=steps)
    assert value == 75.0
    row = key_result(direction=Direction.MILESTONES, shape=MilestoneShape(milestones=steps))
    assert progress(row, value) == Progress(0.75, 0.75)


def test_a_milestone_list_without_weight_has_no_value():
    assert milestone_value(milestones=(step("a", 0, True),)) is None


UPWARDS = ZoneShape(stretch=100)
DOWNWARDS = ZoneShape(stretch=0)
GIVEN = ZoneShape(stretch=100, commit=50, target=60)


@pytest.mark.parametrize(
    ("baseline", "shape", "value", "raw"),
    [
        (0, UPWARDS, 0, 0),
        (0, UPWARDS, 30, 0.3),
        (0, UPWARDS, 70, 0.7),
        (0, UPWARDS, 85, 0.85),
        (0, UPWARDS, 100, 1.0),
        (0, UPWARDS, 130, 1.3),
        (0, UPWARDS, -10, -0.1),
        (100, DOWNWARDS, 70, 0.3),
        (100, DOWNWARDS, 15, 0.85),
        (0, GIVEN, 25, 0.15),
        (0, GIVEN, 55, 0.5),
        (0, GIVEN, 80, 0.85),
    ],
)
def test_zones_fill_linearly_and_their_edges_fall_on_the_bands(baseline, shape, value, raw):
    row = key_result(direction=Direction.ZONE, baseline=baseline, target=None, shape=shape)
    assert progress(row, value).raw == pytest.approx(raw)


def test_zones_out_of_order_or_without_a_baseline_are_no_data():
    assert zone_edges(baseline=0, shape=ZoneShape(stretch=100, commit=80, target=60)) is None
    assert zone_edges(baseline=None, shape=UPWARDS) is None
    assert progress(key_result(direction=Direction.ZONE, baseline=None, shape=UPWARDS), 5).raw is None
    assert progress(key_result(direction=Direction.ZONE, shape=None), 5).raw is None


@pytest.mark.parametrize(
    ("zone", "value", "share"),
    [(Zone.BASELINE, 0, 0), (Zone.COMMIT, 50, 0.3), (Zone.TARGET, 60, 0.7), (Zone.STRETCH, 100, 1)],
)
def test_a_picked_zone_is_worth_its_floor(zone, value, share):
    """Ordinal (puzzle)."""
    assert zone_floor(zone=zone, baseline=0, shape=GIVEN) == value
    row = key_result(direction=Direction.ZONE, baseline=0, target=None, shape=GIVEN)
    assert progress(row, value).raw == pytest.approx(share)
    assert zone_floor(zone=zone, baseline=None, shape=GIVEN) is None


def test_a_ratio_keeps_numerator_and_denominator():
    assert ratio_value(numerator=30, denominator=40, shape=RatioShape()) == 75.0
    assert ratio_value(numerator=30, denominator=40, shape=RatioShape(factor=1)) == 0.75
    assert ratio_value(numerator=30, denominator=0, shape=RatioShape()) is None
    assert progress(key_result(direction=Direction.RATIO, baseline=50, target=100), 75) == Progress(0.5, 0.5)


@pytest.mark.parametrize(
    ("least", "denominators", "is_shrinking"),
    [
        (None, [], False),
        (None, [100, 91], False),
        (None, [100, 89], True),
        (80, [100, 81], False),
        (80, [100, 79], True),
        (None, [100, 50, 100], False),
    ],
)
def test_a_shrinking_denominator_is_noticed(least, denominators, is_shrinking):
    rows = [checkin(at=at(1, 1 + day), denominator=each) for day, each in enumerate(denominators)]
    rows.append(checkin(at=at(2, 1)))
    assert is_denominator_shrinking(checkins=rows, shape=RatioShape(least_denominator=least)) is is_shrinking
