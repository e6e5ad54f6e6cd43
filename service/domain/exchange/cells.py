"""One cell: from raw JSON or CSV text to a value, and from a value to plain JSON. No knowledge of records."""

import json
import math
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from service.domain.errors import DomainError
from service.domain.exchange.columns import Column, Holds
from service.domain.model import (
    BandShape,
    HoldShape,
    MilestoneShape,
    RatioShape,
    Waypoint,
    ZoneShape,
)
from service.domain.shape_texts import shape_data, shape_from_data

LONGEST = 10_000
"""Characters of a text."""


class CellInvalid(ValueError):
    """A cell does not hold what its column needs; the message says what would fit."""


def read_cell(*, column: Column, raw: object) -> Any:
    """Return the value of a filled cell. Raises: CellInvalid."""
    match column.holds:
        case Holds.TEXT:
            return _text(column, raw)
        case Holds.NUMBER:
            return _number(raw)
        case Holds.WHOLE:
            number = _number(raw)
            if number != int(number):
                raise CellInvalid("Give a whole number.")
            return int(number)
        case Holds.DAY:
            return _day(raw)
        case Holds.INSTANT:
            return _instant(raw)
        case Holds.FLAG:
            return _flag(raw)
    data = _json(raw)
    try:
        if column.holds is Holds.SHAPE:
            return shape_from_data(data=data)
        if column.holds is Holds.REFS:
            return _refs(data)
        return tuple(Waypoint(on=date.fromisoformat(on), progress=_number(progress)) for on, progress in data)
    except DomainError as refused:
        raise CellInvalid(refused.message) from refused
    except CellInvalid:
        raise
    except (TypeError, ValueError, AttributeError) as refused:
        raise CellInvalid(f"This {column.holds.value} cannot be read; see the schema of the export.") from refused


def plain(*, value: object) -> Any:
    """Return a value as JSON data; an empty one as None."""
    if value is None or value == "" or value == ():
        return None
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, HoldShape | BandShape | MilestoneShape | RatioShape | ZoneShape):
        return shape_data(shape=value)
    if isinstance(value, tuple) and isinstance(value[0], str):
        return list(value)
    if isinstance(value, tuple):
        return [[point.on.isoformat(), point.progress] for point in value]
    return value


def _text(column: Column, raw: object) -> str:
    if not isinstance(raw, str):
        raise CellInvalid("Give a text.")
    if len(raw) > LONGEST:
        raise CellInvalid(f"Write at most {LONGEST:,} characters.")
    if column.words and raw not in column.words:
        raise CellInvalid(f"Use one of: {', '.join(column.words)}.")
    return raw


def _number(raw: object) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float | str):
        raise CellInvalid("Give a number.")
    try:
        number = float(raw)
    except (ValueError, OverflowError) as refused:
        raise CellInvalid("Give a number, with a point for decimals, e.g. 12.5.") from refused
    if not math.isfinite(number):
        raise CellInvalid("Give an ordinary number, not infinite or NaN.")
    return number


def _day(raw: object) -> date:
    try:
        return date.fromisoformat(str(raw))
    except ValueError as refused:
        raise CellInvalid("Give a day as YEAR-MONTH-DAY, e.g. 2026-10-01.") from refused


def _instant(raw: object) -> datetime:
    try:
        at = datetime.fromisoformat(str(raw))
    except ValueError as refused:
        raise CellInvalid("Give an instant, e.g. 2026-10-12T09:00:00Z.") from refused
    if at.tzinfo is None:
        raise CellInvalid("Give the instant with its offset, e.g. 2026-10-12T09:00:00Z.")
    return at.astimezone(UTC)


def _flag(raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    said = str(raw).strip().lower()
    if said not in ("true", "false"):
        raise CellInvalid("Use true or false.")
    return said == "true"


def _refs(data: Any) -> tuple[str, ...]:
    if not isinstance(data, list) or not data or not all(isinstance(each, str) for each in data):
        raise CellInvalid('Give a list of ids, e.g. ["k1", "k2"].')
    return tuple(dict.fromkeys(data))


def _json(raw: object) -> Any:
    if not isinstance(raw, str):
        return raw
    try:
        return json.loads(raw)
    except ValueError as refused:
        raise CellInvalid("This is not readable JSON.") from refused
