"""Dates of a query, as of an instant, on a calendar; and texts in number fields. Source: requirements 2.4."""

from datetime import UTC, datetime, timedelta

import pytest

from service.domain.history import IssuePast
from service.domain.history.instants import instant_of
from service.domain.history.past import number_as_of
from service.domain.history.replay import holds_as_of
from service.domain.queries import parse

AT = datetime(2026, 8, 13, 15, 30, tzinfo=UTC)
"""A Thursday afternoon."""


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("now()", AT),
        ("startofday()", datetime(2026, 8, 13, tzinfo=UTC)),
        ("startofweek()", datetime(2026, 8, 10, tzinfo=UTC)),
        ("startofmonth()", datetime(2026, 8, 1, tzinfo=UTC)),
        ("startofyear()", datetime(2026, 1, 1, tzinfo=UTC)),
        ("startofweek(-1w)", datetime(2026, 8, 3, tzinfo=UTC)),
        ("startofday(soon)", None),
        ("-2d", AT - timedelta(days=2)),
        ("2026/08/01", datetime(2026, 8, 1, tzinfo=UTC)),
        ("2026-08-01T10:00:00+02:00", datetime(2026, 8, 1, 8, tzinfo=UTC)),
        ("the day after", None),
    ],
)
def test_a_date_of_a_query_is_an_instant(text: str, instant: datetime | None) -> None:
    assert instant_of(text, at=AT) == instant


def past(**now: str | None) -> IssuePast:
    return IssuePast(id="1", created_at=AT - timedelta(days=30), now=now)


@pytest.mark.parametrize(("text", "number"), [("2.5", 2.5), ("many", None), ("inf", None), ("", None), (None, None)])
def test_only_an_ordinary_number_is_one(text: str | None, number: float | None) -> None:
    assert number_as_of(past=past(cost=text), field="cost", at=AT) == number


@pytest.mark.parametrize(
    ("query", "resolution", "holds"),
    [
        ("resolved is EMPTY", None, True),
        ("resolved is EMPTY", "Done", True),
        ("resolved is not EMPTY", "Done", False),
        ("created is not EMPTY", None, True),
    ],
)
def test_emptiness_of_a_date_can_be_asked(query: str, resolution: str | None, holds: bool) -> None:
    """Nobody saw the resolution being set, so nobody knows when: as good as empty."""
    test = parse(query)
    assert holds_as_of(test=test, past=past(resolution=resolution), at=AT, categories={}) is holds
