"""The picture: equal data, equal bytes; different data, another hash."""

from dataclasses import replace

from service.domain.model import Status
from service.usecases.cycle_page.chart import chart_data, draw_chart
from tests.unit.cycle_page import boards

PNG = b"\x89PNG\r\n\x1a\n"


def test_the_same_board_draws_the_same_picture() -> None:
    data = chart_data(boards.board())
    first = draw_chart(data)
    assert first.startswith(PNG)
    assert draw_chart(data) == first
    assert chart_data(boards.board()).hash == data.hash


def test_what_the_eye_cannot_tell_apart_has_one_hash() -> None:
    """The pace moves all the time; the picture moves about once a day."""
    hashes = {chart_data(boards.board(boards.objective(expected=share))).hash for share in (0.5702, 0.5731)}
    assert len(hashes) == 1


def test_a_moved_bar_or_another_status_has_another_hash() -> None:
    hashes = {
        chart_data(boards.board(view)).hash
        for view in (boards.objective(), boards.objective(progress=0.5), boards.objective(status=Status.AT_RISK))
    }
    assert len(hashes) == 3


def test_a_board_without_numbers_can_be_drawn() -> None:
    empty = boards.objective(progress=None, expected=None, series=())
    assert draw_chart(chart_data(boards.board(empty))).startswith(PNG)
    assert draw_chart(chart_data(replace(boards.board(), teams=(), north_star=None))).startswith(PNG)


def test_the_line_is_the_mean_of_what_is_known_each_day() -> None:
    late = boards.objective(series=boards.POINTS[1:])
    points = chart_data(boards.board(late)).points
    assert points == (("2026-10-08", 0.2), ("2026-11-20", 0.6))
