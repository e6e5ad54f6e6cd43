"""From an issue's changelog to the edits people made since we last looked. Pure: shapes in, shapes out."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from connect.outbound.shapes import FieldChange
from service.domain.sync import same_number


@dataclass(frozen=True, slots=True)
class Edit:
    """A number somebody typed into a field. `author` is an account id, None where Jira doesn't say."""

    at: datetime
    author: str | None
    value: float


def number_edits(
    *, changes: Sequence[FieldChange], base: float | None, seen: bool, theirs: float, read_at: datetime
) -> tuple[Edit, ...]:
    """Return the edits that led from `base` to `theirs`, oldest first; at the first look only the last of them.

    `changes` are those of one field, oldest first. Where the changelog doesn't lead to `theirs` (it may lag behind the field)
    the one edit we know of is dated `read_at`, the instant Jira says the issue was last updated.
    """
    edits: list[Edit] = []
    wanted: float | None = theirs
    for change in reversed(changes):
        before, after = _number(change.from_text), _number(change.to_text)
        if not same_number(after, wanted):
            break
        if after is not None:
            edits.append(Edit(change.at, change.author, after))
        if not seen or same_number(before, base):
            break
        wanted = before
    return tuple(reversed(edits)) if edits else (Edit(read_at, None, theirs),)


def last_author(*, changes: Sequence[FieldChange]) -> str | None:
    """Return who made the newest of the changes."""
    return changes[-1].author if changes else None


def _number(text: str | None) -> float | None:
    try:
        number = float(text) if text else None
    except ValueError:
        return None
    return number if number is not None and math.isfinite(number) else None
