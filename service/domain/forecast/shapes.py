"""What a forecast is, and how a bell curve becomes one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from statistics import NormalDist
from typing import Final

from service.domain.progress import clamp

Course = Sequence[tuple[datetime, float]]
"""(instant, raw progress), oldest first."""

EIGHTY: Final = NormalDist().inv_cdf(0.9)
"""Standard deviations from the mean to either end of an 80 % interval."""

LEAST_SPREAD: Final = 0.02
"""No course is so regular that its end is certain; ours."""

SUREST: Final = 0.99
"""A forecast never claims certainty; ours."""


class Method(StrEnum):
    """Which family a forecast belongs to."""

    LAST_SPEED = "last_speed"
    THEIL_SEN = "theil_sen"
    OWNER = "owner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """A final score. Units: all 0.0–1.0; `low` to `high` is an 80 % interval, `probability` that of the good score.

    `basis` is how many observations it rests on.
    """

    method: Method
    final: float
    low: float
    high: float
    probability: float
    basis: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLittle:
    """Why there is no forecast, in words a person can act on."""

    method: Method
    reason: str


def from_bell(*, method: Method, mean: float, spread: float, good: float, basis: int) -> Forecast:
    """Return the forecast of a normally distributed final progress, cut to 0.0–1.0."""
    bell = NormalDist(mean, max(spread, LEAST_SPREAD))
    return Forecast(
        method=method,
        final=clamp(mean),
        low=clamp(mean - EIGHTY * bell.stdev),
        high=clamp(mean + EIGHTY * bell.stdev),
        probability=min(SUREST, max(1 - SUREST, 1 - bell.cdf(good))),
        basis=basis,
    )
