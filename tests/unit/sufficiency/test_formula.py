"""What the formula language takes, what it means, and that nothing else gets through. Source: requirements 2.2."""

import contextlib
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.sufficiency import FormulaRefused, parse_formula
from service.domain.sufficiency.formula import value_of
from service.domain.sufficiency.interval import Interval, range_of
from service.domain.sufficiency.polynomial import as_expression, as_fraction, derivative
from service.domain.sufficiency.search import draw
from service.domain.sufficiency.slope import slope

MRR = "mrr = customers*arpu*(1-churn) ; mrr >= 300000"


def test_steps_are_put_in_and_drivers_named_in_order():
    formula = parse_formula(MRR)
    assert formula.drivers == ("customers", "arpu", "churn")
    point = {"customers": Fraction(1200), "arpu": Fraction(180), "churn": Fraction("0.05")}
    assert value_of(formula.conditions[0].left, point) == 205200


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("-2 + 3 * 4 > 0", 10),
        ("(2 + 3) * 4 / 8 > 0", Fraction(5, 2)),
        ("2 ** 3 > 0", 8),
        ("-2 ** 2 > 0", -4),
        ("min(3, 2, 7) + max(1, 5) + abs(0 - 4) > 0", 11),
        ("0.1 + 0.2 > 0", Fraction(3, 10)),
        ("+5 > 0", 5),
    ],
)
def test_arithmetic_is_exact_and_binds_as_usual(text, value):
    assert value_of(parse_formula(text).conditions[0].left, {}) == value


def test_chains_and_ands_are_conditions_of_their_own():
    formula = parse_formula("0 < a <= 5 and b >= 1\nc > 2")
    assert [each.text for each in formula.conditions] == ["0 < a", "a <= 5", "b >= 1", "c > 2"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no condition"),
        ("a = 1", "no condition"),
        ("a + 1", "neither a step nor a condition"),
        ("a == 1", "compare with"),
        ("a >= 1 or b >= 1", "neither a step"),
        ("__import__('os').system('x') >= 1", "not arithmetic"),
        ("a.b >= 1", "not arithmetic"),
        ("a[0] >= 1", "not arithmetic"),
        ("(lambda: 1)() >= 1", "not arithmetic"),
        ("'a' * 5 >= 1", "not arithmetic"),
        ("True >= 1", "not arithmetic"),
        ("2 ** 10 ** 10 >= 1", "not arithmetic"),
        ("a ** 99 >= 1", "whole number up to"),
        ("a ** -1 >= 1", "not arithmetic"),
        ("a ** 20 * b ** 20 * c ** 20 >= 1", "multiplies more than"),
        ("import os", "use only steps"),
        ("a = 1; a = 2; a >= 1", "already taken"),
        ("min = 1; min >= 1", "already taken"),
        ("a >= 1e999", "larger than"),
        ("a >=", "no arithmetic"),
        ("a" * 2001, "at most"),
        ("(" * 900 + "a" + ")" * 900 + ">= 1", "no arithmetic|brackets"),
        (";".join(["x0 = a + a"] + [f"x{i} = x{i - 1} + x{i - 1}" for i in range(1, 30)]) + ";x29 >= 1", "too long"),
    ],
)
def test_everything_else_is_refused_with_the_reason(text, says):
    with pytest.raises(FormulaRefused, match=says) as refused:
        parse_formula(text)
    assert refused.value.field == "formula"


@given(st.text(max_size=80))
def test_any_text_is_taken_or_refused(text):
    with contextlib.suppress(FormulaRefused):
        parse_formula(text)


NAMES = ("a", "b", "c")
LEAVES = st.one_of(st.sampled_from(NAMES), st.integers(0, 9).map(str))
EXPRESSIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        st.tuples(st.sampled_from(["min", "max"]), inner, inner).map(lambda t: f"{t[0]}({t[1]}, {t[2]})"),
        inner.map(lambda t: f"abs({t})"),
        st.tuples(inner, st.integers(0, 3)).map(lambda t: f"(({t[0]}) ** {t[1]})"),
    ),
    max_leaves=8,
)
ENDS = st.fractions(-50, 50, max_denominator=8)
SIDES = st.tuples(ENDS, ENDS).map(lambda pair: Interval(min(pair), max(pair)))
INFINITE = ENDS.flatmap(lambda end: st.sampled_from([Interval(end, float("inf")), Interval(float("-inf"), end)]))


@given(EXPRESSIONS, st.tuples(*[st.one_of(SIDES, INFINITE)] * 3), st.randoms(use_true_random=False))
def test_the_range_holds_every_value(text, sides, chance):
    """The proof rests on this: no point of the box gets out of the interval."""
    with contextlib.suppress(FormulaRefused):
        expression = parse_formula(f"{text} >= 0").conditions[0].left
        box = dict(zip(NAMES, sides, strict=True))
        found = range_of(expression, box)
        for _ in range(20):
            point = {name: draw(side, chance) for name, side in box.items()}
            value = value_of(expression, point)
            if found is not None:
                assert value is not None
                assert found.low <= value <= found.high


