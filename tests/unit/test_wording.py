"""Numbers as people read them."""

import pytest

from service.domain import wording


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (12400, "EUR", "12,400 €"),
        (4.2, "h", "4.2 h"),
        (99.95, "%", "99.95 %"),
        (18, "count", "18"),
        (0.1 + 0.2, "", "0.3"),
        (-8, "%", "-8 %"),
        (None, "h", "no data"),
    ],
)
def test_quantities(value: float | None, unit: str, said: str) -> None:
    assert wording.quantity(value, unit).replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize(
    ("share", "cells"), [(None, 0), (0.0, 0), (0.44, 4), (0.76, 8), (1.0, 10), (1.4, 10), (-0.3, 0)]
)
def test_bars_never_overflow(share: float | None, cells: int) -> None:
    assert wording.bar(share).count("▰") == cells
    assert len(wording.bar(share)) == 10
