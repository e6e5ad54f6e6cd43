"""Confidence scales and verdicts. Source: requirements 3.5, W-09."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.confidence import (
    ConfidenceScale,
    ConfidenceUnreadable,
    PlanningVerdict,
    SetVerdict,
    from_probability,
    planning_verdict,
    set_verdict,
    to_probability,
)
from service.domain.presets import PRESETS

S, P, V = ConfidenceScale, PlanningVerdict, SetVerdict


@pytest.mark.parametrize(
    ("given_", "scale", "probability"),
    [
        (0.7, S.UNIT, 0.7),
        (70, S.PERCENT, 0.7),
        (7, S.TEN, 0.7),
        (0, S.TEN, 0.0),
        pytest.param(1, S.ONE_TO_TEN, 0.1, id="1 of 1-10 is c/10, not (c-1)/9 = 0"),
        (10, S.ONE_TO_TEN, 1.0),
        ("red", S.TRAFFIC, 0.2),
        ("yellow", S.TRAFFIC, 0.55),
        ("green", S.TRAFFIC, 0.9),
    ],
)
def test_every_scale_becomes_a_probability(given_, scale, probability):
    assert to_probability(given=given_, scale=scale) == pytest.approx(probability)


@pytest.mark.parametrize(
    ("given_", "scale", "message"),
    [
        (7, S.UNIT, "0 to 1"),
        (101, S.PERCENT, "0 to 100"),
        (0, S.ONE_TO_TEN, "1 to 10"),
        ("blue", S.TRAFFIC, "red, yellow or green"),
        ("high", S.PERCENT, "not a number"),
        (float("nan"), S.UNIT, "outside"),
    ],
)
def test_what_is_not_on_the_scale_is_refused(given_, scale, message):
    with pytest.raises(ConfidenceUnreadable, match=message) as refused:
        to_probability(given=given_, scale=scale)
    assert refused.value.field == "confidence"


@given(st.sampled_from([S.UNIT, S.PERCENT, S.TEN]), st.floats(0, 1))
def test_there_and_back(scale, probability):
    back = from_probability(probability=probability, scale=scale)
    assert to_probability(given=back, scale=scale) == pytest.approx(probability)


def test_lights_and_the_lowest_mark():
    assert [from_probability(probability=p, scale=S.TRAFFIC) for p in (0.1, 0.5, 0.8)] == ["red", "yellow", "green"]
    assert from_probability(probability=0.0, scale=S.ONE_TO_TEN) == 1


@pytest.mark.parametrize(
    ("confidence", "verdict"),
    [
        (0.0, P.WISH),
        (0.3, P.BELOW_AIM),
        (0.6, P.ON_AIM),
        (0.7, P.ON_AIM),
        (0.71, P.TOO_EASY),
        (0.85, P.TOO_EASY),
        (1.0, P.NOT_A_STRETCH),
    ],
)
def test_ambition_by_probability(confidence, verdict):
    """W-09."""
    assert planning_verdict(confidence=confidence, policy=PRESETS["workshop_weaver"].confidence) is verdict


@pytest.mark.parametrize("key", sorted(set(PRESETS) - {"workshop_weaver"}))
def test_a_confidence_of_85_percent_fails_only_one_doctrine(key):
    """Requirements 2.1, tests."""
    assert planning_verdict(confidence=0.85, policy=PRESETS[key].confidence) is P.NO_RULE


@pytest.mark.parametrize(
    ("confidences", "verdict"),
    [
        ([], None),
        ([None], None),
        ([0.91], V.SANDBAG),
        ([0.9], V.COMFORTABLE),
        ([0.76], V.COMFORTABLE),
        ([0.75], V.SWEET_SPOT),
        ([0.5], V.SWEET_SPOT),
        ([0.40], V.SWEET_SPOT),
        ([0.39], V.AMBITIOUS),
        ([0.25], V.AMBITIOUS),
        ([0.24], V.FANTASY),
        ([1.0, None, 0.2], V.SWEET_SPOT),
    ],
)
def test_a_set_by_its_mean(confidences, verdict):
    assert set_verdict(confidences=confidences) is verdict
