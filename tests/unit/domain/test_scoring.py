"""Final scores. Source: requirements 3.3, W-12, G-22, 2.3."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.model import Commitment, KeyResultState
from service.domain.presets import PRESETS, GuardrailPolicy
from service.domain.presets.bands import BANDS
from service.domain.scoring import (
    LongRun,
    band_of,
    class_scores,
    guarded_score,
    has_one_class_only,
    late_score,
    long_run,
)
from tests.unit.domain.make import key_result


@pytest.mark.parametrize(
    ("bands", "score", "name"),
    [
        ("google", 0.0, "red"),
        ("google", 0.35, "red"),
        pytest.param("google", 0.39999, "red", id="printed 0-0.3 / 0.4-0.6: nothing lies between"),
        ("google", 0.4, "yellow"),
        ("google", 0.65, "yellow"),
        ("google", 0.7, "green"),
        ("google", 1.0, "green"),
        pytest.param("google", 0.1 + 0.6, "green", id="0.1 + 0.6 is 0.7"),
        ("generic", 0.69, "short"),
        ("generic", 0.7, "good"),
        ("generic", 0.99, "good"),
        ("generic", 1.0, "full"),
        ("appfire", 0.29, "none"),
        ("appfire", 0.3, "some"),
        ("appfire", 0.6, "most"),
        ("appfire", 1.0, "full"),
        ("atlassian", 0.39, "off track"),
        ("atlassian", 0.4, "at risk"),
        ("atlassian", 0.7, "on track"),
        ("openokr", 0.39, "little"),
        ("openokr", 0.4, "partial"),
        ("openokr", 0.7, "strong"),
        ("openokr", 0.9, "full"),
        ("gitlab", 0.69, "short"),
        ("gitlab", 0.7, "achieved"),
        ("openokr_note", 0.29, "disconnected"),
        ("openokr_note", 0.3, "short"),
        ("openokr_note", 0.6, "intended"),
        ("openokr_note", 0.99, "intended"),
        ("openokr_note", 1.0, "too safe"),
        ("openokr_portfolio", 0.39, "little"),
        ("openokr_portfolio", 0.40, "partial"),
        ("openokr_portfolio", 0.60, "healthy"),
        ("openokr_portfolio", 0.85, "healthy"),
        ("openokr_portfolio", 0.851, "too safe"),
    ],
)
def test_bands_are_half_open(bands, score, name):
    assert band_of(score=score, bands=BANDS[bands]).name == name


@given(st.sampled_from(sorted(BANDS)), st.floats(0, 1), st.floats(0, 1))
def test_bands_rise_with_the_score(key, one, other):
    worse, better = sorted((one, other))
    assert band_of(score=worse, bands=BANDS[key]).lower <= band_of(score=better, bands=BANDS[key]).lower


def test_moonshots_and_committed_ones_are_scored_apart():
    rows = [
        (key_result(id="1", commitment=Commitment.COMMITTED), 1.0),
        (key_result(id="2", commitment=Commitment.COMMITTED), 0.9),
        (key_result(id="3", commitment=Commitment.MOONSHOT), 0.5),
        (key_result(id="4", commitment=Commitment.MOONSHOT), 1.0),
        (key_result(id="5", weight=3), 0.7),
        (key_result(id="6"), 0.3),
        (key_result(id="7"), None),
        (key_result(id="8", state=KeyResultState.CANCELLED), 1.0),
        (key_result(id="9", is_enabler=True), 1.0),
    ]
    committed, plain, moonshots = class_scores(scored=rows, preset=PRESETS["google"])
    assert (committed.mean, committed.number, committed.achieved, committed.expected) == (0.95, 2, 1, 1.0)
    assert (plain.mean, plain.number, plain.achieved, plain.expected) == (pytest.approx(0.6), 3, 1, 0.7)
    assert (moonshots.mean, moonshots.number, moonshots.achieved) == (0.75, 2, 1)
    assert class_scores(scored=[], preset=PRESETS["google"]) == ()


@pytest.mark.parametrize(
    ("classes", "warns"),
    [
        ((), False),
        ((None, None), False),
        ((Commitment.MOONSHOT,), False),
        ((Commitment.MOONSHOT, Commitment.MOONSHOT), True),
        ((Commitment.MOONSHOT, Commitment.COMMITTED), False),
        ((Commitment.COMMITTED, None, Commitment.COMMITTED), True),
    ],
)
def test_a_set_of_one_class_only_is_noticed(classes, warns):
    assert has_one_class_only(key_results=[key_result(commitment=each) for each in classes]) is warns


@pytest.mark.parametrize(
    ("policy", "guardrails", "score"),
    [
        pytest.param(GuardrailPolicy.CAP, [1.0, 0.0], 0.6, id="raw 0.9 / guarded 0.6"),
        (GuardrailPolicy.CAP, [1.0], 0.9),
        (GuardrailPolicy.CAP, [], 0.9),
        (GuardrailPolicy.MULTIPLY, [0.5, 1.0], 0.45),
        pytest.param(GuardrailPolicy.MULTIPLY, [1.2], 0.9, id="a guardrail never adds"),
        (GuardrailPolicy.FLAG, [0.0], 0.9),
    ],
)
def test_a_broken_guardrail_changes_the_guarded_score_only(policy, guardrails, score):
    assert guarded_score(raw=0.9, guardrails=guardrails, policy=policy, cap=0.6) == pytest.approx(score)


def test_a_cap_does_not_raise_a_low_score():
    assert guarded_score(raw=0.2, guardrails=[0.0], policy=GuardrailPolicy.CAP, cap=0.6) == 0.2


@pytest.mark.parametrize(("weeks_late", "score"), [(0, 0.8), (-1, 0.8), (2, 0.6), (9, 0.0)])
def test_a_late_key_result_loses_ten_points_a_week(weeks_late, score):
    """GitLab."""
    assert late_score(score=0.8, weeks_late=weeks_late) == pytest.approx(score)


@pytest.mark.parametrize(
    ("scores", "verdict"),
    [
        ([0.6] * 3, None),
        ([0.95] * 4, LongRun.SANDBAGGED),
        ([0.9] * 4, LongRun.COMFORTABLE),
        ([0.75] * 4, LongRun.STRETCH),
        ([0.5] * 4, LongRun.STRETCH),
        ([0.4] * 4, LongRun.HARD),
        ([0.29] * 4, LongRun.FANTASY),
        ([1.0, 0.5, 0.5, 0.5, 0.5], LongRun.STRETCH),
    ],
)
def test_four_quarters_tell_ambition(scores, verdict):
    assert long_run(scores=scores) is verdict
