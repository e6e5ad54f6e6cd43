"""Which formula belongs to which key result."""

from collections.abc import Sequence

from service.domain.model import BandShape, Checkin, Direction, HoldMethod, HoldShape, KeyResult, ZoneShape
from service.domain.progress.band import band
from service.domain.progress.hold import hold
from service.domain.progress.linear import linear
from service.domain.progress.measure import NO_DATA, Progress
from service.domain.progress.steps import binary, milestones, zone


def progress(key_result: KeyResult, value: float | None, history: Sequence[Checkin] = ()) -> Progress:
    """Return how far `key_result` has come with `value`.

    `history` are its check-ins up to that value, oldest first; only the holding methods that look back need it.
    Units: `value` in the key result's unit. Source: requirements 3.1.
    """
    if value is None:
        return NO_DATA
    match key_result.direction:
        case Direction.INCREASE | Direction.DECREASE | Direction.RATIO:
            return linear(value=value, baseline=key_result.baseline, target=key_result.target)
        case Direction.STAY_ABOVE | Direction.STAY_BELOW:
            shape = key_result.shape
            return hold(
                value=value,
                bound=key_result.target,
                is_floor=key_result.direction is Direction.STAY_ABOVE,
                method=shape.method if isinstance(shape, HoldShape) else HoldMethod.NOW,
                values=[each.value for each in history if each.value is not None],
            )
        case Direction.BETWEEN:
            shape = key_result.shape
            tolerance = shape.tolerance if isinstance(shape, BandShape) else 0.0
            return band(value=value, lower=key_result.lower, upper=key_result.upper, tolerance=tolerance)
        case Direction.BINARY:
            return binary(value=value, target=key_result.target)
        case Direction.MILESTONES:
            return milestones(value=value)
    if isinstance(key_result.shape, ZoneShape):
        return zone(value=value, baseline=key_result.baseline, shape=key_result.shape)
    return NO_DATA
