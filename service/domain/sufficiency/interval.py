"""Exact interval arithmetic: every value an expression can take lies inside. Ends are fractions or infinite."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from service.domain.sufficiency.formula import Expression, Number, Operation, Power, Variable

End = Fraction | float
"""A float only where it is infinite."""


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`, ends included."""

    low: End
    high: End

    @property
    def width(self) -> End:
        """Return how wide it is."""
        return math.inf if _is_infinite(self.low) or _is_infinite(self.high) else self.high - self.low


Box = Mapping[str, Interval]
EVERYTHING: Final = Interval(-math.inf, math.inf)


def point(value: Fraction) -> Interval:
    """Return the interval of one number."""
    return Interval(value, value)


def range_of(expression: Expression, box: Box) -> Interval | None:
    """Return an interval that holds all values over the box; None where it might be divided by zero."""
    match expression:
        case Number(value):
            return point(value)
        case Variable(name):
            return box[name]
        case Operation(operator, left, right):
            one, two = range_of(left, box), range_of(right, box)
            if one is None or two is None:
                return None
            if operator == "+":
                return _sum(one, two)
            if operator == "-":
                return _sum(one, _negative(two))
            return _product(one, two) if operator == "*" else _quotient(one, two)
        case Power(base, exponent):
            inner = range_of(base, box)
            return None if inner is None else _power(inner, exponent)
    found = [range_of(part, box) for part in expression.parts]
    known = [each for each in found if each is not None]
    if len(known) < len(found):
        return None
    if expression.name == "abs":
        return _absolute(known[0])
    best = min if expression.name == "min" else max
    return Interval(best(each.low for each in known), best(each.high for each in known))


def _is_infinite(end: End) -> bool:
    return isinstance(end, float)


def _times(one: End, two: End) -> End:
    """Multiply ends; 0 times infinite is 0, as the limit of products inside the intervals is."""
    if one == 0 or two == 0:
        return Fraction(0)
    if _is_infinite(one) or _is_infinite(two):
        return math.inf if (one > 0) == (two > 0) else -math.inf
    return one * two


def _sum(one: Interval, two: Interval) -> Interval:
    low = -math.inf if _is_infinite(one.low) or _is_infinite(two.low) else one.low + two.low
    high = math.inf if _is_infinite(one.high) or _is_infinite(two.high) else one.high + two.high
    return Interval(low, high)


def _negative(one: Interval) -> Interval:
    return Interval(-one.high, -one.low)


def _product(one: Interval, two: Interval) -> Interval:
    ends = [_times(a, b) for a in (one.low, one.high) for b in (two.low, two.high)]
    return Interval(min(ends), max(ends))


def _quotient(one: Interval, two: Interval) -> Interval | None:
    if two.low <= 0 <= two.high:
        return None
    return _product(one, Interval(_inverse(two.high), _inverse(two.low)))


def _inverse(end: End) -> End:
    return Fraction(0) if _is_infinite(end) else 1 / end


def _power(base: Interval, exponent: int) -> Interval:
    if exponent == 0:
        return point(Fraction(1))
    low, high = _raised(base.low, exponent), _raised(base.high, exponent)
    if exponent % 2:
        return Interval(low, high)
    least = Fraction(0) if base.low <= 0 <= base.high else min(low, high)
    return Interval(least, max(low, high))


def _raised(end: End, exponent: int) -> End:
    if _is_infinite(end):
        return -math.inf if end < 0 and exponent % 2 else math.inf
    return end**exponent


def _absolute(one: Interval) -> Interval:
    if one.low <= 0 <= one.high:
        return Interval(Fraction(0), max(-one.low, one.high))
    return one if one.low > 0 else _negative(one)
