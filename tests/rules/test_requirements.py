"""The table of requirements says what is true of the tests and the code today."""

import pytest

from tests.requirements.mentions import ids_in, titles
from tests.requirements.table import PAGE, table


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Source: W-03, G-08.", ["W-03", "G-08"]),
        ("O-18…O-21", ["O-18", "O-19", "O-20", "O-21"]),
        ("O-18…20 and T-02", ["O-18", "O-19", "O-20", "T-02"]),
        ("GROW-12, T-100, X-01", []),
        ("M-01–M-03", ["M-01", "M-02", "M-03"]),
    ],
)
def test_ids_are_found_in_texts(text: str, ids: list[str]) -> None:
    assert list(ids_in(text)) == ids


def test_every_requirement_has_a_title() -> None:
    counts = {"M": 27, "W": 14, "O": 30, "T": 24, "G": 24}
    assert list(titles()) == [f"{letter}-{n:02d}" for letter, most in counts.items() for n in range(1, most + 1)]


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text() == table(), "run `make requirements`"
