"""What the projected ends mean for a key result's promise."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from statistics import median
from typing import Final
from zlib import crc32

from service.domain.do_nothing.project import FEWEST, Points, project_ends
from service.domain.do_nothing.thresholds import Thresholds
from service.domain.history import STEP, History
from service.domain.model import Direction, KeyResult

QUARTER_WEEKS: Final = 13
_TINY: Final = 1e-9


class Verdict(StrEnum):
    """What doing nothing leads to."""

    BUSINESS_AS_USUAL = "business_as_usual"
    NEEDS_WORK = "needs_work"
    WISH = "wish"
    NOT_ENOUGH_HISTORY = "not_enough_history"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class DoNothing:
    """The answer. `sentence` says it in words.

    Units: `probability` 0.0–1.0 of reaching the target by itself; `expected`, `low` and `high` (an 80 % interval) in the key
    result's unit; `times_best_quarter`: how many times the best quarter on record is needed. `weeks` is the history's length.
    """

    verdict: Verdict
    sentence: str
    weeks: int
    probability: float | None = None
    expected: float | None = None
    low: float | None = None
    high: float | None = None
    times_best_quarter: float | None = None


def judge_doing_nothing(
    *, key_result: KeyResult, history: History | None, ends_at: datetime, thresholds: Thresholds
) -> DoNothing:
    """Say how likely the target is at `ends_at` if everything goes on as it did. Monotone in the target."""
    reaches = _reaches(key_result)
    if reaches is None:
        return DoNothing(
            verdict=Verdict.NOT_APPLICABLE,
            sentence="The test asks whether a number drifts to its target; this kind of key result has no such number.",
            weeks=0,
        )
    points = _by_week(history)
    if history is None or len(points) < FEWEST:
        known = f"{len(points)} weekly point{'' if len(points) == 1 else 's'}"
        sentence = f"Not enough history: {known}, {FEWEST} are needed. No verdict."
        return DoNothing(verdict=Verdict.NOT_ENOUGH_HISTORY, sentence=sentence, weeks=len(points))
    ahead = max(0.0, (ends_at - history.points[-1][0]) / STEP)
    ends = project_ends(points=points, weeks_ahead=ahead, seed=crc32(key_result.id.encode()))
    probability = sum(map(reaches, ends)) / len(ends)
    times = _times_best_quarter(key_result, points, ahead)
    verdict, sentence = _verdict(probability, times, thresholds)
    return DoNothing(
        verdict=verdict,
        sentence=sentence,
        weeks=len(points),
        probability=probability,
        expected=median(ends),
        low=ends[len(ends) // 10],
        high=ends[-1 - len(ends) // 10],
        times_best_quarter=times,
    )


def _by_week(history: History | None) -> Points:
    if history is None:
        return ()
    return [(float(week), value) for week, value in enumerate(history.values) if value is not None]


def _reaches(key_result: KeyResult) -> Callable[[float], bool] | None:
    target, baseline = key_result.target, key_result.baseline
    kind = key_result.direction
    if kind is Direction.BETWEEN and key_result.lower is not None and key_result.upper is not None:
        lower, upper = key_result.lower, key_result.upper
        return lambda end: lower - _TINY <= end <= upper + _TINY
    if target is None or kind in {Direction.BINARY, Direction.MILESTONES, Direction.BETWEEN, Direction.ZONE}:
        return None
    if kind in {Direction.DECREASE, Direction.STAY_BELOW} or _is_falling_ratio(kind, baseline, target):
        return lambda end: end <= target + _TINY * max(1.0, abs(target))
    return lambda end: end >= target - _TINY * max(1.0, abs(target))


def _is_falling_ratio(kind: Direction, baseline: float | None, target: float) -> bool:
    return kind is Direction.RATIO and baseline is not None and target < baseline


def _times_best_quarter(key_result: KeyResult, points: Points, ahead: float) -> float | None:
    """Return the movement still needed a week over the best a quarter on record brought a week; None if there was none."""
    if (
        key_result.direction not in {Direction.INCREASE, Direction.DECREASE, Direction.RATIO}
        or key_result.target is None
    ):
        return None
    needed = key_result.target - points[-1][1]
    sign = math.copysign(1.0, needed)
    spells = [
        sign * (later - earlier) / max(then - before, FEWEST)
        for number, (before, earlier) in enumerate(points)
        for then, later in points[number + 1 :]
        if then - before <= QUARTER_WEEKS
    ]
    best = max(spells, default=0.0)
    if best <= 0 or ahead <= 0 or not _is_ahead(key_result, needed):
        return None
    return abs(needed) / ahead / best


def _is_ahead(key_result: KeyResult, needed: float) -> bool:
    """Tell whether the target still lies ahead, on the side the key result moves to."""
    return needed < 0 if _falls(key_result) else needed > 0


def _falls(key_result: KeyResult) -> bool:
    return key_result.direction is Direction.DECREASE or _is_falling_ratio(
        key_result.direction, key_result.baseline, key_result.target or 0.0
    )


def _verdict(probability: float, times: float | None, thresholds: Thresholds) -> tuple[Verdict, str]:
    chance = f"If nobody does anything special, the target is reached with {probability:.0%}"
    if probability > thresholds.too_easy:
        return Verdict.BUSINESS_AS_USUAL, f"{chance}: this is business as usual."
    if probability <= thresholds.wish:
        needs = f"it needs {times:.1f} times the best quarter on record" if times else "nothing on record comes near it"
        return Verdict.WISH, f"{chance}, and {needs}: this is a wish."
    return Verdict.NEEDS_WORK, f"{chance}: it takes work."
