"""The log: acts by name, acts as JSON and back, and the room that a log adds up to. No rule of any topic."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from service.domain.room import (
    agenda,
    alignment,
    attendance,
    choosing,
    committing,
    confidence,
    decisions,
    drafts,
    gates,
    initiatives,
    inputs,
    limits,
    look_back,
    notes,
    outline,
    output_test,
    pacing,
    pressure,
    prework,
    priorities,
    record,
    review,
    rhythm,
    seats,
    seventy,
    themes,
)
from service.domain.room.act import Act, Stamp
from service.domain.room.room import Room
from service.domain.room.session import Session

TOPICS = (
    seats,
    agenda,
    pacing,
    gates,
    attendance,
    outline,
    decisions,
    prework,
    inputs,
    priorities,
    look_back,
    review,
    limits,
    notes,
    themes,
    choosing,
    drafts,
    pressure,
    confidence,
    seventy,
    initiatives,
    alignment,
    rhythm,
    committing,
    output_test,
    record,
)
ACTS: Mapping[str, type[Act]] = MappingProxyType({act.kind: act for topic in TOPICS for act in topic.ACTS})
"""Every act by its name on the wire."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a log. `seq` counts from 1 without gaps; `data` is the act as JSON."""

    seq: int
    kind: str
    data: Mapping[str, Any]
    stamp: Stamp


def fold(*, room: Room, entries: Iterable[Entry]) -> Room:
    """Return the room after further entries."""
    for entry in entries:
        after = read(kind=entry.kind, data=entry.data).apply(room=room, stamp=entry.stamp)
        room = replace(after, session=replace(after.session, seq=entry.seq))
    return room


def empty(*, session: Session) -> Room:
    """Return the room of a session in which nothing was done yet."""
    return Room(session=session)


def written(act: Act) -> dict[str, Any]:
    """Return an act as JSON values."""
    return {each.name: plain(getattr(act, each.name)) for each in fields(act)}


def read(*, kind: str, data: Mapping[str, Any]) -> Act:
    """Return the act that was written; names it does not know any more are passed over."""
    made: Act = _made(ACTS[kind], data)
    return made


@cache
def hints(shape: Any) -> Mapping[str, Any]:
    """Return the types of a dataclass's fields."""
    found = typing.get_type_hints(shape)
    return MappingProxyType({each.name: found[each.name] for each in fields(shape)})


def plain(value: Any) -> Any:
    """Return a value of an act or room as JSON values."""
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    if is_dataclass(value):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _made(shape: Any, data: Mapping[str, Any]) -> Any:
    return shape(**{name: _typed(kind, data[name]) for name, kind in hints(shape).items() if name in data})


def _typed(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if origin in {types.UnionType, typing.Union}:
        return _typed(next(each for each in inside if each is not type(None)), value)
    if origin is tuple:
        return tuple(_typed(inside[0], each) for each in value)
    if is_dataclass(kind) and isinstance(kind, type):
        return _made(kind, value)
    if kind is datetime or kind is date:
        return kind.fromisoformat(value)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    return float(value) if kind is float else value
