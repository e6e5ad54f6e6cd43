"""Derivatives by the rules of school, so that a driver's worst end is known where the formula is monotone in it."""

from fractions import Fraction

from service.domain.sufficiency.formula import Call, Expression, Number, Operation, Power, Variable, names_in

_ZERO = Number(Fraction(0))
_ONE = Number(Fraction(1))


def slope(expression: Expression, name: str) -> Expression | None:
    """Return the derivative by a driver; None where min, max or abs of it leave none."""
    match expression:
        case Number():
            return _ZERO
        case Variable(other):
            return _ONE if other == name else _ZERO
        case Power(base, exponent):
            inner = slope(base, name)
            if inner is None or exponent == 0:
                return None if inner is None else _ZERO
            return _times(_times(Number(Fraction(exponent)), Power(base, exponent - 1)), inner)
        case Call():
            return None if name in names_in(expression) else _ZERO
    one, two = slope(expression.left, name), slope(expression.right, name)
    if one is None or two is None:
        return None
    left, right = expression.left, expression.right
    if expression.operator in {"+", "-"}:
        return _joined(expression.operator == "+", one, two)
    if expression.operator == "*":
        return _joined(True, _times(one, right), _times(left, two))
    return Operation("/", _joined(False, _times(one, right), _times(left, two)), Power(right, 2))


def _times(one: Expression, two: Expression) -> Expression:
    if _ZERO in (one, two):
        return _ZERO
    if one == _ONE:
        return two
    return one if two == _ONE else Operation("*", one, two)


def _joined(is_sum: bool, one: Expression, two: Expression) -> Expression:
    if two == _ZERO:
        return one
    if one == _ZERO and is_sum:
        return two
    return Operation("+" if is_sum else "-", one, two)
