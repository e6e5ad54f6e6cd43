"""One issue with everything that changed in it, and how it stood at an instant."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One change of one field, in the texts the changelog shows; None was or became empty."""

    field: str
    at: datetime
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePast:
    """An issue: how its fields read now, and every edit of them, oldest first.

    `now` holds `status`, `resolution`, `priority` by their names and number fields by their id.
    """

    id: str
    created_at: datetime
    now: Mapping[str, str | None]
    edits: tuple[Edit, ...] = ()


def text_as_of(*, past: IssuePast, field: str, at: datetime) -> str | None:
    """Return what the field read at an instant: undo every edit made after it, else what it reads now."""
    undone = next((edit for edit in past.edits if edit.field == field and edit.at > at), None)
    return past.now.get(field) if undone is None else undone.before


def number_as_of(*, past: IssuePast, field: str, at: datetime) -> float | None:
    """Return the number in the field at an instant; None if it was empty or the issue did not exist yet."""
    if at < past.created_at:
        return None
    text = text_as_of(past=past, field=field, at=at)
    try:
        number = float(text) if text else None
    except ValueError:
        return None
    return number if number is not None and math.isfinite(number) else None


def set_at(*, past: IssuePast, field: str, at: datetime) -> datetime | None:
    """Return when the field was last filled, seen from an instant; None if it was empty then or nobody knows."""
    if at < past.created_at or text_as_of(past=past, field=field, at=at) is None:
        return None
    filled = [edit.at for edit in past.edits if edit.field == field and edit.at <= at and edit.after is not None]
    return max(filled, default=None)
