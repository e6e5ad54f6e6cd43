"""Confidence on every scale in use, stored as a probability, and what a value means at planning.

Source: requirements 3.5, W-09, G-13.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar, Final

from service.domain.errors import DomainError
from service.domain.presets import ConfidencePolicy
from service.domain.rollup import Part, weighted_mean


class ConfidenceScale(StrEnum):
    """Where a confidence was given. UNIT 0–1, PERCENT 0–100, TEN 0–10, ONE_TO_TEN 1–10, TRAFFIC red / yellow / green."""

    UNIT = "unit"
    PERCENT = "percent"
    TEN = "ten"
    ONE_TO_TEN = "one_to_ten"
    TRAFFIC = "traffic"


class ConfidenceUnreadable(DomainError):
    """A confidence is not on the scale it claims."""

    code: ClassVar[str] = "confidence_unreadable"


_RANGES: Final[Mapping[ConfidenceScale, tuple[float, float]]] = MappingProxyType(
    {
        ConfidenceScale.UNIT: (0, 1),
        ConfidenceScale.PERCENT: (0, 100),
        ConfidenceScale.TEN: (0, 10),
        ConfidenceScale.ONE_TO_TEN: (1, 10),
    }
)

TRAFFIC: Final[Mapping[str, float]] = MappingProxyType({"red": 0.2, "yellow": 0.55, "green": 0.9})
"""The middle of Koan's 1–3, 4–7 and 8–10 over ten. Source: requirements 3.4 Koan; 3.5 traffic light (Tability)."""


def to_probability(*, given: float | str, scale: ConfidenceScale) -> float:
    """Return a confidence as a probability.

    1–10 is divided by 10, not (c - 1) / 9: a one is ten percent, not nothing. Source: requirements 3.5.
    Raises: ConfidenceUnreadable.
    """
    if scale is ConfidenceScale.TRAFFIC:
        if str(given) not in TRAFFIC:
            raise ConfidenceUnreadable(f"{given!r} is no light. Use red, yellow or green.", field="confidence")
        return TRAFFIC[str(given)]
    lowest, highest = _RANGES[scale]
    try:
        number = float(given)
    except ValueError as error:
        raise ConfidenceUnreadable(f"{given!r} is not a number.", field="confidence") from error
    if not lowest <= number <= highest:
        raise ConfidenceUnreadable(
            f"{number:g} is outside the scale {lowest:g} to {highest:g}. Give a number on it.", field="confidence"
        )
    return number / highest


def from_probability(*, probability: float, scale: ConfidenceScale) -> float | str:
    """Return a probability on a scale, for display: the nearest light, else the number."""
    if scale is ConfidenceScale.TRAFFIC:
        return min(TRAFFIC, key=lambda light: abs(TRAFFIC[light] - probability))
    lowest, highest = _RANGES[scale]
    return max(lowest, probability * highest)


class PlanningVerdict(StrEnum):
    """What a confidence given at planning says about the ambition. Source: W-09."""

    WISH = "wish"
    BELOW_AIM = "below_aim"
    ON_AIM = "on_aim"
    TOO_EASY = "too_easy"
    NOT_A_STRETCH = "not_a_stretch"
    NO_RULE = "no_rule"


def planning_verdict(*, confidence: float, policy: ConfidencePolicy) -> PlanningVerdict:
    """Judge one confidence by a preset's policy: certain, too easy, on aim, below it, or a wish.

    Hand in the calibrated probability where there is one (requirements 2.8). Units: 0.0–1.0. Source: W-09.
    """
    if policy.too_easy is None or policy.aim_low is None or policy.wish is None:
        return PlanningVerdict.NO_RULE
    if confidence <= policy.wish:
        return PlanningVerdict.WISH
    if confidence >= 1:
        return PlanningVerdict.NOT_A_STRETCH
    if confidence > policy.too_easy:
        return PlanningVerdict.TOO_EASY
    return PlanningVerdict.ON_AIM if confidence >= policy.aim_low else PlanningVerdict.BELOW_AIM


class SetVerdict(StrEnum):
    """What the mean confidence of a whole set says. Source: requirements 3.5 (OpenOKR)."""

    SANDBAG = "sandbag"
    COMFORTABLE = "comfortable"
    SWEET_SPOT = "sweet_spot"
    AMBITIOUS = "ambitious"
    FANTASY = "fantasy"


def set_verdict(*, confidences: Iterable[float | None]) -> SetVerdict | None:
    """Judge a set: mean > 0.90 sandbag, > 0.75 comfortable, ≥ 0.40 sweet spot, ≥ 0.25 ambitious, else fantasy.

    None where nobody said anything. Source: requirements 3.5 (OpenOKR); its touching ends are made half-open here.
    """
    mean = weighted_mean(Part(each) for each in confidences)
    if mean is None:
        return None
    if mean > 0.90:
        return SetVerdict.SANDBAG
    if mean > 0.75:
        return SetVerdict.COMFORTABLE
    if mean >= 0.40:
        return SetVerdict.SWEET_SPOT
    return SetVerdict.AMBITIOUS if mean >= 0.25 else SetVerdict.FANTASY
