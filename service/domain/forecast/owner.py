"""Forecast by the owner's own projection, read against what such projections turned out to be worth.

Source: requirements 3.7: 66 public key results with mid-quarter projection and final score; indicative only.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from service.domain.forecast.shapes import SUREST, Forecast, Method


@dataclass(frozen=True, slots=True, kw_only=True)
class Landed:
    """A finished key result: what its owner projected at mid-cycle and where it landed. Units: 0.0–1.0."""

    projected: float
    final: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """How projections from `lower` on came out: `number` of them, `good` at 0.7 or more, mean, 10 % and 90 % quantiles."""

    lower: float
    number: int
    good: int
    mean: float
    low: float
    high: float


PUBLIC_RECORD: Final = (
    _Record(lower=0.0, number=14, good=0, mean=0.086, low=0.0, high=0.2),
    _Record(lower=0.35, number=10, good=3, mean=0.430, low=0.0, high=0.9),
    _Record(lower=0.65, number=18, good=9, mean=0.633, low=0.3, high=1.0),
    _Record(lower=0.95, number=24, good=21, mean=0.875, low=0.6, high=1.0),
)
"""Source: requirements 3.7, counted again from its table."""

PRIOR_STRENGTH: Final = 10
"""How many of a team's own key results weigh as much as the public record; ours, the small n of requirements 2.8."""


def owner_projection(*, projected: float, good: float, own_record: Sequence[Landed] = ()) -> Forecast:
    """Return what a projection is worth, the public record giving way to the team's own as that grows.

    P = (10·P₀ + hits) / (10 + n) with P₀ = (good + ½) / (number + 1) of the public record in the same band, hits and n the
    team's; the mean and the ends of the interval likewise.
    Units: 0.0–1.0. Source: requirements 3.7, shrinkage as 2.8.
    """
    index = max(i for i, record in enumerate(PUBLIC_RECORD) if i == 0 or projected >= record.lower)
    record = PUBLIC_RECORD[index]
    upper = PUBLIC_RECORD[index + 1].lower if index + 1 < len(PUBLIC_RECORD) else float("inf")
    own = sorted(each.final for each in own_record if _lies(each.projected, record.lower, upper, index == 0))
    public = (record.good + 0.5) / (record.number + 1)
    final = _blend(record.mean, own, fmean)
    return Forecast(
        method=Method.OWNER,
        final=final,
        low=min(final, _blend(record.low, own, lambda finals: _quantile(finals, 0.1))),
        high=max(final, _blend(record.high, own, lambda finals: _quantile(finals, 0.9))),
        probability=min(SUREST, max(1 - SUREST, _blend(public, own, lambda finals: fmean(f >= good for f in finals)))),
        basis=record.number + len(own),
    )


def _blend(public: float, own: Sequence[float], measure: Callable[[Sequence[float]], float]) -> float:
    """Return the public figure and the team's own, weighed 10 to n."""
    if not own:
        return public
    return (PRIOR_STRENGTH * public + len(own) * measure(own)) / (PRIOR_STRENGTH + len(own))


def _lies(projected: float, lower: float, upper: float, is_first: bool) -> bool:
    return projected < upper and (is_first or projected >= lower)


def _quantile(ordered: Sequence[float], share: float) -> float:
    return ordered[round(share * (len(ordered) - 1))]
