"""How texts are understood, and that every one is challenged. Source: requirements 2.3; M-24."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.challenge import MetricClass, Movement, challenge_text
from service.domain.model import Direction

SEEDS = [
    ("Increase sales to 3M EUR", "sales.volume.discount", "margin"),  # M-24, the seed's own example
    ("Increase sales from 100k to 200k", "sales.volume.discount", "margin"),
    ("Reduce open bugs from 120 to 40", "engineering.open-bugs.close-without-fix", "reopen rate"),
    ("Open bugs: 120 → 40", "engineering.open-bugs.close-without-fix", "reopen rate"),
    ("Reduce response time to under 2 h", "support.response-time.auto-reply", "satisfaction"),
    ("Cut our customers' first response time from 6h to 2h", "support.response-time.auto-reply", "satisfaction"),
]


@pytest.mark.parametrize(("text", "loophole", "counter"), SEEDS)
def test_seed_examples_come_out(text, loophole, counter):
    """M-24: the loophole and the counter-metric that requirements 2.3 name."""
    found = {each.id: each for each in challenge_text(text=text).loopholes}
    assert counter in found[loophole].counter.name


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Increase revenue from new customers by 20%", "finance.revenue"),
        ("Reduce customer churn from 5% to 3%", "product.churn"),
        ("70% of users complete onboarding in <5 min", "product.activation"),
        ("Increase the number of weekly active users to 3000", "product.active-users"),
        ("NPS 45→60", "support.nps"),
        ("Reduce cost of support tickets from 12€ to 8€", "finance.cost"),
        ("Cut time to hire from 60 to 30 days", "people.time-to-hire"),
        ("Raise user retention to 60%", "product.retention"),
        ("Umsatz von 1 Mio auf 2 Mio steigern", "sales.volume"),
    ],
)
def test_the_metric_is_the_head_of_the_sentence(text, family):
    assert challenge_text(text=text).metric.family.key == family


@pytest.mark.parametrize(
    ("known", "movement"),
    [
        ({"direction": Direction.DECREASE}, Movement.DOWN),
        ({"direction": Direction.STAY_ABOVE}, Movement.UP),
        ({"direction": Direction.RATIO, "baseline": 50, "target": 20}, Movement.DOWN),
        ({"baseline": 1, "target": 2}, Movement.UP),
        ({}, Movement.DOWN),
    ],
)
def test_fields_count_before_the_text(known, movement):
    assert challenge_text(text="Reduce the frobnication from 9 to 3", **known).metric.movement is movement


@pytest.mark.parametrize(
    ("text", "unit", "kind"),
    [
        ("Reduce frobnication", "EUR", MetricClass.COST),
        ("Raise frobnication", "€", MetricClass.REVENUE),
        ("Frobnication from 9 to 3 hours", "", MetricClass.SPEED),
        ("Frobnication", "days", MetricClass.SPEED),
        ("Raise frobnication to 80%", "", MetricClass.RATE),
        ("Raise frobnication", "widgets", MetricClass.VOLUME),
    ],
)
def test_an_unknown_metric_falls_back_on_its_unit(text, unit, kind):
    challenge = challenge_text(text=text, unit=unit)
    assert challenge.metric.family is None
    assert challenge.metric.kind is kind


def test_ratios_and_yes_or_no_have_their_own_loophole():
    ratio = challenge_text(text="Raise conversion rate", direction=Direction.RATIO)
    assert "any.ratio.denominator" in [each.id for each in ratio.loopholes]
    assert len(ratio.loopholes) > 1
    binary = challenge_text(text="Launch the app", direction=Direction.BINARY)
    assert [each.id for each in binary.loopholes] == ["any.binary.empty"]


@given(st.text(max_size=300), st.text(max_size=10), st.sampled_from([None, *Direction]))
def test_every_text_is_challenged(text, unit, direction):
    """M-24: at least one way each, whatever the text."""
    assert challenge_text(text=text, unit=unit, direction=direction).loopholes


@pytest.mark.parametrize(
    ("text", "movement"),
    [
        ("Waiting from 2,500 to 40 minutes", Movement.DOWN),
        ("Waiting from 30 to 1,200 minutes", Movement.UP),
        ("Frobnication from 5 to 5 %", Movement.UP),
        ("Frobnication from 2.5k to 30 %", Movement.UP),
    ],
)
def test_a_unit_named_once_belongs_to_both_numbers(text, movement):
    """Where the two cannot be compared, the usual way of its class stands: up, for anything but time and cost."""
    assert challenge_text(text=text).metric.movement is movement
