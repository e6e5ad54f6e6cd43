"""Proof, counter-example or cannot tell. Worked by hand, then as properties. Source: requirements 2.2 Tests; M-19."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain.model import Direction, KeyResult
from service.domain.sufficiency import Driver, DriverInvalid, Verdict, judge, parse_formula, require_driver
from service.domain.sufficiency.search import broken_condition, draw

FORMULA = parse_formula("mrr = customers*arpu*(1-churn) ; mrr >= 300000")
CUSTOMERS = KeyResult(
    id="k1", objective_id="o", title="1,200 customers", direction=Direction.INCREASE, baseline=900, target=1200
)
CHURN = KeyResult(
    id="k2", objective_id="o", title="Churn at most 5 %", direction=Direction.DECREASE, baseline=9, target=5, unit="%"
)
ARPU = KeyResult(
    id="k3", objective_id="o", title="ARPU 265", direction=Direction.INCREASE, baseline=250, target=265, unit="EUR"
)
DRIVERS = (
    Driver(name="customers", key_result_id="k1"),
    Driver(name="churn", key_result_id="k2"),
    Driver(name="arpu", baseline=270, lowest=180, highest=290, unit="EUR"),
)


def judged(drivers=DRIVERS, key_results=(CUSTOMERS, CHURN), formula=FORMULA, slack=0.2):
    return judge(formula=formula, drivers=drivers, key_results=key_results, slack=slack)


def test_the_example_of_the_source_is_found_and_told():
    """M-19: 1,200 × 180 × 0.95 = 205,200 < 300,000, because no key result holds ARPU."""
    found = judged()
    assert found.verdict is Verdict.COUNTER_EXAMPLE
    assert "customers = 1,200 ✓" in found.words
    assert "churn = 5 % ✓" in found.words
    assert "arpu falls to its historical low, 180 EUR" in found.words
    assert "mrr = 205,200, not >= 300,000 ✗" in found.words
    assert "No key result holds arpu." in found.words


def test_a_binding_key_result_turns_the_verdict():
    """1,200 × 265 × 0.95 = 302,100."""
    bound = (*DRIVERS[:2], Driver(name="arpu", key_result_id="k3"))
    found = judged(bound, (CUSTOMERS, CHURN, ARPU))
    assert found.verdict is Verdict.SUFFICIENT
    assert "churn is never below 0" in found.assumptions
    weaker = judged(bound, (CUSTOMERS, CHURN, replace(ARPU, target=260)))
    assert weaker.verdict is Verdict.COUNTER_EXAMPLE
    assert "The targets themselves are not enough." in weaker.words


def test_exactly_enough_is_enough_unless_more_is_asked():
    drivers = (Driver(name="a", key_result_id="k1"),)
    assert judged(drivers, formula=parse_formula("a * 250 >= 300000")).verdict is Verdict.SUFFICIENT
    assert judged(drivers, formula=parse_formula("a * 250 > 300000")).verdict is Verdict.COUNTER_EXAMPLE


def test_an_unknown_driver_is_named():
    found = judged(DRIVERS[:2])
    assert found.verdict is Verdict.CANNOT_TELL
    assert found.missing == ("arpu",)
    assert "arpu" in found.words


def test_an_unknown_driver_that_does_not_matter_is_no_hindrance():
    assert judged(DRIVERS[:1], formula=parse_formula("customers + 0 * whim >= 1200")).verdict is Verdict.SUFFICIENT


def test_without_history_the_baseline_moves_by_the_slack():
    drivers = (*DRIVERS[:2], Driver(name="arpu", baseline=300))
    assert judged(drivers, slack=0.2).verdict is Verdict.COUNTER_EXAMPLE  # 1,200 × 240 × 0.95 = 273,600
    assert "20% below its baseline" in judged(drivers, slack=0.2).words
    assert judged(drivers, slack=0.1).verdict is Verdict.SUFFICIENT  # 1,200 × 270 × 0.95 = 307,800


def test_a_driver_in_two_places_is_judged_by_its_slope():
    """(revenue - cost) / revenue at least 0.4: plain intervals cannot prove it; cancelled, they can."""
    revenue = replace(CUSTOMERS, target=100)
    cost = replace(CHURN, target=50, unit="EUR", baseline=70)
    found = judged(
        (Driver(name="revenue", key_result_id="k1"), Driver(name="cost", key_result_id="k2")),
        (revenue, cost),
        parse_formula("(revenue - cost) / revenue >= 0.4"),
    )
    assert found.verdict is Verdict.SUFFICIENT


def test_division_by_what_may_be_zero_is_never_called_sufficient():
    found = judged((Driver(name="x", lowest=-1, highest=1),), (), parse_formula("1 / x ** 2 > 0"))
    assert found.verdict is Verdict.CANNOT_TELL


def test_a_failure_between_the_corners_is_found():
    found = judged((Driver(name="x", lowest=-1, highest=1, baseline=1),), (), parse_formula("x * x >= 0.25"))
    assert found.verdict is Verdict.COUNTER_EXAMPLE


@pytest.mark.parametrize(
    "driver",
    [
        Driver(name="a", lowest=2, highest=1),
        Driver(name="a", baseline=float("nan")),
        Driver(name="a", baseline=1e300),
        Driver(name="a b"),
    ],
)
def test_contradicting_figures_are_refused(driver):
    with pytest.raises(DriverInvalid):
        require_driver(driver=driver)


FORMULAS = st.sampled_from(
    [
        "a * b * (1 - c) >= 100",
        "a + b - c >= 50 and a >= 10",
        "(a - c) / (b + 1) > 2",
        "max(a, b) - min(b, c) >= 5",
        "a ** 2 - 3 * b >= c",
        "p = a * b; q = p - c * 4; q >= 0",
    ]
)
FIGURES = st.integers(0, 60)
KINDS = st.sampled_from([Direction.INCREASE, Direction.DECREASE, Direction.BETWEEN, Direction.STAY_ABOVE])


@st.composite
def cases(draw_one):
    drivers, key_results = [], []
    for name in "abc":
        low, high = sorted((draw_one(FIGURES), draw_one(FIGURES)))
        if draw_one(st.booleans()):
            drivers.append(Driver(name=name, key_result_id=name))
            key_results.append(
                KeyResult(
                    id=name, objective_id="o", title=name, direction=draw_one(KINDS), baseline=low, target=high, lower=low, upper=high,
                )
            )  # fmt: skip
        else:
            drivers.append(Driver(name=name, lowest=low, highest=high))
    return parse_formula(draw_one(FORMULAS)), drivers, key_results


@settings(max_examples=60, deadline=None)
@given(cases())
def test_a_counter_example_reaches_every_key_result_and_fails(case):
    formula, drivers, key_results = case
    found = judged(drivers, key_results, formula)
    if found.counter_example is None:
        return
    point = found.counter_example.point
    assert broken_condition(formula=formula, point=point) is not None
    for key_result in key_results:
        if key_result.id not in point:
            continue
        value = point[key_result.id]
        if key_result.direction is Direction.BETWEEN:
            assert key_result.lower <= value <= key_result.upper
        elif key_result.direction is Direction.DECREASE:
            assert value <= key_result.target
        else:
            assert value >= key_result.target


@settings(max_examples=25, deadline=None)
@given(cases())
def test_sufficient_has_no_counter_example_among_many_draws(case):
    formula, drivers, key_results = case
    found = judged(drivers, key_results, formula)
    if found.verdict is not Verdict.SUFFICIENT:
        return
    chance = random.Random(7)
    for _ in range(1000):
        point = {each.name: draw(each.side, chance) for each in found.ranges}
        if len(point) == len(formula.drivers):
            assert broken_condition(formula=formula, point=point) is None


def test_the_worked_proof_stands_ten_thousand_draws():
    """2.2: "sufficient" never has a counter-example among 10⁴ random draws."""
    bound = (*DRIVERS[:2], Driver(name="arpu", key_result_id="k3"))
    found = judged(bound, (CUSTOMERS, CHURN, ARPU))
    chance = random.Random(11)
    for _ in range(10_000):
        point = {each.name: draw(each.side, chance) for each in found.ranges}
        assert broken_condition(formula=FORMULA, point=point) is None


def test_the_same_question_gets_the_same_answer():
    assert judged() == judged()
