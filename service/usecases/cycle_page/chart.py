"""Draws the cycle's progress as a PNG: the burn-up against the pace on the left, one bar an objective on the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from io import BytesIO
from textwrap import shorten
from threading import Lock

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.dates import DateFormatter, WeekdayLocator
from matplotlib.figure import Figure

from service.domain.board import Board, Point
from service.domain.model import Status

COLOURS = {
    Status.ON_TRACK: "#22A06B",
    Status.DONE: "#22A06B",
    Status.BEHIND: "#E2B203",
    Status.AT_RISK: "#E34935",
    Status.MISSED: "#E34935",
    Status.OUTDATED: "#8590A2",
    Status.NOT_STARTED: "#8590A2",
    Status.CANCELLED: "#8590A2",
}
INK, SUBTLE, LINE, TRACK, BRAND = "#172B4D", "#626F86", "#DCDFE4", "#F1F2F4", "#0C66E4"
WIDTH_IN, BAR_IN, FRAME_IN, DPI = 10.4, 0.46, 1.15, 150
_DRAWING = Lock()  # Matplotlib's font and text caches are not safe to share between threads.


@dataclass(frozen=True, slots=True)
class ChartData:
    """What the picture shows, rounded to what the eye can tell apart, so that equal pictures have equal hashes.

    Units: shares 0.0–1.0; `points` are (day, progress); `bars` are (title, progress, expected, status).
    """

    title: str
    starts_on: str
    ends_on: str
    points: tuple[tuple[str, float], ...]
    bars: tuple[tuple[str, float | None, float | None, Status], ...]

    @property
    def hash(self) -> str:
        """Return the SHA-256 hex digest of everything that is drawn."""
        return sha256(repr(self).encode()).hexdigest()


def chart_data(board: Board) -> ChartData:
    """Reduce a board to its picture."""
    objectives = board.objectives()
    return ChartData(
        title=board.cycle.name,
        starts_on=board.cycle.starts_on.isoformat(),
        ends_on=board.cycle.ends_on.isoformat(),
        points=_mean_by_day([view.series for view in objectives]),
        bars=tuple(
            (view.objective.title, _rounded(view.progress), _rounded(view.expected), view.status) for view in objectives
        ),
    )


def draw_chart(data: ChartData) -> bytes:
    """Return the PNG. Units: about 1,560 pixels wide; the height follows the number of objectives."""
    with _DRAWING:
        height = max(2.9, FRAME_IN + BAR_IN * max(1, len(data.bars)))
        figure = Figure(figsize=(WIDTH_IN, height), dpi=DPI, facecolor="white", layout="constrained")
        FigureCanvasAgg(figure)
        burn_up, bars = figure.subplots(1, 2, gridspec_kw={"width_ratios": [1.0, 1.55]})
        _draw_burn_up(burn_up, data)
        _draw_bars(bars, data)
        buffer = BytesIO()
        figure.savefig(buffer, format="png", metadata={"Software": None})
        return buffer.getvalue()


def _draw_burn_up(axes, data: ChartData) -> None:  # type: ignore[no-untyped-def]  # Matplotlib ships no types we could use
    start, end = (datetime.fromisoformat(day) for day in (data.starts_on, data.ends_on))
    axes.plot([start, end], [0, 100], color=SUBTLE, linewidth=1.2, linestyle=(0, (4, 3)), label="Pace")
    if data.points:
        days = [datetime.fromisoformat(day) for day, _ in data.points]
        shares = [share * 100 for _, share in data.points]
        axes.fill_between(days, shares, color=BRAND, alpha=0.08, linewidth=0)
        axes.plot(days, shares, color=BRAND, linewidth=2.2, label="Progress")
        axes.plot(days[-1:], shares[-1:], color=BRAND, marker="o", markersize=6)
    axes.set_xlim(start, end)
    axes.set_ylim(0, 100)
    axes.xaxis.set_major_locator(WeekdayLocator(byweekday=0, interval=3))
    axes.xaxis.set_major_formatter(DateFormatter("%-d %b"))
    axes.yaxis.set_major_formatter("{x:.0f} %")
    axes.set_title("Progress against pace", loc="left", fontsize=11, color=INK, fontweight="bold")
    axes.legend(frameon=False, fontsize=8.5, loc="upper left", labelcolor=SUBTLE)
    axes.grid(axis="y", color=LINE, linewidth=0.7)
    _quiet(axes)


def _draw_bars(axes, data: ChartData) -> None:  # type: ignore[no-untyped-def]
    rows = range(len(data.bars))
    axes.barh(rows, [100] * len(data.bars), color=TRACK, height=0.52)
    for row, (_, progress, expected, status) in zip(rows, data.bars, strict=True):
        if progress is not None:
            axes.barh(row, progress * 100, color=COLOURS[status], height=0.52)
        if expected is not None:
            axes.plot([expected * 100] * 2, [row - 0.36, row + 0.36], color=INK, linewidth=1.6)
        text = "no data" if progress is None else f"{progress * 100:.0f} %"
        axes.text(102, row, text, va="center", fontsize=9.5, color=INK if progress is not None else SUBTLE)
    axes.set_yticks(
        list(rows), [shorten(title, 44, placeholder=" …") for title, *_ in data.bars], fontsize=9.5, color=INK
    )
    axes.invert_yaxis()
    axes.set_xlim(0, 114)
    axes.set_xticks([])
    axes.set_title("Objectives   ( | expected by now )", loc="left", fontsize=11, color=INK, fontweight="bold")
    _quiet(axes)
    axes.spines[:].set_visible(False)
    axes.tick_params(axis="y", length=0)


def _quiet(axes) -> None:  # type: ignore[no-untyped-def]
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(LINE)
    axes.tick_params(colors=SUBTLE, labelsize=8.5)
    axes.set_facecolor("white")


def _mean_by_day(series: Sequence[Sequence[Point]]) -> tuple[tuple[str, float], ...]:
    """Return the mean progress of all objectives for each day on which all of them have a point or an earlier one."""
    days = sorted({point.at.date() for points in series for point in points})
    rows = []
    for day in days:
        known = [latest for points in series if (latest := _latest(points, day)) is not None]
        if known:
            rows.append((day.isoformat(), round(sum(known) / len(known), 2)))
    return tuple(rows)


def _latest(points: Sequence[Point], day: date) -> float | None:
    found = [point.progress for point in points if point.at.date() <= day and point.progress is not None]
    return found[-1] if found else None


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 2)
