"""Proof, counter-example or cannot tell. Worked by hand, then as properties. Source: requirements 2.2 Tests; M-19."""

import math
import random
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain.model import Direction, KeyResult
from service.domain.sufficiency import Driver, DriverInvalid, Verdict, judge, parse_formula, require_driver
from service.domain.sufficiency.drivers import range_of_driver
from service.domain.sufficiency.interval import Interval
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


def held(direction, **figures):
    named = {"baseline": None, "target": None, **figures}
    return KeyResult(id="k", objective_id="o", title="Held", direction=direction, **named)


INFINITY = float("inf")


@pytest.mark.parametrize(
    ("key_result", "low", "high"),
    [
        (held(Direction.INCREASE, baseline=1, target=5), 5, INFINITY),
        (held(Direction.DECREASE, baseline=9, target=5), 0, 5),
        (held(Direction.DECREASE, baseline=9, target=-5), -INFINITY, -5),
        (held(Direction.BETWEEN, lower=2, upper=3), 2, 3),
        (held(Direction.RATIO, baseline=1, target=5), 5, INFINITY),
        (held(Direction.RATIO, baseline=9, target=5), 0, 5),
        (held(Direction.ZONE, target=5), 5, 5),
        (held(Direction.INCREASE, baseline=40, target=60, unit="%"), 0.6, 1),
    ],
    ids=lambda value: str(value.direction) if isinstance(value, KeyResult) else None,
)
def test_a_key_result_holds_its_driver_where_it_counts_as_reached(key_result, low, high):
    """2.2: what nobody says stays open, except that no figure was ever negative and no share is above all."""
    found = range_of_driver(driver=Driver(name="d", key_result_id="k"), key_results={"k": key_result}, slack=0.2)
    assert (float(found.side.low), float(found.side.high)) == (low, high)
    assert found.held_by == "Held"


@pytest.mark.parametrize(
    "key_result",
    [held(Direction.INCREASE), held(Direction.INCREASE, baseline=1), held(Direction.BETWEEN, lower=1)],
    ids=["nothing", "no target", "one bound"],
)
def test_a_key_result_that_says_too_little_holds_nothing(key_result):
    found = range_of_driver(driver=Driver(name="d", key_result_id="k"), key_results={"k": key_result}, slack=0.2)
    assert found is None


def test_a_driver_that_rises_too_far_is_told_so():
    """revenue 100 at least, cost known between 10 and 90: 100 - 90 < 20."""
    drivers = (Driver(name="revenue", key_result_id="k1"), Driver(name="cost", lowest=10, highest=90, baseline=50))
    found = judged(drivers, (replace(CUSTOMERS, target=100),), parse_formula("revenue - cost >= 20"))
    assert found.verdict is Verdict.COUNTER_EXAMPLE
    assert "cost rises to its historical high, 90" in found.words


def test_a_failure_between_the_ends_is_told_as_a_move():
    """x·x ≥ ¼ holds at both ends and at the baseline, and fails between."""
    found = judged((Driver(name="x", lowest=-1, highest=1, baseline=1),), (), parse_formula("x * x >= 0.25"))
    assert "x moves to" in found.words


def test_among_many_drivers_one_end_at_a_time_is_tried():
    """Thirteen drivers have 8,192 corners; that one of them falls is found without them."""
    names = [f"d{number}" for number in range(13)]
    drivers = [Driver(name=name, lowest=1, highest=2, baseline=2) for name in names]
    found = judged(drivers, (), parse_formula(f"{' + '.join(names)} >= 25.5"))
    assert found.verdict is Verdict.COUNTER_EXAMPLE
    loose = [each for each in found.counter_example.settings if each.value < 2]
    assert [each.value for each in loose] == [1.0]


def test_draws_stay_inside_whatever_is_open():
    chance = random.Random(1)
    for low, high in ((1, 2), (1, None), (None, 2), (None, None)):
        side = Interval(-math.inf if low is None else Fraction(low), math.inf if high is None else Fraction(high))
        drawn = [draw(side, chance) for _ in range(200)]
        assert all(side.low <= each <= side.high for each in drawn)
        assert len(set(drawn)) > 50


def test_a_slope_that_may_divide_by_zero_is_left_alone():
    """x / (y + 1) with y down to 0: the slope by y has (y + 1)² below, which is never 0; with y down to -1 it may be."""
    drivers = (Driver(name="x", lowest=1, highest=2), Driver(name="y", lowest=-1, highest=1))
    assert judged(drivers, (), parse_formula("x / (y + 1) >= 0")).verdict is Verdict.CANNOT_TELL
    safe = (drivers[0], Driver(name="y", lowest=0, highest=1))
    assert judged(safe, (), parse_formula("x / (y + 1) >= 0.5")).verdict is Verdict.SUFFICIENT


def test_a_failure_nobody_finds_is_no_proof_either():
    """(d0 - ½)² + d1 + … + d12 ≥ 0.01 fails only where d0 is ½ and all the others are next to nothing."""
    names = [f"d{number}" for number in range(13)]
    drivers = [Driver(name=name, lowest=0, highest=1, baseline=1) for name in names]
    formula = parse_formula(f"(d0 - 0.5) ** 2 + {' + '.join(names[1:])} >= 0.01")
    found = judged(drivers, (), formula)
    assert found.verdict is Verdict.CANNOT_TELL
    assert found.missing == ()
    bottom = {name: Fraction(0) for name in names} | {"d0": Fraction(1, 2)}
    assert broken_condition(formula=formula, point=bottom) is not None, "and yet there is one"


@pytest.mark.parametrize("driver", [Driver(name="a"), Driver(name="a", lowest=1, baseline=5, highest=1), DRIVERS[2]])
def test_figures_in_order_are_taken(driver):
    require_driver(driver=driver)
