"""Where a weekly series may end if it goes on as it did: Theil–Sen's line and a block bootstrap of what is left of it.

Each draw lays blocks of past residuals on the line, fits the line anew (so that the slope's own doubt counts) and carries it to
the end, where one more residual is added. Blocks keep what neighbouring weeks have in common. Source: requirements 2.4.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from random import Random
from statistics import median
from typing import Final

FEWEST: Final = 8
"""Fewer weekly points allow no verdict. Source: requirements 2.4."""

MOST: Final = 52
"""A year; older weeks say little about the next quarter, and the pairs grow with the square. Ours."""

DRAWS: Final = 400
BLOCK: Final = 4

Points = Sequence[tuple[float, float]]
"""(week, value), oldest first; a week without a value is left out."""


def project_ends(*, points: Points, weeks_ahead: float, seed: int) -> tuple[float, ...]:
    """Return equally likely values `weeks_ahead` weeks after the last point, the least first.

    The same points and seed give the same answer, whatever it is then compared with.
    Raises: ValueError for fewer than FEWEST points.
    """
    if len(points) < FEWEST:
        raise ValueError(f"{len(points)} weekly points; at least {FEWEST} are needed")
    return _drawn(tuple(points[-MOST:]), weeks_ahead, seed)


@lru_cache(maxsize=512)
def _drawn(used: tuple[tuple[float, float], ...], weeks_ahead: float, seed: int) -> tuple[float, ...]:
    """Draw; kept, for a page asks for the same answer again and again and each costs a tenth of a second."""
    weeks = [week for week, _ in used]
    slope, level = theil_sen(used)
    scatter = [value - level - slope * week for week, value in used]
    last = weeks[-1] + weeks_ahead
    dice = Random(seed)  # noqa: S311  a simulation, not a secret
    ends = []
    for _ in range(DRAWS):
        drawn = _blocks(scatter, len(used) + 1, dice)
        tilt, shift = theil_sen(list(zip(weeks, drawn, strict=False)))
        ends.append(level + shift + (slope + tilt) * last + drawn[-1])
    return tuple(sorted(ends))


def theil_sen(points: Points) -> tuple[float, float]:
    """Return (slope a week, level at week 0): medians, which a few odd weeks cannot bend."""
    slope = median((later - earlier) / (then - before) for (before, earlier), (then, later) in combinations(points, 2))
    return slope, median(value - slope * week for week, value in points)


def _blocks(scatter: Sequence[float], length: int, dice: Random) -> list[float]:
    """Return `length` residuals, laid down in blocks of neighbours."""
    drawn: list[float] = []
    while len(drawn) < length:
        start = dice.randrange(len(scatter) - BLOCK + 1)
        drawn += scatter[start : start + BLOCK]
    return drawn[:length]
