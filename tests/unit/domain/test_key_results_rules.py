"""What is refused on input: every refusal names the field and the way out. Source: requirements 3.1, M-08, M-10."""

from datetime import UTC, date, datetime

import pytest

from service.domain import key_results_rules as rules
from service.domain.model import (
    BandShape,
    CycleState,
    Direction,
    HoldShape,
    Milestone,
    MilestoneShape,
    RatioShape,
    ZoneShape,
)
from tests.unit.domain.make import at, checkin, cycle, key_result

D = Direction


def milestones(*pairs):
    return MilestoneShape(milestones=tuple(Milestone(id=i, title=i, weight=w) for i, w in pairs))


@pytest.mark.parametrize(
    "row",
    [
        key_result(),
        key_result(direction=D.DECREASE, baseline=100, target=0, weight=0),
        key_result(direction=D.STAY_ABOVE, baseline=None),
        key_result(direction=D.STAY_BELOW, baseline=None, shape=HoldShape()),
        key_result(direction=D.BETWEEN, baseline=None, target=None, lower=1, upper=2, shape=BandShape(tolerance=1)),
        key_result(direction=D.BINARY, baseline=None, target=None),
        key_result(direction=D.MILESTONES, shape=milestones(("a", 1), ("b", 2))),
        key_result(direction=D.RATIO, shape=RatioShape(least_denominator=10)),
        key_result(direction=D.ZONE, target=None, shape=ZoneShape(stretch=10)),
        key_result(confidence=0.0, starts_on=date(2026, 2, 1), due_on=date(2026, 2, 1)),
    ],
    ids=lambda row: row.direction.value,
)
def test_sound_key_results_pass(row):
    rules.require_key_result(key_result=row)


@pytest.mark.parametrize(
    ("row", "error", "field"),
    [
        (key_result(target=float("inf")), rules.ValueNotFinite, "target"),
        (key_result(baseline=float("nan")), rules.ValueNotFinite, "baseline"),
        (key_result(weight=-1), rules.WeightInvalid, "weight"),
        (key_result(weight=2e6), rules.WeightInvalid, "weight"),
        (key_result(baseline=None), rules.NumberMissing, "baseline"),
        (key_result(target=None), rules.NumberMissing, "target"),
        (key_result(direction=D.STAY_ABOVE, target=None), rules.NumberMissing, "target"),
        (key_result(direction=D.ZONE, baseline=None, shape=ZoneShape(stretch=1)), rules.NumberMissing, "baseline"),
        (key_result(baseline=5, target=5), rules.BaselineEqualsTarget, "target"),
        (key_result(baseline=9, target=5), rules.DirectionContradicted, "direction"),
        (key_result(direction=D.DECREASE, baseline=5, target=9), rules.DirectionContradicted, "direction"),
        (key_result(direction=D.BETWEEN), rules.NumberMissing, "lower"),
        (key_result(direction=D.BETWEEN, lower=1), rules.NumberMissing, "upper"),
        (key_result(direction=D.BETWEEN, lower=2, upper=2), rules.BoundsInvalid, "lower"),
        (key_result(direction=D.MILESTONES), rules.ShapeMismatch, "shape"),
        (key_result(direction=D.ZONE), rules.ShapeMismatch, "shape"),
        (key_result(shape=HoldShape()), rules.ShapeMismatch, "shape"),
        (key_result(direction=D.STAY_ABOVE, shape=BandShape()), rules.ShapeMismatch, "shape"),
        (
            key_result(direction=D.BETWEEN, lower=1, upper=2, shape=BandShape(tolerance=-1)),
            rules.ShapeMismatch,
            "shape.tolerance",
        ),
        (key_result(direction=D.MILESTONES, shape=milestones()), rules.ShapeMismatch, "shape.milestones"),
        (
            key_result(direction=D.MILESTONES, shape=milestones(("a", 1), ("a", 1))),
            rules.ShapeMismatch,
            "shape.milestones",
        ),
        (
            key_result(direction=D.MILESTONES, shape=milestones(("a", 0))),
            rules.ShapeMismatch,
            "shape.milestones.weight",
        ),
        (key_result(direction=D.RATIO, shape=RatioShape(factor=0)), rules.ShapeMismatch, "shape.factor"),
        (
            key_result(direction=D.ZONE, shape=ZoneShape(stretch=float("inf"))),
            rules.ValueNotFinite,
            "shape.stretch",
        ),
        (key_result(direction=D.ZONE, shape=ZoneShape(stretch=0)), rules.ShapeMismatch, "shape"),
        (key_result(confidence=1.01), rules.ConfidenceOutOfRange, "confidence"),
        (key_result(confidence=-0.01), rules.ConfidenceOutOfRange, "confidence"),
        (key_result(confidence=float("nan")), rules.ValueNotFinite, "confidence"),
        (key_result(starts_on=date(2026, 2, 2), due_on=date(2026, 2, 1)), rules.BoundsInvalid, "due_on"),
    ],
)
def test_unsound_key_results_are_refused(row, error, field):
    with pytest.raises(error) as refused:
        rules.require_key_result(key_result=row)
    assert refused.value.field == field
    assert refused.value.code != "refused"


NOW = at(2, 1)


@pytest.mark.parametrize(
    ("row", "error", "field"),
    [
        (checkin(at=NOW, value=float("nan")), rules.ValueNotFinite, "value"),
        (checkin(at=NOW, projection=float("inf")), rules.ValueNotFinite, "projection"),
        (checkin(at=NOW, confidence=7), rules.ConfidenceOutOfRange, "confidence"),
        (checkin(at=at(2, 2)), rules.CheckinInFuture, "at"),
        (checkin(at=datetime(2025, 12, 30, tzinfo=UTC)), rules.CheckinOutsideCycle, "at"),
    ],
)
def test_unsound_checkins_are_refused(row, error, field):
    with pytest.raises(error) as refused:
        rules.require_checkin(checkin=row, cycle=cycle(), now=NOW)
    assert refused.value.field == field


def test_sound_and_late_checkins_pass():
    rules.require_checkin(checkin=checkin(at=NOW), cycle=cycle(), now=NOW)
    late = checkin(at=at(7, 1))
    rules.require_checkin(checkin=late, cycle=cycle(state=CycleState.CLOSED), now=at(7, 1))
    with pytest.raises(rules.CheckinOutsideCycle, match="2026-Q1"):
        rules.require_checkin(checkin=late, cycle=cycle(), now=at(7, 1))


def test_a_number_that_came_after_the_close_is_late():
    closed = cycle(state=CycleState.CLOSED, closed_at=at(4, 20))
    assert rules.is_late(checkin=checkin(at=at(4, 1), recorded_at=at(4, 21)), cycle=closed)
    assert rules.is_late(checkin=checkin(at=at(4, 21)), cycle=closed)
    assert not rules.is_late(checkin=checkin(at=at(4, 1), recorded_at=at(4, 19)), cycle=closed)
    assert not rules.is_late(checkin=checkin(at=at(4, 21)), cycle=cycle())
