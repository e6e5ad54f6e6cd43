"""Forecast by the whole course: Theil–Sen's median slope, which a few odd check-ins cannot bend. Source: requirements 3.5."""

import math
from datetime import datetime
from itertools import combinations
from statistics import median
from typing import Final

from service.domain.forecast.shapes import EIGHTY, Course, Forecast, Method, TooLittle, from_bell

FEWEST: Final = 5
"""Fewer points make the interval of the slope meaningless; ours."""

MOST: Final = 30
"""Pairs grow with the square: the latest points are enough; ours."""

NORMAL_MAD: Final = 1.4826
"""Median absolute deviation of a bell curve to its standard deviation."""


def theil_sen(*, course: Course, ends_at: datetime, good: float) -> Forecast | TooLittle:
    """Carry the median of all pairwise slopes on to the end.

    The slope's interval is Sen's: the ranks (N ± z·√(n(n-1)(2n+5)/18)) / 2 of the N sorted slopes, z for 80 %; the scatter of
    the points around the line is added.
    """
    points = [(at.timestamp() / 86400, progress) for at, progress in course[-MOST:]]
    slopes = sorted(
        (later - earlier) / (then - before)
        for (before, earlier), (then, later) in combinations(points, 2)
        if then > before
    )
    if len(points) < FEWEST or len(slopes) < FEWEST:
        reason = f"The course needs {FEWEST} check-ins at different times; there are {len(points)}."
        return TooLittle(method=Method.THEIL_SEN, reason=reason)
    slope = median(slopes)
    middle = median(day for day, _ in points)
    level = median(progress - slope * (day - middle) for day, progress in points)
    reach = max(ends_at.timestamp() / 86400, points[-1][0]) - middle
    low, high = _interval(slopes, len(points))
    noise = NORMAL_MAD * median(abs(progress - level - slope * (day - middle)) for day, progress in points)
    spread = math.hypot((high - low) / (2 * EIGHTY) * reach, noise)
    return from_bell(method=Method.THEIL_SEN, mean=level + slope * reach, spread=spread, good=good, basis=len(points))


def _interval(slopes: list[float], points: int) -> tuple[float, float]:
    """Return the ends of the slope's 80 % interval. Source: Sen 1968."""
    width = EIGHTY * math.sqrt(points * (points - 1) * (2 * points + 5) / 18)
    lower = math.floor((len(slopes) - width) / 2)
    upper = math.ceil((len(slopes) + width) / 2)
    return slopes[max(0, lower)], slopes[min(len(slopes) - 1, upper)]
