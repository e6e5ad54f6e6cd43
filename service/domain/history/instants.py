"""What a date in a query means when it is asked as of an instant."""

import re
from datetime import UTC, datetime, timedelta
from typing import Final

_SPAN: Final = re.compile(r"([-+]?)(\d+)([wdhmM]?)")
_WHOLE: Final = re.compile(r"[-+]?(\d+[wdhmM]? ?)+$")
_START: Final = re.compile(r"startof(day|week|month|year)\(([^)]*)\)$")
_UNITS: Final = {
    "w": timedelta(weeks=1),
    "d": timedelta(days=1),
    "h": timedelta(hours=1),
    "m": timedelta(minutes=1),
    "": timedelta(minutes=1),
    "M": timedelta(days=30),
}


def span_of(text: str) -> timedelta | None:
    """Return the length of `-4w 2d`, with its sign; None if it is no span."""
    if not _WHOLE.match(text.strip()):
        return None
    parts = _SPAN.findall(text)
    whole = sum((int(number) * _UNITS[unit] for _, number, unit in parts), timedelta())
    return -whole if text.strip().startswith("-") else whole


def instant_of(text: str, *, at: datetime) -> datetime | None:
    """Return the instant a date in a query names, asked at `at`; None if it cannot be told.

    Weeks start on Monday and days in UTC: a site's own calendar shifts a value by a day at most.
    """
    if text == "now()":
        return at
    start = _START.match(text)
    if start is not None:
        offset = span_of(start[2]) if start[2].strip() else timedelta()
        return None if offset is None else _start(start[1], at) + offset
    span = span_of(text)
    if span is not None:
        return at + span
    try:
        day = datetime.fromisoformat(text.strip().replace("/", "-"))
    except ValueError:
        return None
    return day.replace(tzinfo=UTC) if day.tzinfo is None else day


def _start(unit: str, at: datetime) -> datetime:
    day = at.replace(hour=0, minute=0, second=0, microsecond=0)
    if unit == "week":
        return day - timedelta(days=day.weekday())
    if unit == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if unit == "year" else day
