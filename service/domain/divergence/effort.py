"""How much of the linked work was finished by when: the curve of effort, beside the number's own curve."""

from collections.abc import Sequence
from datetime import datetime

Effort = tuple[float, datetime | None]
"""(size: 1 or story points, when it was finished; None if it is not)."""


def effort_by_week(*, work: Sequence[Effort], instants: Sequence[datetime]) -> tuple[float, ...]:
    """Return the finished share at each instant. Units: 0.0–1.0; 0.0 without work."""
    whole = sum(size for size, _ in work)
    return tuple(
        sum(size for size, done_at in work if done_at is not None and done_at <= at) / whole if whole else 0.0
        for at in instants
    )


def share_reached_at(*, work: Sequence[Effort], share: float) -> datetime | None:
    """Return when the finished share first reached `share`; None if it has not."""
    whole = sum(size for size, _ in work)
    finished = 0.0
    for done_at, size in sorted((at, size) for size, at in work if at is not None):
        finished += size
        if whole and finished / whole >= share:
            return done_at
    return None
