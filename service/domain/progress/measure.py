"""The result every formula returns."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """`clamped` 0.0–1.0 for roll-ups, `raw` as computed (below 0: the wrong way; above 1: beyond the target).

    Both None mean "no data", which is never 0.
    """

    clamped: float | None
    raw: float | None


NO_DATA = Progress(None, None)


def clamp(raw: float) -> float:
    """Return `raw` cut to 0.0–1.0."""
    return min(1.0, max(0.0, raw))


def measured(raw: float) -> Progress:
    """Return a progress from a raw share; what is not a finite number is no data."""
    return Progress(clamp(raw), raw) if math.isfinite(raw) else NO_DATA
