"""Looks for a point where every key result is reached and the condition fails: corners first, then seeded draws."""

import itertools
import random
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from service.domain.sufficiency.formula import Comparison, Formula, value_of
from service.domain.sufficiency.interval import Box, Interval

CORNER_DRIVERS: Final = 12
"""Up to this many drivers all corners are tried: 2¹² points."""
DRAWS: Final = 2000
_STEPS: Final = 1000
_FAR: Final = (Fraction(1), Fraction(9))

Point = Mapping[str, Fraction]


def broken_condition(*, formula: Formula, point: Point) -> Comparison | None:
    """Return the first condition that fails at a point; a division by zero fails none, for it says nothing."""
    for condition in formula.conditions:
        gap = value_of(condition.gap, point)
        if gap is not None and (gap < 0 or (gap == 0 and condition.is_strict)):
            return condition
    return None


def find_failure(*, formula: Formula, box: Box, calm: Point, draws: int = DRAWS) -> dict[str, Fraction] | None:
    """Return a point of the box where the objective fails, as calm as it can be made; None if none was found.

    `calm` is where each driver is expected; a driver only leaves it where the failure needs it to.
    """
    for point in itertools.chain([dict(calm)], _corners(box, calm), _drawn(box, draws)):
        if broken_condition(formula=formula, point=point) is not None:
            return _calmed(formula, point, calm)
    return None


def _calmed(formula: Formula, point: Point, calm: Point) -> dict[str, Fraction]:
    found = dict(point)
    for name, value in calm.items():
        quieter = {**found, name: value}
        if broken_condition(formula=formula, point=quieter) is not None:
            found = quieter
    return found


def _corners(box: Box, calm: Point) -> Iterator[dict[str, Fraction]]:
    names = list(box)
    ends = [_ends(box[name], calm[name]) for name in names]
    if len(names) <= CORNER_DRIVERS:
        for corner in itertools.product(*ends):
            yield dict(zip(names, corner, strict=True))
        return
    for name, pair in zip(names, ends, strict=True):
        for end in pair:
            yield {**calm, name: end}


def _ends(side: Interval, calm: Fraction) -> tuple[Fraction, ...]:
    """Return both ends, an infinite one by a point far out."""
    span = abs(calm) + 1
    low = side.low if isinstance(side.low, Fraction) else min(calm, _finite(side.high, calm)) - 9 * span
    high = side.high if isinstance(side.high, Fraction) else max(calm, _finite(side.low, calm)) + 9 * span
    return (low,) if low == high else (low, high)


def _finite(end: Fraction | float, otherwise: Fraction) -> Fraction:
    return end if isinstance(end, Fraction) else otherwise


def _drawn(box: Box, draws: int) -> Iterator[dict[str, Fraction]]:
    """Draw points with a fixed seed, so that the answer to a question never changes."""
    chance = random.Random(20240229)  # noqa: S311  no secret: the same question must get the same answer
    for _ in range(draws):
        yield {name: draw(side, chance) for name, side in box.items()}


def draw(side: Interval, chance: random.Random) -> Fraction:
    """Return a number inside the interval; towards an infinite end the far ones are rarer."""
    share = Fraction(chance.randint(0, _STEPS), _STEPS)
    low, high = side.low, side.high
    if isinstance(low, Fraction) and isinstance(high, Fraction):
        return low + (high - low) * share
    if isinstance(low, Fraction):
        return low + (abs(low) + 1) * share**2 * chance.choice(_FAR)
    if isinstance(high, Fraction):
        return high - (abs(high) + 1) * share**2 * chance.choice(_FAR)
    return (2 * share - 1) * chance.choice((Fraction(1), Fraction(1000), Fraction(1_000_000)))
