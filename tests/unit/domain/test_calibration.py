"""What a team's 70 % is worth. Source: requirements 2.8."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.calibration import (
    Outcome,
    RevealRefused,
    Vote,
    brier,
    calibrated,
    reliability,
    reveal,
    seal,
    summary,
)
from service.domain.key_results_rules import ConfidenceOutOfRange

NONCE = "0123456789abcdef"


def sealed(confidence=0.7, nonce=NONCE):
    return seal(key_result_id="k", voter="account-1", confidence=confidence, nonce=nonce)


def test_a_sealed_vote_is_revealed_as_it_was_given():
    assert reveal(sealed=sealed(), confidence=0.7, nonce=NONCE) == Vote(
        key_result_id="k", voter="account-1", confidence=0.7
    )
    assert "0.7" not in sealed().seal


@pytest.mark.parametrize(("confidence", "nonce"), [(0.71, NONCE), (0.7, "another-nonce-123")])
def test_another_vote_or_nonce_is_refused(confidence, nonce):
    with pytest.raises(RevealRefused, match="not the vote") as refused:
        reveal(sealed=sealed(), confidence=confidence, nonce=nonce)
    assert refused.value.field == "confidence"


def test_a_vote_is_a_probability_and_its_nonce_long():
    with pytest.raises(ConfidenceOutOfRange):
        sealed(confidence=7)
    with pytest.raises(RevealRefused, match="16 random"):
        sealed(nonce="short")


@given(st.floats(0, 1), st.floats(0, 1))
def test_only_the_same_confidence_opens_a_seal(one, other):
    if one == other:
        assert reveal(sealed=sealed(one), confidence=other, nonce=NONCE).confidence == one
    else:
        with pytest.raises(RevealRefused):
            reveal(sealed=sealed(one), confidence=other, nonce=NONCE)


def votes(*confidences):
    return [Vote(key_result_id="k", voter=str(n), confidence=each) for n, each in enumerate(confidences)]


def test_votes_of_one_or_two_stay_private():
    assert summary(votes=votes(0.2, 0.9)).median is None
    shown = summary(votes=votes(0.2, 0.9, 0.5))
    assert (shown.votes, shown.median, shown.lowest, shown.highest) == (3, 0.5, 0.2, 0.9)


def outcomes(*pairs):
    return [Outcome(confidence=confidence, is_kept=bool(kept)) for confidence, kept in pairs]


@pytest.mark.parametrize(
    ("rows", "score"),
    [
        ((), None),
        (((1.0, 1), (0.0, 0)), 0.0),
        (((1.0, 0), (0.0, 1)), 1.0),
        (((0.5, 0), (0.5, 1)), 0.25),
        (((0.7, 1), (0.7, 0)), (0.09 + 0.49) / 2),
    ],
)
def test_brier_score(rows, score):
    assert brier(outcomes=outcomes(*rows)) == (None if score is None else pytest.approx(score))


def test_the_reliability_table():
    rows = reliability(outcomes=outcomes((0.6, 1), (0.7, 0), (0.79, 1), (1.0, 1), (0.1, 0)))
    assert [(row.lower, row.number, round(row.stated, 2), round(row.kept, 2)) for row in rows] == [
        (0.0, 1, 0.1, 0.0),
        (0.6, 3, 0.7, 0.67),
        (0.8, 1, 1.0, 1.0),
    ]


def team_of(size, bias, seed):
    draw = random.Random(seed)
    said = [draw.uniform(0.3, 0.9) for _ in range(size)]
    return [Outcome(confidence=each, is_kept=draw.random() < each - bias) for each in said]


def test_below_ten_only_the_pooled_figure_is_shown():
    team = outcomes(*[(0.7, 0)] * 9)
    everybody = [*team, *outcomes(*[(0.7, 1)] * 9)]
    shown = calibrated(confidence=0.7, team=team, everybody=everybody)
    assert shown.is_pooled
    assert shown.number == 18
    assert shown.probability == pytest.approx((4 * 0.7 + 9) / 22)
    assert "all teams together" in shown.sentence
    assert calibrated(confidence=0.7, team=[], everybody=[]).probability == pytest.approx(0.7)


def test_ten_of_its_own_move_a_team_away_from_the_pool():
    team = outcomes(*[(0.7, 0)] * 10)
    everybody = [*team, *outcomes(*[(0.7, 1)] * 10)]
    shown = calibrated(confidence=0.7, team=team, everybody=everybody)
    pooled = (4 * 0.7 + 10) / 24
    bias = 10 * pooled / 20
    assert not shown.is_pooled
    assert shown.probability == pytest.approx(10 * (pooled - bias) / 20)
    assert shown.sentence == "When this team says 70%, it lands 13% of the time (n = 10)."


def mean_correction(bias):
    corrections = []
    for seed in range(60):
        team = team_of(40, bias, seed)
        everybody = [*team, *team_of(200, 0.0, 1000 + seed)]
        shown = [calibrated(confidence=c, team=team, everybody=everybody) for c in (0.5, 0.6, 0.7, 0.8)]
        corrections.append(sum(each.stated - each.probability for each in shown) / len(shown))
    return sum(corrections) / len(corrections), corrections


def test_a_calibrated_team_gets_no_correction_within_noise():
    mean, _ = mean_correction(0.0)
    assert abs(mean) < 0.03


def test_a_team_that_is_02_too_sure_is_corrected_by_a_tenth_at_least():
    mean, corrections = mean_correction(0.2)
    assert mean >= 0.1
    assert sum(each > 0 for each in corrections) >= 55


@given(st.floats(0, 1), st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=30))
def test_what_comes_out_is_a_probability(confidence, rows):
    team = outcomes(*rows)
    shown = calibrated(confidence=confidence, team=team, everybody=team)
    assert 0 <= shown.probability <= 1
