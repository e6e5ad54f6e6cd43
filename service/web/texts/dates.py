"""Dates as people read them. Instants are shown in UTC and say so."""

from datetime import UTC, date, datetime

from service.domain.board.shapes import Board

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(value: date | datetime | None) -> str:
    """Return `22 Nov`."""
    return "never" if value is None else f"{value.day} {_MONTHS[value.month - 1]}"


def full_day(value: date | datetime | None) -> str:
    """Return `22 Nov 2026`."""
    return "never" if value is None else f"{day(value)} {value.year}"


def moment(value: datetime | None) -> str:
    """Return `22 Nov 2026, 14:05 UTC`."""
    if value is None:
        return "never"
    at = value.astimezone(UTC)
    return f"{full_day(at)}, {at:%H:%M} UTC"


def last_checkin_at(board: Board) -> datetime | None:
    """Return the instant of the newest check-in on a board."""
    told = (one.last_checkin_at for view in board.objectives() for one in view.key_results)
    return max((at for at in told if at is not None), default=None)


def machine(value: date | datetime | None) -> str:
    """Return the ISO form for `datetime` attributes."""
    return "" if value is None else value.isoformat()
