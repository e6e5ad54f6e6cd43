"""Applying a status rule: data in, one status out. The rules themselves are rows in `presets/status_rules.py`."""

from service.domain.model import Status
from service.domain.presets import Measure, StatusRule


def computed_status(
    *, rule: StatusRule, progress: float, expected: float, elapsed: float, is_falling: bool = False
) -> Status:
    """Return what `rule` says of `progress` when `expected` is due and the share `elapsed` of the time is over.

    Before the beginning nothing can be said (a ratio would divide by zero): not started. Full progress is done.
    Where time runs but nothing is expected yet, a ratio is on track. Units: all shares 0.0–1.0.
    Source: requirements 3.4.
    """
    if elapsed <= 0:
        return Status.NOT_STARTED
    if progress >= 1:
        return Status.DONE
    measure = _measure(rule.measure, progress, expected)
    if measure is None or _passes(measure, rule.on_track, rule.is_on_track_strict):
        return Status.ON_TRACK
    if not _passes(measure, rule.behind, rule.is_behind_strict) or (rule.falling_over and is_falling):
        return Status.AT_RISK
    return Status.BEHIND


def _measure(measure: Measure, progress: float, expected: float) -> float | None:
    if measure is Measure.RATIO:
        return progress / expected if expected > 0 else None
    return progress - expected if measure is Measure.GAP else progress


_ROUNDING = 1e-9
"""Slack for decimal fractions: 0.285 / 0.3 must reach a cut of 0.95."""


def _passes(measure: float, cut: float, is_strict: bool) -> bool:
    return measure > cut + _ROUNDING if is_strict else measure >= cut - _ROUNDING
