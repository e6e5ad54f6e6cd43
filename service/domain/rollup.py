"""From key results to objectives, teams and cycles: weighted means that know the difference between 0 and "no data".

What must not be here: progress of a key result (`progress/`), status (`pace/`). Source: requirements 3.2.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.domain.model import KeyResult, KeyResultState, RollupMode


@dataclass(frozen=True, slots=True)
class Part:
    """One member of a mean. Units: `value` 0.0–1.0, None for no data; `weight` ≥ 0."""

    value: float | None
    weight: float = 1.0


def weighted_mean(parts: Iterable[Part]) -> float | None:
    """Return Σ weight·value / Σ weight over the parts that have data and weight; None if there is none.

    Never rounded: rounding is for display. Source: requirements 3.2.
    """
    counted = [(part.value, part.weight) for part in parts if part.value is not None and part.weight > 0]
    if not counted:
        return None
    largest = max(weight for _, weight in counted)
    total = math.fsum(weight / largest for _, weight in counted)
    mean = math.fsum(value * (weight / largest) for value, weight in counted) / total
    values = [value for value, _ in counted]
    return min(max(mean, min(values)), max(values))  # a mean lies between its members whatever the rounding


def objective_progress(*, mode: RollupMode, own: Sequence[Part], children: Sequence[Part] = ()) -> float | None:
    """Return the progress of an objective from its key results, its child objectives, or both in one mean.

    Children that only contribute are not handed in; a child split over parents comes with its share as weight.
    Source: requirements 3.2 (Quantive: (27 + 18 + 73) / 3 = 39 %).
    """
    if mode is RollupMode.OWN:
        return weighted_mean(own)
    return weighted_mean(children if mode is RollupMode.CHILDREN else (*own, *children))


def counts(key_result: KeyResult) -> bool:
    """Tell whether the key result belongs to averages: neither cancelled nor an enabler. Source: requirements 3.2, 2.9."""
    return key_result.state is KeyResultState.ACTIVE and not key_result.is_enabler
