"""Ratios: numerator and denominator are kept, so that nobody improves a share by shrinking what it is a share of."""

from collections.abc import Sequence

from service.domain.model import Checkin, RatioShape


def ratio_value(*, numerator: float, denominator: float, shape: RatioShape) -> float | None:
    """Return factor × numerator / denominator, or None for an empty denominator. Source: requirements 3.1, row Ratio KR."""
    return None if denominator == 0 else shape.factor * numerator / denominator


def is_denominator_shrinking(*, checkins: Sequence[Checkin], shape: RatioShape) -> bool:
    """Tell whether the latest denominator is below the agreed least, or below the first one by more than a tenth.

    `checkins` oldest first. Source: requirements 3.1, row Ratio KR; the tenth is ours.
    """
    denominators = [each.denominator for each in checkins if each.denominator is not None]
    if not denominators:
        return False
    least = shape.least_denominator if shape.least_denominator is not None else 0.9 * denominators[0]
    return denominators[-1] < least
