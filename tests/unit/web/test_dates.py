"""Dates as people read them."""

from datetime import UTC, date, datetime, timedelta, timezone

from service.web.texts import dates


def test_days_and_moments() -> None:
    """Short, full, and to the minute in UTC whatever zone the instant came in."""
    assert dates.day(date(2026, 11, 2)) == "2 Nov"
    assert dates.full_day(datetime(2026, 3, 31, tzinfo=UTC)) == "31 Mar 2026"
    late = datetime(2027, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    assert dates.moment(late) == "31 Dec 2026, 22:30 UTC"
    assert (dates.day(None), dates.full_day(None), dates.moment(None), dates.machine(None)) == (
        "never",
        "never",
        "never",
        "",
    )
    assert dates.machine(date(2026, 11, 2)) == "2026-11-02"
