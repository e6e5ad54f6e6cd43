"""Geometry of the pictures: worked by hand, and kept inside the box whatever the numbers are."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from service.domain.board.shapes import Point
from service.domain.model import Cycle, CycleKind
from service.web.charts import over_time, sparkline
from service.web.charts.scale import Scale, path

START = datetime(2026, 10, 1, tzinfo=UTC)
CYCLE = Cycle(
    id="c",
    key="2026-Q4",
    name="Q4",
    kind=CycleKind.QUARTER,
    starts_on=date(2026, 10, 1),
    ends_on=date(2026, 12, 31),
)


def point(day: float, value: float | None, confidence: float | None = None) -> Point:
    """Return a point `day` days into the cycle whose progress is its value."""
    return Point(at=START + timedelta(days=day), value=value, progress=value, confidence=confidence)


def test_scale_maps_and_keeps_inside() -> None:
    """Half way is half way; what lies outside is drawn on the edge."""
    scale = Scale(low=0, high=10, start=100, end=0)
    assert [scale.at(value) for value in (0, 5, 10, -3, 99)] == [100, 50, 0, 100, 0]
    assert Scale(low=4, high=4, start=0, end=10).at(4) == 5


def test_path_moves_then_draws() -> None:
    """SVG path data in order."""
    assert path([(0, 1), (2.5, 3)]) == "M0 1 L2.5 3"
    assert path([]) == ""


def test_a_sparkline_needs_two_values() -> None:
    """One value is no line; gaps are left out."""
    assert sparkline.sparkline([point(0, 1.0)]) is None
    assert sparkline.sparkline([point(0, 1.0), point(1, None)]) is None
    drawn = sparkline.sparkline([point(0, 1.0), point(1, None), point(2, 3.0)])
    assert drawn is not None
    assert drawn.line == f"M3 21 L{sparkline.WIDTH - 3} 3"
    assert (drawn.last_x, drawn.last_y) == (sparkline.WIDTH - 3, 3)


@given(st.lists(st.tuples(st.floats(0, 92), st.none() | st.floats(-1e12, 1e12)), max_size=30))
def test_a_sparkline_stays_in_its_box(pairs: list[tuple[float, float | None]]) -> None:
    """No number leaves the drawing."""
    drawn = sparkline.sparkline([point(day, value) for day, value in sorted(pairs, key=lambda pair: pair[0])])
    if drawn is not None:
        numbers = [float(part.lstrip("ML")) for part in drawn.line.split()]
        assert all(0 <= x <= sparkline.WIDTH for x in numbers[::2])
        assert all(0 <= y <= sparkline.HEIGHT for y in numbers[1::2])


def test_progress_over_the_cycle() -> None:
    """The first day is at the left edge, full progress at the top; the pace runs from corner to corner."""
    chart = over_time.progress_over_time(cycle=CYCLE, points=[point(0, 0.0), point(46, 1.0)], now=START)
    assert chart.dots == ((chart.left, chart.bottom), ((chart.left + chart.right) / 2, chart.top))
    assert chart.pace == f"M{chart.left:g} {chart.bottom:g} L{chart.right:g} {chart.top:g}"
    assert chart.now_x == chart.left
    assert [column.label for column in chart.columns] == ["1 Oct", "24 Oct", "16 Nov", "9 Dec"]


def test_confidence_has_no_pace_and_leaves_gaps_out() -> None:
    """Points without confidence are not drawn; after the cycle there is no today."""
    points = [point(0, 0.1), point(7, 0.2, 0.5)]
    chart = over_time.confidence_over_time(cycle=CYCLE, points=points, now=START + timedelta(days=92))
    assert len(chart.dots) == 1
    assert (chart.pace, chart.area, chart.now_x) == ("", "", None)
