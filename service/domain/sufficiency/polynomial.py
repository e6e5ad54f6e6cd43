"""One fraction of polynomials for an expression, so that what cancels does cancel: `(a - b) / a` has `a` twice only in ink."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from service.domain.sufficiency.formula import Call, Expression, Number, Operation, Power, Variable

Monomial = tuple[tuple[str, int], ...]
Polynomial = Mapping[Monomial, Fraction]

MOST_TERMS: Final = 200
_ONE: Final[Polynomial] = {(): Fraction(1)}


def as_fraction(expression: Expression) -> tuple[Polynomial, Polynomial] | None:
    """Return numerator and denominator; None with min, max or abs in it, or when it has too many terms."""
    match expression:
        case Number(value):
            return {(): value}, _ONE
        case Variable(name):
            return {((name, 1),): Fraction(1)}, _ONE
        case Call():
            return None
        case Power(base, exponent):
            inner = as_fraction(base)
            if inner is None:
                return None
            found: tuple[Polynomial, Polynomial] | None = (_ONE, _ONE)
            for _ in range(exponent):
                found = None if found is None else _small(_product(found[0], inner[0]), _product(found[1], inner[1]))
            return found
    one, two = as_fraction(expression.left), as_fraction(expression.right)
    if one is None or two is None:
        return None
    if expression.operator == "*":
        return _small(_product(one[0], two[0]), _product(one[1], two[1]))
    if expression.operator == "/":
        return _small(_product(one[0], two[1]), _product(one[1], two[0]))
    sign = Fraction(1 if expression.operator == "+" else -1)
    if one[1] == two[1]:
        return _small(_sum(one[0], two[0], sign), one[1])
    return _small(_sum(_product(one[0], two[1]), _product(two[0], one[1]), sign), _product(one[1], two[1]))


def as_expression(polynomial: Polynomial) -> Expression:
    """Return the sum of its terms."""
    found: Expression = Number(polynomial.get((), Fraction(0)))
    for monomial, factor in sorted(polynomial.items()):
        if monomial:
            term: Expression = Number(factor)
            for name, exponent in monomial:
                term = Operation("*", term, Power(Variable(name), exponent))
            found = Operation("+", found, term)
    return found


def derivative(polynomial: Polynomial, name: str) -> Polynomial:
    """Return the derivative by one variable."""
    found: dict[Monomial, Fraction] = {}
    for monomial, factor in polynomial.items():
        powers = dict(monomial)
        exponent = powers.pop(name, 0)
        if exponent > 1:
            powers[name] = exponent - 1
        if exponent:
            found[tuple(sorted(powers.items()))] = factor * exponent
    return found


def _small(numerator: Polynomial, denominator: Polynomial) -> tuple[Polynomial, Polynomial] | None:
    return None if max(len(numerator), len(denominator)) > MOST_TERMS else (numerator, denominator)


def _sum(one: Polynomial, two: Polynomial, sign: Fraction) -> Polynomial:
    found = dict(one)
    for monomial, factor in two.items():
        found[monomial] = found.get(monomial, Fraction(0)) + sign * factor
    return {monomial: factor for monomial, factor in found.items() if factor}


def _product(one: Polynomial, two: Polynomial) -> Polynomial:
    found: dict[Monomial, Fraction] = {}
    for left, first in one.items():
        for right, second in two.items():
            powers = dict(left)
            for name, exponent in right:
                powers[name] = powers.get(name, 0) + exponent
            monomial = tuple(sorted(powers.items()))
            found[monomial] = found.get(monomial, Fraction(0)) + first * second
    return {monomial: factor for monomial, factor in found.items() if factor}
