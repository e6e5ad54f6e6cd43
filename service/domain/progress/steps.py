"""What is done step by step: binary, milestone lists and zones."""

import math
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from service.domain.model import Milestone, ZoneShape
from service.domain.progress.measure import NO_DATA, Progress, measured

COMMIT_SHARE = 0.3
TARGET_SHARE = 0.7
"""Where commit and target lie between baseline and stretch. Source: requirements 3.1, row Zone (puzzle)."""


def binary(*, value: float, target: float | None) -> Progress:
    """Return 1 if the value reaches the target (1 where none is given), else 0. Source: requirements 3.1, row Binary."""
    done = value >= (1.0 if target is None else target)
    return measured(float(done))


def milestone_value(*, milestones: Sequence[Milestone]) -> float | None:
    """Return the done share of the weights in percent: the value a milestone key result's check-in carries.

    Units: 0–100. None when there is nothing to weigh. Source: requirements 3.1, row Milestone list.
    """
    total = math.fsum(m.weight for m in milestones)
    if total <= 0:
        return None
    return 100 * math.fsum(m.weight for m in milestones if m.done_on is not None) / total


def milestones(*, value: float) -> Progress:
    """Return progress from a done share in percent."""
    return measured(value / 100)


def zone(*, value: float, baseline: float | None, shape: ZoneShape) -> Progress:
    """Return progress through the zones baseline < commit < target < stretch, linear inside each.

    Commit is worth 0.3, target 0.7, stretch 1.0, so the 0.3 / 0.7 bands fall on zone edges; beyond the stretch it goes on above
    100 %. Works downwards as well. Source: requirements 3.1, row Zone KR.
    """
    edges = zone_edges(baseline=baseline, shape=shape)
    if edges is None:
        return NO_DATA
    start, commit, target, stretch = edges
    sign = 1 if stretch > start else -1
    corners = ((start, 0.0), (commit, COMMIT_SHARE), (target, TARGET_SHARE), (stretch, 1.0))
    for (from_value, from_share), (to_value, to_share) in pairwise(corners):
        if (value - to_value) * sign < 0 or to_value == stretch:
            way = (value - from_value) / (to_value - from_value)
            return measured(from_share + way * (to_share - from_share))
    raise AssertionError("the last zone takes every value")  # pragma: no cover


class Zone(StrEnum):
    """The zone an owner picks where there is no number to measure: below commit, commit, target or stretch reached."""

    BASELINE = "baseline"
    COMMIT = "commit"
    TARGET = "target"
    STRETCH = "stretch"


def zone_floor(*, zone: Zone, baseline: float | None, shape: ZoneShape) -> float | None:
    """Return the value at which a picked zone begins; None if the zones are not in order.

    Source: requirements 3.1, row Ordinal (puzzle).
    """
    edges = zone_edges(baseline=baseline, shape=shape)
    return None if edges is None else dict(zip(Zone, edges, strict=True))[zone]


def zone_edges(*, baseline: float | None, shape: ZoneShape) -> tuple[float, float, float, float] | None:
    """Return (baseline, commit, target, stretch), the middle two at 30 % and 70 % unless given; None if not in order."""
    if baseline is None:
        return None
    way = shape.stretch - baseline
    commit = baseline + COMMIT_SHARE * way if shape.commit is None else shape.commit
    target = baseline + TARGET_SHARE * way if shape.target is None else shape.target
    edges = (baseline, commit, target, shape.stretch)
    steps = [after - before for before, after in pairwise(edges)]
    ordered = all(step > 0 for step in steps) or all(step < 0 for step in steps)
    return edges if ordered else None
