"""Where a key result should stand by now: the planned path, linear unless something better is known."""

import math
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from service.domain.model import Direction, KeyResult, Milestone, MilestoneShape, Waypoint
from service.domain.pace.calendar import EVERY_DAY, Calendar
from service.domain.pace.elapsed import Span, elapsed_in

HELD = frozenset({Direction.STAY_ABOVE, Direction.STAY_BELOW, Direction.BETWEEN})
"""Directions that hold something: all of it is expected at every instant."""


def expected(*, key_result: KeyResult, span: Span, now: datetime, calendar: Calendar = EVERY_DAY) -> float:
    """Return the progress that the plan expects at `now`, 0.0–1.0.

    In this order: a planned path; dated milestones; 1 for what is to be held; 0 until the end for binary ones; else linear.
    Source: requirements 3.1 (non-linear planned path: Viva's phases, Oboard's milestones; default linear), 3.4.
    """
    over = elapsed_in(span=span, now=now, calendar=calendar)
    if over <= 0:
        return 0.0
    if key_result.path:
        return _along(key_result.path, span, now)
    shape = key_result.shape
    if isinstance(shape, MilestoneShape) and any(each.due_on for each in shape.milestones):
        return _due(shape.milestones, span, now)
    if key_result.direction in HELD:
        return 1.0
    if key_result.direction is Direction.BINARY:
        return math.floor(over)
    return over


def _along(path: Sequence[Waypoint], span: Span, now: datetime) -> float:
    """Interpolate between the start (0), the waypoints in their order of time, and the end (1 unless a waypoint says)."""
    corners = [(span.starts_at, 0.0)]
    for point in sorted(path, key=lambda each: each.on):
        corners.append((span.midnight(point.on + timedelta(days=1)), point.progress))
    if corners[-1][0] < span.ends_at:
        corners.append((span.ends_at, 1.0))
    for (from_at, from_share), (to_at, to_share) in pairwise(corners):
        if from_at <= now < to_at:
            return from_share + (now - from_at) / (to_at - from_at) * (to_share - from_share)
    return corners[-1][1]


def _due(milestones: Sequence[Milestone], span: Span, now: datetime) -> float:
    """Return the weight that is due by now over the whole weight; an undated milestone is due at the end."""
    total = math.fsum(each.weight for each in milestones)
    due = math.fsum(
        each.weight
        for each in milestones
        if (span.midnight(each.due_on + timedelta(days=1)) if each.due_on else span.ends_at) <= now
    )
    return due / total if total > 0 else 0.0
