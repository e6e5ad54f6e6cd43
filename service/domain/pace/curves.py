"""Ready-made planned paths. Any other course is a path of its own waypoints."""

from datetime import date, timedelta

from service.domain.model import Waypoint

STEPS = 10
"""Waypoints of a curve; between them the path is straight. Ours."""


def s_curve(*, starts_on: date, ends_on: date) -> tuple[Waypoint, ...]:
    """Return a path that starts slowly, runs in the middle and ends slowly: p = 3u² - 2u³, u the share of the days.

    Source: requirements 3.1, non-linear planned path.
    """
    days = (ends_on - starts_on).days + 1
    steps = min(STEPS, days)
    passed = [round(days * n / steps) for n in range(1, steps + 1)]
    return tuple(
        Waypoint(on=starts_on + timedelta(days=day - 1), progress=3 * (day / days) ** 2 - 2 * (day / days) ** 3)
        for day in passed
    )
