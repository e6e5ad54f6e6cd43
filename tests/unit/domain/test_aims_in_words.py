"""Aims and standings in words: a table worked by hand for every direction."""

import pytest

from service.domain.model import Direction
from service.domain.wording import aim, bar, current, number, percent, quantity
from tests.unit.domain.make import key_result


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"direction": Direction.INCREASE, "baseline": 60, "target": 35, "unit": "%"}, "60 % → 35 %"),
        ({"direction": Direction.INCREASE, "baseline": None, "target": 12400, "unit": "EUR"}, "to 12,400 €"),
        ({"direction": Direction.STAY_ABOVE, "baseline": None, "target": 99.9, "unit": "%"}, "at least 99.9 %"),
        ({"direction": Direction.STAY_BELOW, "baseline": None, "target": 4.25, "unit": "h"}, "at most 4.25 h"),
        (
            {"direction": Direction.BETWEEN, "baseline": None, "target": None, "lower": 2, "upper": 4, "unit": "count"},
            "between 2 and 4",
        ),
        ({"direction": Direction.BINARY, "baseline": None, "target": None}, "done"),
        ({"direction": Direction.MILESTONES, "baseline": None, "target": None}, "done"),
    ],
)
def test_an_aim_reads_as_a_person_says_it(words, expected):
    assert aim(key_result(**words)).replace("\N{NO-BREAK SPACE}", " ") == expected


def test_a_binary_key_result_is_done_or_not():
    binary = key_result(direction=Direction.BINARY, baseline=None, target=None)
    assert [current(binary, 1.0), current(binary, 0.0), current(binary, None)] == ["done", "not done", "no data"]
    assert current(key_result(unit="count"), 18.0) == "18"


def test_numbers_say_no_more_than_they_know():
    assert [number(1000000.0), number(0.1), number(99.954), number(20.0)] == ["1,000,000", "0.1", "99.95", "20"]
    assert [percent(None), quantity(None, "%")] == ["no data", "no data"]


@pytest.mark.parametrize(("share", "filled"), [(None, 0), (-0.5, 0), (0.0, 0), (0.64, 6), (1.0, 10), (1.7, 10)])
def test_a_bar_never_leaves_its_cells(share, filled):
    assert bar(share) == "▰" * filled + "▱" * (10 - filled)