@given(EXPRESSIONS, st.tuples(ENDS, ENDS, ENDS))
def test_the_slope_is_the_limit_of_the_quotient(text, values):
    with contextlib.suppress(FormulaRefused):
        expression = parse_formula(f"{text} >= 0").conditions[0].left
        point = dict(zip(NAMES, values, strict=True))
        by = slope(expression, "a")
        here = None if by is None else value_of(by, point)
        step = Fraction(1, 10**15)
        before = value_of(expression, {**point, "a": point["a"] - step})
        after = value_of(expression, {**point, "a": point["a"] + step})
        if here is not None and before is not None and after is not None and value_of(expression, point) is not None:
            assert abs((after - before) / (2 * step) - here) <= Fraction(1, 10**3) * (1 + abs(here))


@given(EXPRESSIONS, st.tuples(ENDS, ENDS, ENDS))
def test_the_cancelled_fraction_has_the_same_value(text, values):
    with contextlib.suppress(FormulaRefused):
        expression = parse_formula(f"{text} >= 0").conditions[0].left
        point = dict(zip(NAMES, values, strict=True))
        fraction, value = as_fraction(expression), value_of(expression, point)
        if fraction is not None and value is not None:
            above, below = (value_of(as_expression(each), point) for each in fraction)
            assert below != 0
            assert above / below == value


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("abs(a, b) >= 1", "abs takes one number"),
        ("-" * 1500 + "a >= 1", "too many brackets"),
        (
            ";".join(["x0 = a + a"] + [f"x{i} = x{i - 1} + x{i - 1}" for i in range(1, 8)]) + "; b >= " + "+b" * 800,
            "too long",
        ),
    ],
)
def test_long_and_crooked_formulas_are_refused(text, says):
    with pytest.raises(FormulaRefused, match=says):
        parse_formula(text)


def test_steps_with_powers_and_calls_are_put_in():
    formula = parse_formula("q = max(a ** 2, b); q + abs(c) >= 1")
    assert formula.drivers == ("a", "b", "c")
    point = {"a": Fraction(3), "b": Fraction(4), "c": Fraction(-2)}
    assert value_of(formula.conditions[0].left, point) == 11


def sided(text):
    return parse_formula(f"{text} >= 0").conditions[0].left


def test_a_division_by_zero_anywhere_leaves_no_value_and_no_range():
    expression = sided("min(a, 1 / b)")
    assert value_of(expression, {"a": Fraction(1), "b": Fraction(0)}) is None
    side = Interval(Fraction(-1), Fraction(1))
    assert range_of(expression, {"a": side, "b": side}) is None
    assert range_of(sided("(1 / b) ** 2"), {"b": side}) is None
    assert value_of(sided("(1 / b) ** 2"), {"b": Fraction(0)}) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a ** 0", 0),
        ("b ** 2", 0),
        ("a ** 3", 12),
        ("max(b, 1)", 0),
        ("max(a, 1)", None),
        ("max(a, 1) ** 2", None),
        ("3 - a", -1),
        ("b - a * a", -4),
        ("1 / a", Fraction(-1, 4)),
    ],
)
def test_slopes_by_hand_at_two(text, expected):
    """By `a`, at a = 2, b = 5."""
    by = slope(sided(text), "a")
    assert (None if by is None else value_of(by, {"a": Fraction(2), "b": Fraction(5)})) == expected


@pytest.mark.parametrize("text", ["abs(a)", "abs(a) ** 2", "abs(a) + 1"])
def test_what_has_corners_is_no_fraction_of_polynomials(text):
    assert as_fraction(sided(text)) is None


def test_too_many_terms_are_no_fraction_either():
    wide = "+".join(f"v{number}" for number in range(15))
    assert as_fraction(sided(f"({wide}) * ({wide})")) is not None
    assert as_fraction(sided(f"({wide}) ** 3")) is None


@given(EXPRESSIONS, st.tuples(ENDS, ENDS, ENDS))
def test_the_derivative_of_a_polynomial_is_the_slope_of_its_expression(text, values):
    fraction = None
    with contextlib.suppress(FormulaRefused):
        fraction = as_fraction(parse_formula(f"{text} >= 0").conditions[0].left)
    if fraction is not None:
        point = dict(zip(NAMES, values, strict=True))
        by = slope(as_expression(fraction[0]), "a")
        assert by is not None
        assert value_of(as_expression(derivative(fraction[0], "a")), point) == value_of(by, point)


def test_derivatives_by_hand():
    """3a²b + 4a + 5b → 6ab + 4."""
    cubic = {(("a", 2), ("b", 1)): Fraction(3), (("a", 1),): Fraction(4), (("b", 1),): Fraction(5)}
    assert derivative(cubic, "a") == {(("a", 1), ("b", 1)): 6, (): 4}
    assert derivative(cubic, "c") == {}


@pytest.mark.parametrize(
    ("text", "gap", "is_strict"), [("a <= 5", 3, False), ("a < 5", 3, True), ("a >= 5", -3, False), ("a > 5", -3, True)]
)
def test_a_gap_is_what_is_left_to_the_bound(text, gap, is_strict):
    """At a = 2."""
    (condition,) = parse_formula(text).conditions
    assert (value_of(condition.gap, {"a": Fraction(2)}), condition.is_strict) == (gap, is_strict)
