"""Finished work and the number's way over the same weeks, in one box."""

from dataclasses import dataclass

from service.usecases.read_divergence import KeyResultCurves
from service.web.charts.over_time import Tick
from service.web.charts.scale import Scale, path
from service.web.texts.dates import day

WIDTH = 420
HEIGHT = 130
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 10, 10, 24


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoCurves:
    """Two lines over time. Units: drawing units of a WIDTH × HEIGHT box, y down; an empty line has fewer than two points."""

    effort: str
    outcome: str
    rows: tuple[Tick, ...]
    columns: tuple[Tick, ...]
    left: float = _LEFT
    right: float = WIDTH - _RIGHT
    bottom: float = HEIGHT - _BOTTOM
    width: int = WIDTH
    height: int = HEIGHT


def two_curves(*, curves: KeyResultCurves) -> TwoCurves:
    """Draw the finished share of the work and the share of the way from baseline to target; both end inside 0–100 %."""
    times = [at.timestamp() for at in curves.instants]
    across = Scale(low=times[0], high=times[-1], start=_LEFT, end=WIDTH - _RIGHT)
    up = Scale(low=0, high=1, start=HEIGHT - _BOTTOM, end=_TOP)
    ways = [_way(curves, value) for value in curves.values]
    outcome = [(across.at(at), up.at(way)) for at, way in zip(times, ways, strict=True) if way is not None]
    effort = [(across.at(at), up.at(share)) for at, share in zip(times, curves.effort, strict=True)]
    return TwoCurves(
        effort=path(effort) if len(effort) > 1 else "",
        outcome=path(outcome) if len(outcome) > 1 else "",
        rows=tuple(Tick(at=up.at(share / 100), label=f"{share} %") for share in (0, 50, 100)),
        columns=(
            Tick(at=across.at(times[0]), label=day(curves.instants[0])),
            Tick(at=across.at(times[-1]), label=day(curves.instants[-1])),
        ),
    )


def _way(curves: KeyResultCurves, value: float | None) -> float | None:
    baseline, target = curves.key_result.baseline, curves.key_result.target
    if value is None or baseline is None or target is None or baseline == target:
        return None
    return (value - baseline) / (target - baseline)
