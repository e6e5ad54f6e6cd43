"""The share of linked issues that is done."""

import math
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from service.domain.model import Issue, StatusCategory
from service.domain.trackers.reading import Reading

CATEGORY_WEIGHTS: Final[Mapping[StatusCategory, float]] = MappingProxyType(
    {StatusCategory.TO_DO: 0.0, StatusCategory.IN_PROGRESS: 0.5, StatusCategory.DONE: 1.0}
)
"""Source: requirements 3.1, row Issue share (Synergita: 0 / 50 / 100)."""


def initiatives_reading(*, issues: Iterable[Issue], method: str | None = None) -> Reading:
    """Return the done share of the issues that still exist, by count, by story points or by status category.

    Story points count only when every issue is estimated; otherwise the count does, and the provenance says so.
    Units: percent (0–100). Source: requirements 3.1, row Issue share.
    """
    live = [issue for issue in issues if not issue.gone]
    if not live:
        return Reading(None, "no initiative is linked")
    if method == "category_weights":
        return Reading(
            100 * math.fsum(CATEGORY_WEIGHTS[issue.category] for issue in live) / len(live),
            f"{len(live)} initiatives: to do 0 %, in progress 50 %, done 100 %",
        )
    points = [issue.points for issue in live if issue.points is not None and issue.points > 0]
    if method == "points" and len(points) == len(live) and math.isfinite(math.fsum(points)):
        done = _sum(live, lambda issue: issue.points or 0.0)
        return Reading(100 * done / math.fsum(points), f"{done:g} of {math.fsum(points):g} points done")
    finished = _sum(live, lambda _: 1.0)
    unestimated = f", {len(live) - len(points)} of them without points" if method == "points" else ""
    return Reading(100 * finished / len(live), f"{finished:g} of {len(live)} initiatives done{unestimated}")


def _sum(issues: Iterable[Issue], amount: Callable[[Issue], float]) -> float:
    return math.fsum(amount(issue) for issue in issues if issue.category is StatusCategory.DONE)
