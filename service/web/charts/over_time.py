"""Progress against pace and confidence over a cycle: two charts with one time axis."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from service.domain.board.shapes import Point
from service.domain.model import Cycle
from service.web.charts.scale import Scale, path
from service.web.texts.dates import day

WIDTH = 640
HEIGHT = 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 54, 12, 12, 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A labelled place on an axis."""

    at: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A line over the cycle. `pace` is empty where there is none; `now_x` None outside the cycle.

    Units: drawing units of a WIDTH × HEIGHT box, y down.
    """

    line: str
    area: str
    dots: tuple[tuple[float, float], ...]
    pace: str
    now_x: float | None
    rows: tuple[Tick, ...]
    columns: tuple[Tick, ...]
    left: float = _LEFT
    right: float = WIDTH - _RIGHT
    top: float = _TOP
    bottom: float = HEIGHT - _BOTTOM
    width: int = WIDTH
    height: int = HEIGHT


def progress_over_time(*, cycle: Cycle, points: Sequence[Point], now: datetime) -> Chart:
    """Draw progress against the straight pace from 0 at the start to 1 at the end of the cycle."""
    return _chart(cycle, points, now, lambda point: point.progress, with_pace=True)


def confidence_over_time(*, cycle: Cycle, points: Sequence[Point], now: datetime) -> Chart:
    """Draw the owners' confidence over the cycle."""
    return _chart(cycle, points, now, lambda point: point.confidence, with_pace=False)


def _chart(
    cycle: Cycle, points: Sequence[Point], now: datetime, read: Callable[[Point], float | None], *, with_pace: bool
) -> Chart:
    start = datetime.combine(cycle.starts_on, time(), UTC)
    end = datetime.combine(cycle.ends_on + timedelta(days=1), time(), UTC)
    across = Scale(low=start.timestamp(), high=end.timestamp(), start=_LEFT, end=WIDTH - _RIGHT)
    up = Scale(low=0, high=1, start=HEIGHT - _BOTTOM, end=_TOP)
    dots = [(across.at(point.at.timestamp()), up.at(share)) for point in points if (share := read(point)) is not None]
    floor = up.at(0)
    return Chart(
        line=path(dots),
        area=path([(dots[0][0], floor), *dots, (dots[-1][0], floor)]) + " Z" if len(dots) > 1 else "",
        dots=tuple(dots),
        pace=path([(across.at(start.timestamp()), floor), (across.at(end.timestamp()), up.at(1))]) if with_pace else "",
        now_x=across.at(now.timestamp()) if start <= now < end else None,
        rows=tuple(Tick(at=up.at(share / 100), label=f"{share} %") for share in (0, 25, 50, 75, 100)),
        columns=tuple(Tick(at=across.at(at.timestamp()), label=day(at)) for at in _columns(start, end)),
    )


def _columns(start: datetime, end: datetime) -> list[datetime]:
    step = (end - start) / 4
    return [start + step * index for index in range(4)]
