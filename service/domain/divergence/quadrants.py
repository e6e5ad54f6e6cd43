"""Did the work move the number? Four answers, and when it is too early for one. Source: requirements 2.6."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from statistics import median
from typing import Final

from service.domain.divergence.effort import Effort, share_reached_at
from service.domain.do_nothing.project import theil_sen
from service.domain.model import Direction, KeyResult

WORKED_FROM: Final = 0.6
"""The finished share of initiatives from which a verdict is due. Source: requirements 2.6."""

LAG_DAYS: Final = 14
"""How long work takes to show, where nobody says; ours."""

NOISE_WIDTHS: Final = 3.0
"""Two would take chance for movement once in a few tens of key results; ours."""

LEAST_MOVE: Final = 0.05
"""Of the way from baseline to target: what counts as movement where the history shows no noise. Ours."""

NORMAL_MAD: Final = 1.4826


class Quadrant(StrEnum):
    """Effort against outcome. WAITING: work is finished but its lag is not over. UNDER_WAY: too little is finished to say."""

    WORKING = "working"
    STUCK_LEVER = "stuck_lever"
    WINDFALL = "windfall"
    NOT_STARTED = "not_started"
    WAITING = "waiting"
    UNDER_WAY = "under_way"


@dataclass(frozen=True, slots=True, kw_only=True)
class Divergence:
    """The answer for one key result, in words too.

    Units: `effort` is the finished share of initiatives 0.0–1.0; `moved` the change since the baseline in the wanted direction
    and `noise` what it moves by chance, both in the key result's unit (None: not known).
    """

    quadrant: Quadrant
    sentence: str
    effort: float
    moved: float | None
    noise: float | None


def noise_of(*, values: Sequence[float | None]) -> float | None:
    """Return how far a weekly history strays from its own trend: the median absolute deviation as a standard deviation.

    None for fewer than four weeks. Units: the value's.
    """
    points = [(float(week), value) for week, value in enumerate(values) if value is not None]
    if len(points) < 4:
        return None
    slope, level = theil_sen(points)
    return NORMAL_MAD * median(abs(value - level - slope * week) for week, value in points)


def judge_divergence(
    *,
    key_result: KeyResult,
    value: float | None,
    work: Sequence[Effort],
    noise: float | None,
    now: datetime,
    lag_days: int = LAG_DAYS,
) -> Divergence:
    """Set finished work against the number's movement since its baseline. `work` are the key result's initiatives."""
    whole = sum(size for size, _ in work)
    effort = sum(size for size, done_at in work if done_at is not None and done_at <= now) / whole if whole else 0.0
    moved = _moved(key_result, value)
    has_moved = moved is not None and moved > _threshold(key_result, noise)
    reached_at = share_reached_at(work=[each for each in work if each[1] is None or each[1] <= now], share=WORKED_FROM)
    if has_moved:
        unearned = Quadrant.WINDFALL if effort == 0 else Quadrant.UNDER_WAY
        quadrant = Quadrant.WORKING if effort >= WORKED_FROM else unearned
    elif reached_at is not None:
        is_over = now - reached_at >= timedelta(days=lag_days) and moved is not None
        quadrant = Quadrant.STUCK_LEVER if is_over else Quadrant.WAITING
    else:
        quadrant = Quadrant.NOT_STARTED if effort == 0 else Quadrant.UNDER_WAY
    return Divergence(
        quadrant=quadrant, sentence=_SENTENCES[quadrant].format(effort=effort), effort=effort, moved=moved, noise=noise
    )


_SENTENCES: Final = {
    Quadrant.WORKING: "{effort:.0%} of the initiatives are done and the number moved: this works.",
    Quadrant.STUCK_LEVER: "{effort:.0%} of the initiatives are done and the number stayed within its noise: "
    "finishing the rest will hardly move it; look for another lever.",
    Quadrant.WINDFALL: "The number moved without any finished initiative: welcome, and not earned.",
    Quadrant.NOT_STARTED: "No initiative is finished and the number stands where it stood.",
    Quadrant.WAITING: "{effort:.0%} of the initiatives are done; give the number time to follow.",
    Quadrant.UNDER_WAY: "{effort:.0%} of the initiatives are done: too little to say what they do.",
}


def _moved(key_result: KeyResult, value: float | None) -> float | None:
    if value is None or key_result.baseline is None:
        return None
    falls = key_result.direction in {Direction.DECREASE, Direction.STAY_BELOW} or (
        key_result.direction is Direction.RATIO
        and key_result.target is not None
        and key_result.target < key_result.baseline
    )
    return key_result.baseline - value if falls else value - key_result.baseline


def _threshold(key_result: KeyResult, noise: float | None) -> float:
    way = abs((key_result.target or 0.0) - (key_result.baseline or 0.0)) if key_result.target is not None else 0.0
    return max(NOISE_WIDTHS * (noise or 0.0), LEAST_MOVE * way)
