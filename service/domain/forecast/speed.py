"""Forecast by the last speed: a random walk that keeps its recent drift. Source: requirements 3.5 (OKRs Tool velocity)."""

import math
from datetime import datetime
from itertools import pairwise
from statistics import fmean, pstdev

from service.domain.forecast.shapes import Course, Forecast, Method, TooLittle, from_bell


def last_speed(*, course: Course, ends_at: datetime, good: float, steps: int = 3) -> Forecast | TooLittle:
    """Carry the mean speed of the last `steps` steps on to the end.

    mean = p + v·R with the speed v per day and R days left; the spread grows as s·(m/√k + √m), where s is how much the k
    steps scatter around the mean speed and m how many such steps are left.
    """
    distinct = [point for point, after in pairwise(course) if after[0] > point[0]] + list(course[-1:])
    recent = distinct[-steps - 1 :]
    if len(recent) <= steps:
        reason = f"The last speed needs {steps + 1} check-ins at different times; there are {len(distinct)}."
        return TooLittle(method=Method.LAST_SPEED, reason=reason)
    days = [_days(before, after) for (before, _), (after, _) in pairwise(recent)]
    moves = [after - before for (_, before), (_, after) in pairwise(recent)]
    speed = math.fsum(moves) / math.fsum(days)
    scatter = pstdev(move - speed * length for move, length in zip(moves, days, strict=True))
    left = max(0.0, _days(recent[-1][0], ends_at))
    steps_left = left / fmean(days)
    return from_bell(
        method=Method.LAST_SPEED,
        mean=recent[-1][1] + speed * left,
        spread=scatter * (steps_left / math.sqrt(steps) + math.sqrt(steps_left)),
        good=good,
        basis=len(recent),
    )


def _days(before: datetime, after: datetime) -> float:
    return (after - before).total_seconds() / 86400
