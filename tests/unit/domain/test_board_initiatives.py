"""When the absence of initiatives is a problem."""

import pytest

from tests.unit.domain.test_board import at, board, checkin, codes, only


@pytest.mark.parametrize(("day", "expected"), [(7, []), (8, ["no_initiative"])])
def test_from_day_8_on_a_key_result_without_initiatives_is_a_problem(day, expected):
    """T-15."""
    (row,) = only(
        board(issues=[], initiatives=[], now=at(1, day), checkins=[checkin(at=at(1, 1), value=1.0)])
    ).key_results
    assert codes(row) == expected
    (row,) = only(board(now=at(1, day), checkins=[checkin(at=at(1, 1), value=1.0)])).key_results
    assert codes(row) == []
