"""What the numbers of a key result and of a check-in must satisfy. Refusals only; progress is computed in `progress/`."""

from datetime import datetime, timedelta
from typing import ClassVar, Final

from service.domain.errors import DomainError
from service.domain.model import (
    Checkin,
    Cycle,
    CycleState,
    Direction,
    KeyResult,
)
from service.domain.pace.elapsed import span
from service.domain.shape_rules import HEAVIEST, ShapeMismatch, ValueNotFinite, require_finite, require_shape

CLOCK_SLACK: Final = timedelta(minutes=5)
"""How far a caller's clock may be ahead of ours."""

_NEEDS_TARGET: Final = frozenset(
    {Direction.INCREASE, Direction.DECREASE, Direction.STAY_ABOVE, Direction.STAY_BELOW, Direction.RATIO}
)
NEEDS_BASELINE: Final = frozenset({Direction.INCREASE, Direction.DECREASE, Direction.RATIO, Direction.ZONE})


class WeightInvalid(DomainError):
    """A weight is negative or out of all proportion."""

    code: ClassVar[str] = "weight_invalid"


class NumberMissing(DomainError):
    """The direction needs a baseline, a target or bounds that were not given."""

    code: ClassVar[str] = "number_missing"


class BaselineEqualsTarget(DomainError):
    """There is no way to go from baseline to target."""

    code: ClassVar[str] = "baseline_equals_target"


class DirectionContradicted(DomainError):
    """The target lies on the other side of the baseline than the direction says."""

    code: ClassVar[str] = "direction_contradicted"


class BoundsInvalid(DomainError):
    """The bounds are not in order."""

    code: ClassVar[str] = "bounds_invalid"


class ConfidenceOutOfRange(DomainError):
    """A confidence is not a probability."""

    code: ClassVar[str] = "confidence_out_of_range"


class CheckinInFuture(DomainError):
    """A check-in speaks of an instant that has not come."""

    code: ClassVar[str] = "checkin_in_future"


class CheckinOutsideCycle(DomainError):
    """A check-in speaks of an instant before the cycle, or after an open one."""

    code: ClassVar[str] = "checkin_outside_cycle"


def require_key_result(*, key_result: KeyResult) -> None:
    """Refuse a key result whose numbers cannot measure anything.

    Raises: ValueNotFinite, WeightInvalid, NumberMissing, BaselineEqualsTarget, DirectionContradicted, BoundsInvalid,
    ShapeMismatch, ConfidenceOutOfRange. Source: requirements 3.1 (b = t: reject), M-08, M-10.
    """
    for name in ("baseline", "target", "lower", "upper", "weight"):
        require_finite(name=name, value=getattr(key_result, name))
    if not 0 <= key_result.weight <= HEAVIEST:
        raise WeightInvalid("A weight lies between 0 and 1,000,000; 1 is usual, 0 leaves it out.", field="weight")
    require_confidence(confidence=key_result.confidence)
    direction = key_result.direction
    if direction in NEEDS_BASELINE and key_result.baseline is None:
        raise NumberMissing(f"“{direction}” needs a baseline: the value before the work starts.", field="baseline")
    if direction in _NEEDS_TARGET and key_result.target is None:
        raise NumberMissing(f"“{direction}” needs a target: the value to reach or to hold.", field="target")
    if direction in (Direction.INCREASE, Direction.DECREASE, Direction.RATIO):
        _require_way(direction, key_result.baseline or 0.0, key_result.target or 0.0)
    if direction is Direction.BETWEEN:
        _require_bounds(key_result)
    require_shape(key_result=key_result)
    if key_result.starts_on and key_result.due_on and key_result.due_on < key_result.starts_on:
        raise BoundsInvalid("The due date lies before the start date. Choose a later one.", field="due_on")


def require_confidence(*, confidence: float | None) -> None:
    """Refuse a confidence that is not between 0.0 and 1.0.

    Raises: ValueNotFinite, ConfidenceOutOfRange.
    """
    require_finite(name="confidence", value=confidence)
    if confidence is not None and not 0 <= confidence <= 1:
        raise ConfidenceOutOfRange(
            "Confidence is a probability: give a number from 0 to 1 (0.7 means 70 %).", field="confidence"
        )


def require_checkin(*, checkin: Checkin, cycle: Cycle, now: datetime) -> None:
    """Refuse a check-in with impossible numbers or at an impossible instant.

    Late numbers after the close are allowed (and logged by the caller); numbers from before the cycle, or from after the
    end of one that is still open, are not. Source: requirements 3.4, "late data after close (allow, logged)".
    Raises: ValueNotFinite, ConfidenceOutOfRange, CheckinInFuture, CheckinOutsideCycle.
    """
    for name in ("value", "projection", "numerator", "denominator"):
        require_finite(name=name, value=getattr(checkin, name))
    require_confidence(confidence=checkin.confidence)
    if checkin.at > now + CLOCK_SLACK:
        raise CheckinInFuture(
            f"The check-in is dated {checkin.at:%Y-%m-%d %H:%M} UTC, which is still to come.", field="at"
        )
    whole = span(cycle=cycle)
    # a day of slack on both sides: days begin earlier and end later elsewhere
    too_early = checkin.at < whole.starts_at - timedelta(days=1)
    too_late = cycle.state is not CycleState.CLOSED and checkin.at > whole.ends_at + timedelta(days=31)
    if too_early or too_late:
        raise CheckinOutsideCycle(
            f"The cycle {cycle.key} runs from {cycle.starts_on} to {cycle.ends_on}; the check-in is dated "
            f"{checkin.at:%Y-%m-%d}. Date it inside the cycle.",
            field="at",
        )


def is_late(*, checkin: Checkin, cycle: Cycle) -> bool:
    """Tell whether a check-in reached us after its cycle was closed."""
    recorded_at = checkin.recorded_at or checkin.at
    return cycle.closed_at is not None and recorded_at > cycle.closed_at


def _require_way(direction: Direction, baseline: float, target: float) -> None:
    way = target - baseline
    if way == 0:
        raise BaselineEqualsTarget(
            "Baseline and target are the same number: there is no way to go. Change one of them, or use “stay above” "
            "or “stay below” to hold a level.",
            field="target",
        )
    if (direction is Direction.INCREASE and way < 0) or (direction is Direction.DECREASE and way > 0):
        other = Direction.DECREASE if way < 0 else Direction.INCREASE
        raise DirectionContradicted(
            f"From {baseline:g} to {target:g} is not “{direction}”. Swap the numbers or choose “{other}”.",
            field="direction",
        )


def _require_bounds(key_result: KeyResult) -> None:
    if key_result.lower is None or key_result.upper is None:
        field = "lower" if key_result.lower is None else "upper"
        raise NumberMissing("“between” needs a lower and an upper bound.", field=field)
    if key_result.lower >= key_result.upper:
        raise BoundsInvalid("The lower bound must be smaller than the upper one. Swap them.", field="lower")


__all__ = [
    "BaselineEqualsTarget",
    "BoundsInvalid",
    "CheckinInFuture",
    "CheckinOutsideCycle",
    "ConfidenceOutOfRange",
    "DirectionContradicted",
    "NumberMissing",
    "ShapeMismatch",
    "ValueNotFinite",
    "WeightInvalid",
    "is_late",
    "require_checkin",
    "require_confidence",
    "require_key_result",
]
