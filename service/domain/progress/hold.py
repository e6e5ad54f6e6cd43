"""Stay at least / at most: a bound that is to be held, not a way to be gone."""

import math
from collections.abc import Sequence

from service.domain.model import HoldMethod
from service.domain.progress.measure import NO_DATA, Progress, measured


def hold(
    *, value: float, bound: float | None, is_floor: bool, method: HoldMethod, values: Sequence[float] = ()
) -> Progress:
    """Return how well the bound is held, by the key result's method.

    `values` are all check-ins so far, oldest first, the latest included; methods that look at one value ignore them.
    `is_floor` is True for "stay at least". Source: requirements 3.1, row "Stay ≥ / ≤".
    """
    if bound is None:
        return NO_DATA
    seen = tuple(values) or (value,)
    match method:
        case HoldMethod.NOW:
            return measured(float(_complies(value, bound, is_floor)))
        case HoldMethod.SHARE:
            return measured(sum(_complies(each, bound, is_floor) for each in seen) / len(seen))
        case HoldMethod.DISTANCE:
            return _distance(value, bound, is_floor)
        case HoldMethod.AVERAGE:
            return _distance(math.fsum(seen) / len(seen), bound, is_floor)
        case HoldMethod.SUM:
            return _distance(math.fsum(seen), bound, is_floor)
    return _distance(min(seen) if is_floor else max(seen), bound, is_floor)


def _complies(value: float, bound: float, is_floor: bool) -> bool:
    return value >= bound if is_floor else value <= bound


def _distance(value: float, bound: float, is_floor: bool) -> Progress:
    """Return 1 + the slack relative to the bound; a bound of 0 has no relative distance: held or not.

    At most T: 1 + (T - x) / |T|; at least T: 1 + (x - T) / |T|. Source: requirements 3.1 (Profit: T=1, x=0.8 → 120 %).
    """
    if bound == 0:
        return measured(float(_complies(value, bound, is_floor)))
    slack = value - bound if is_floor else bound - value
    return measured(1 + slack / abs(bound))
