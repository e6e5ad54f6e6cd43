"""Between which values a driver may lie: what its key result holds, what history shows, or its baseline with some slack.

A percentage enters a formula as a share (5 % is 0.05); `scale` turns it back for people.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import ClassVar, Final

from service.domain.errors import DomainError
from service.domain.model import Direction, KeyResult
from service.domain.sufficiency.interval import End, Interval

_FLOORS: Final = frozenset({Direction.INCREASE, Direction.STAY_ABOVE})
_CEILINGS: Final = frozenset({Direction.DECREASE, Direction.STAY_BELOW})


class DriverInvalid(DomainError):
    """A driver's figures contradict one another."""

    code: ClassVar[str] = "driver_invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Driver:
    """What is known of a name in the formula. With `key_result_id` the key result's target holds it.

    Units: all figures in `unit`; `%` as 0–100, as everywhere but in the formula itself.
    """

    name: str
    key_result_id: str | None = None
    baseline: float | None = None
    lowest: float | None = None
    highest: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuccessCondition:
    """When an objective counts as reached, by a formula over drivers, as a team stated it."""

    objective_id: str
    formula: str
    drivers: tuple[Driver, ...] = ()
    stated_by: str | None = None
    stated_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Where a driver may lie and where it is expected, in the formula's scale, and who says so.

    `held_by` is the title of the key result; `low_why` and `high_why` name the ends for people.
    """

    name: str
    side: Interval
    calm: Fraction
    low_why: str = ""
    high_why: str = ""
    held_by: str | None = None
    unit: str = ""
    scale: Fraction = Fraction(1)
    assumption: str = ""

    def shown(self, value: Fraction) -> str:
        """Write a value for people, in the driver's unit."""
        return f"{number_words(value * self.scale)} {self.unit}".strip()


def number_words(value: Fraction) -> str:
    """Write a number with thousands separators and at most four places behind the point."""
    text = f"{float(value):,.4f}"
    return text.rstrip("0").rstrip(".")


def require_driver(*, driver: Driver) -> None:
    """Refuse a driver whose figures are not finite or stand in the wrong order.

    Raises: DriverInvalid, naming the driver.
    """
    figures = [each for each in (driver.lowest, driver.baseline, driver.highest) if each is not None]
    if not all(math.isfinite(each) and abs(each) <= 1e18 for each in figures):
        raise DriverInvalid(f"{driver.name}: give ordinary numbers up to 10^18.", field="drivers")
    if driver.lowest is not None and driver.highest is not None and driver.lowest > driver.highest:
        raise DriverInvalid(f"{driver.name}: its lowest value lies above its highest; exchange them.", field="drivers")
    if not driver.name.isidentifier():
        raise DriverInvalid(f"{driver.name!r} is no name; use letters, digits and underscores.", field="drivers")


def range_of_driver(*, driver: Driver, key_results: Mapping[str, KeyResult], slack: float) -> Range | None:
    """Return the range of a driver, or None while nothing is known of it. Units: `slack` is a share of the baseline.

    A driver none of whose figures is negative is taken never to become so; the range says that this is assumed.
    """
    held = key_results.get(driver.key_result_id or "")
    if held is not None:
        return _held(driver, held)
    scale = _scale(driver.unit)
    if driver.lowest is not None and driver.highest is not None:
        low, high = _exact(driver.lowest) / scale, _exact(driver.highest) / scale
        calm = low + (high - low) / 2 if driver.baseline is None else _exact(driver.baseline) / scale
        return Range(
            name=driver.name,
            side=Interval(low, high),
            calm=min(high, max(low, calm)),
            low_why="its historical low",
            high_why="its historical high",
            unit=driver.unit,
            scale=scale,
        )
    if driver.baseline is None:
        return None
    calm = _exact(driver.baseline) / scale
    spread = abs(calm) * _exact(slack)
    return Range(
        name=driver.name,
        side=Interval(calm - spread, calm + spread),
        calm=calm,
        low_why=f"{slack:.0%} below its baseline",
        high_why=f"{slack:.0%} above its baseline",
        unit=driver.unit,
        scale=scale,
        assumption=f"{driver.name} stays within {slack:.0%} of its baseline {number_words(calm * scale)}",
    )


def _held(driver: Driver, key_result: KeyResult) -> Range | None:
    unit = key_result.unit or driver.unit
    scale = _scale(unit)
    figures = [
        key_result.baseline,
        key_result.target,
        key_result.lower,
        key_result.upper,
        driver.lowest,
        driver.highest,
    ]
    known = [_exact(each) / scale for each in figures if each is not None]
    if not known:
        return None
    is_share = unit == "%"
    floor: End = Fraction(0) if min(known) >= 0 else -math.inf
    ceiling: End = Fraction(1) if is_share and max(known) <= 1 else math.inf
    side = _reached(key_result, scale, floor, ceiling)
    if side is None:
        return None
    ends = [each for each in (side.low, side.high) if isinstance(each, Fraction)]
    target = None if key_result.target is None else _exact(key_result.target) / scale
    calm = target if target is not None and side.low <= target <= side.high else ends[0]
    bounded = [f"{driver.name} is never below 0"] if side.low == floor == 0 else []
    bounded += [f"{driver.name} is never above 100 %"] if side.high == ceiling == 1 else []
    return Range(
        name=driver.name,
        side=side,
        calm=calm,
        low_why="the least its key result allows",
        high_why="the most its key result allows",
        held_by=key_result.title,
        unit=unit,
        scale=scale,
        assumption=" and ".join(bounded),
    )


def _reached(key_result: KeyResult, scale: Fraction, floor: End, ceiling: End) -> Interval | None:
    """Return the values with which a key result counts as reached."""
    if key_result.direction is Direction.BETWEEN:
        if key_result.lower is None or key_result.upper is None:
            return None
        return Interval(_exact(key_result.lower) / scale, _exact(key_result.upper) / scale)
    if key_result.target is None:
        return None
    target = _exact(key_result.target) / scale
    if key_result.direction in _FLOORS:
        return Interval(target, max(ceiling, target))
    if key_result.direction in _CEILINGS:
        return Interval(min(floor, target), target)
    if key_result.baseline is None or key_result.direction in {Direction.BINARY, Direction.MILESTONES}:
        return Interval(target, target)
    rises = key_result.target >= key_result.baseline
    return Interval(target, max(ceiling, target)) if rises else Interval(min(floor, target), target)


def _scale(unit: str) -> Fraction:
    return Fraction(100) if unit == "%" else Fraction(1)


def _exact(value: float) -> Fraction:
    return Fraction(repr(float(value)))
