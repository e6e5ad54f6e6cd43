"""Increase and decrease: the share of the way from baseline to target."""

from service.domain.progress.measure import NO_DATA, Progress, measured


def linear(*, value: float, baseline: float | None, target: float | None) -> Progress:
    """Return (value - baseline) / (target - baseline); the same expression serves both directions.

    A missing baseline or target is no data; baseline = target is 0 (the rules refuse it on input).
    Source: requirements 3.1, rows Increase, Decrease, b = t, Below baseline, Over-achievement.
    """
    if baseline is None or target is None:
        return NO_DATA
    if baseline == target:
        return Progress(0.0, 0.0)
    if value == target:
        return Progress(1.0, 1.0)
    return measured((value - baseline) / (target - baseline))
