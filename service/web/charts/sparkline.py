"""A key result's values as a line the size of a word."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.domain.board.shapes import Point
from service.web.charts.scale import Scale, path

WIDTH = 96
HEIGHT = 24
_MARGIN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Sparkline:
    """Path data and the last point. Units: drawing units of a WIDTH × HEIGHT box."""

    line: str
    last_x: float
    last_y: float
    width: int = WIDTH
    height: int = HEIGHT


def sparkline(points: Sequence[Point]) -> Sparkline | None:
    """Draw the values of `points`; None with fewer than two of them."""
    known = [(point.at.timestamp(), point.value) for point in points if point.value is not None]
    if len(known) < 2:
        return None
    times, values = [at for at, _ in known], [value for _, value in known]
    across = Scale(low=times[0], high=times[-1], start=_MARGIN, end=WIDTH - _MARGIN)
    up = Scale(low=min(values), high=max(values), start=HEIGHT - _MARGIN, end=_MARGIN)
    drawn = [(across.at(at), up.at(value)) for at, value in known]
    return Sparkline(line=path(drawn), last_x=drawn[-1][0], last_y=drawn[-1][1])
