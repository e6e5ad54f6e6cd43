"""Column types that give back what the domain put in: aware instants, enums, tuples. No tables."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, String, Text
from sqlalchemy.types import TypeDecorator

from service.domain.model import Shape, Waypoint
from service.domain.shape_texts import path_from_text, path_text, shape_from_text, shape_text


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant, on databases with time zones and without."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without a time zone must not be stored")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class EnumText(TypeDecorator[StrEnum]):
    """A StrEnum stored as its value, so that a new member needs no migration."""

    impl = String
    cache_ok = True

    def __init__(self, enum: type[StrEnum]) -> None:
        super().__init__()
        self.enum = enum

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else self.enum(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:  # noqa: ARG002
        return None if value is None else self.enum(value)


class JsonTuple(TypeDecorator[tuple[Any, ...]]):
    """A flat tuple stored as a JSON array."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[Any, ...] | None, dialect: Dialect) -> list[Any] | None:  # noqa: ARG002
        return None if value is None else list(value)

    def process_result_value(self, value: list[Any] | None, dialect: Dialect) -> tuple[Any, ...] | None:  # noqa: ARG002
        return None if value is None else tuple(value)


class ShapeText(TypeDecorator[Shape]):
    """What a key result needs beyond baseline and target, as the domain's text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Shape | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return shape_text(shape=value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Shape | None:  # noqa: ARG002
        return shape_from_text(text=value)


class PathText(TypeDecorator[tuple[Waypoint, ...]]):
    """A planned path as the domain's text; NULL is the straight line, the empty tuple."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Waypoint, ...] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return path_text(path=value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Waypoint, ...]:  # noqa: ARG002
        return path_from_text(text=value)
