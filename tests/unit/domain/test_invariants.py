"""What holds for all numbers. Source: requirements 3.6."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from service.domain.model import Direction, Status
from service.domain.pace import computed_status
from service.domain.presets.status_rules import STATUS_RULES
from service.domain.progress import progress
from service.domain.rollup import Part, weighted_mean
from tests.unit.domain.make import key_result

numbers = st.floats(-1e9, 1e9).map(lambda number: round(number, 6))
shares = st.floats(0, 1)
parts = st.lists(st.builds(Part, shares | st.none(), st.floats(0, 1000)), max_size=12)


def linear(baseline, target):
    assume(abs(target - baseline) > 1e-3)
    direction = Direction.INCREASE if target > baseline else Direction.DECREASE
    return key_result(direction=direction, baseline=baseline, target=target)


@given(numbers, numbers, numbers, numbers)
def test_more_of_the_right_thing_is_never_less_progress(baseline, target, one, other):
    row = linear(baseline, target)
    worse, better = sorted((one, other), reverse=row.direction is Direction.DECREASE)
    assert progress(row, worse).clamped <= progress(row, better).clamped
    assert progress(row, worse).raw <= progress(row, better).raw


@given(numbers, numbers, numbers, st.floats(0.001, 1000), st.floats(-1e6, 1e6))
def test_the_unit_does_not_matter(baseline, target, value, factor, offset):
    """Affine-invariant: hours or minutes, Celsius or Fahrenheit."""
    row = linear(baseline, target)
    assume(abs(target - baseline) * factor > 1e-3)
    other = replace(row, baseline=baseline * factor + offset, target=target * factor + offset)
    assert progress(other, value * factor + offset).clamped == pytest.approx(progress(row, value).clamped, abs=1e-4)


@given(numbers, numbers, numbers)
def test_the_mirrored_key_result_has_the_same_progress(baseline, target, value):
    row = linear(baseline, target)
    assert progress(linear(-baseline, -target), -value) == progress(row, value)


@given(numbers, numbers)
def test_nothing_at_the_baseline_everything_at_the_target(baseline, target):
    row = linear(baseline, target)
    assert progress(row, baseline).clamped == 0
    assert progress(row, target).clamped == 1


@given(numbers, numbers, numbers, st.sampled_from(Direction))
def test_progress_is_a_share_or_no_data(one, other, value, direction):
    found = progress(key_result(direction=direction, baseline=one, target=other, lower=one, upper=other), value)
    assert found.clamped is None or 0 <= found.clamped <= 1


@given(parts)
def test_a_mean_lies_between_its_members(members):
    mean = weighted_mean(members)
    counted = [part.value for part in members if part.value is not None and part.weight > 0]
    assert (mean is None) == (not counted)
    if mean is not None:
        assert min(counted) <= mean <= max(counted)


@given(parts.flatmap(lambda members: st.tuples(st.just(members), st.permutations(members))))
def test_the_order_of_members_does_not_matter(both):
    members, shuffled = both
    assert weighted_mean(members) == weighted_mean(shuffled)


RANK = (Status.AT_RISK, Status.BEHIND, Status.ON_TRACK, Status.DONE)


def rank(key, progress_share, elapsed):
    found = computed_status(rule=STATUS_RULES[key], progress=progress_share, expected=elapsed, elapsed=elapsed)
    return RANK.index(found)


@given(st.sampled_from(sorted(STATUS_RULES)), shares, shares, st.floats(1e-6, 1))
def test_status_is_monotone_in_progress(key, one, other, elapsed):
    worse, better = sorted((one, other))
    assert rank(key, worse, elapsed) <= rank(key, better, elapsed)


@given(st.sampled_from(sorted(STATUS_RULES)), shares, st.floats(1e-6, 1), st.floats(1e-6, 1))
def test_status_is_antitone_in_time(key, share, one, other):
    earlier, later = sorted((one, other))
    assert rank(key, share, earlier) >= rank(key, share, later)
