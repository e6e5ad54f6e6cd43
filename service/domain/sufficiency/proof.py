"""Proves that a condition holds everywhere in a box, or says that it could not."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from service.domain.sufficiency.formula import Comparison, Expression, Formula, names_in, value_of
from service.domain.sufficiency.interval import EVERYTHING, Box, Interval, point, range_of
from service.domain.sufficiency.polynomial import as_expression, as_fraction, derivative
from service.domain.sufficiency.slope import slope

MOST_BOXES: Final = 256
"""How many pieces a box is cut into before the proof gives up."""


def is_proven(*, formula: Formula, box: Box) -> bool:
    """Tell whether every condition holds at every point of the box, without exception."""
    return all(_holds(condition, box) for condition in formula.conditions)


@dataclass(frozen=True, slots=True)
class _Form:
    """A way of writing the gap, with its slopes. The gap is as positive as any of its forms."""

    gap: Expression
    slopes: Mapping[str, Expression]


def _holds(condition: Comparison, box: Box) -> bool:
    gap = condition.gap
    inside = {name: box[name] for name in dict.fromkeys(names_in(gap))}
    forms = [_form(gap, inside), *_cancelled(gap, inside)]
    waiting = [inside]
    for _ in range(MOST_BOXES):
        if not waiting:
            return True
        piece = waiting.pop()
        # Where it might be divided by zero, nothing is known.
        if range_of(gap, piece) is not None and any(_is_above(form, piece, condition.is_strict) for form in forms):
            continue
        halves = _halves(piece)
        if not halves or _fails_inside(gap, piece):
            return False
        waiting += halves
    return False


def _fails_inside(gap: Expression, box: Box) -> bool:
    """Tell whether the gap is below 0 at a point of the box; then no cutting will help."""
    for share in (Fraction(0), Fraction(1, 2), Fraction(1)):
        value = value_of(gap, {name: _between(side, share) for name, side in box.items()})
        if value is not None and value < 0:
            return True
    return False


def _between(side: Interval, share: Fraction) -> Fraction:
    if isinstance(side.low, Fraction):
        return side.low + (side.high - side.low) * share if isinstance(side.high, Fraction) else side.low + share
    return side.high - share if isinstance(side.high, Fraction) else share


def _form(gap: Expression, box: Box) -> _Form:
    return _Form(gap, {name: found for name in box if (found := slope(gap, name)) is not None})


def _cancelled(gap: Expression, box: Box) -> list[_Form]:
    """Return the numerator of the gap, turned by the sign of the denominator, if that has one all over the box."""
    fraction = as_fraction(gap)
    below = None if fraction is None else range_of(as_expression(fraction[1]), box)
    if fraction is None or below is None or below.low <= 0 <= below.high:
        return []
    sign = 1 if below.low > 0 else -1
    numerator = {monomial: sign * factor for monomial, factor in fraction[0].items()}
    slopes = {name: as_expression(derivative(numerator, name)) for name in box}
    return [_Form(as_expression(numerator), slopes)]


def _is_above(form: _Form, box: Box, is_strict: bool) -> bool:
    for side in (box, _worst(form.slopes, box)):
        found = range_of(form.gap, side)
        if found is not None and (found.low > 0 if is_strict else found.low >= 0):
            return True
    return False


def _worst(slopes: Mapping[str, Expression], box: Box) -> Box:
    """Put every driver the gap is monotone in at its worse end; the minimum over the box lies there."""
    found = dict(box)
    for name, by in slopes.items():
        sign = range_of(by, box) or EVERYTHING
        end = found[name].low if sign.low >= 0 else found[name].high if sign.high <= 0 else None
        if isinstance(end, Fraction):
            found[name] = point(end)
    return found


def _halves(box: Box) -> list[dict[str, Interval]]:
    """Cut the box in the middle of its relatively widest finite driver; nothing where all are points or infinite."""
    found = {name: side for name, side in box.items() if isinstance(side.width, Fraction) and side.width > 0}
    if not found:
        return []

    def wideness(name: str) -> Fraction:
        side = found[name]
        return Fraction(side.width) / (1 + abs(Fraction(side.low)) + abs(Fraction(side.high)))

    name = max(found, key=wideness)
    side = found[name]
    middle = (Fraction(side.low) + Fraction(side.high)) / 2
    return [{**box, name: Interval(side.low, middle)}, {**box, name: Interval(middle, side.high)}]
