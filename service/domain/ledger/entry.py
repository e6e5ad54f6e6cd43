"""What one entry of the ledger says, and its canonical text: the exact bytes that are hashed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

Plain = str | float | int | bool | None | list[Any] | dict[str, Any]
"""A JSON value."""


class EntryKind(StrEnum):
    """What happened. CREATED carries the whole promise, AMENDED what changed of it; the others note an event."""

    CREATED = "created"
    AMENDED = "amended"
    CANCELLED = "cancelled"
    CARRIED = "carried"
    WAIVED = "waived"
    COMMITTED_VOTE = "committed_vote"
    LATE_CHECKIN = "late_checkin"
    CYCLE_MOVED = "cycle_moved"
    PRESET_CHOSEN = "preset_chosen"
    SEALED = "sealed"


class Reason(StrEnum):
    """Why a promise changed. Source: requirements 2.7."""

    EXTERNAL_CHANGE = "external_change"
    DEFINITION_FIX = "definition_fix"
    DATA_FIX = "data_fix"
    REPLAN = "replan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field of a promise, before and after, as plain JSON values."""

    field: str
    old: Plain
    new: Plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event. `subject_id` is the key result, objective, cycle or team it is about; people are account ids."""

    at: datetime
    kind: EntryKind
    subject_id: str
    author: str | None = None
    changes: tuple[Change, ...] = ()
    reason: Reason | None = None
    explanation: str = ""
    approver: str | None = None
    notified: tuple[str, ...] = ()


def entry_data(*, entry: Entry) -> dict[str, Any]:
    """Return an entry as plain JSON data."""
    return {
        "at": entry.at.isoformat(),
        "kind": entry.kind.value,
        "subject_id": entry.subject_id,
        "author": entry.author,
        "changes": [{"field": each.field, "old": each.old, "new": each.new} for each in entry.changes],
        "reason": entry.reason.value if entry.reason else None,
        "explanation": entry.explanation,
        "approver": entry.approver,
        "notified": list(entry.notified),
    }


def entry_from_data(*, data: Mapping[str, Any]) -> Entry:
    """Build the entry that `entry_data` described."""
    return Entry(
        at=datetime.fromisoformat(data["at"]),
        kind=EntryKind(data["kind"]),
        subject_id=data["subject_id"],
        author=data["author"],
        changes=tuple(Change(field=each["field"], old=each["old"], new=each["new"]) for each in data["changes"]),
        reason=Reason(data["reason"]) if data["reason"] else None,
        explanation=data["explanation"],
        approver=data["approver"],
        notified=tuple(data["notified"]),
    )


def canonical(*, number: int, entry: Entry) -> str:
    """Return the text that is hashed: JSON, keys sorted, no spaces, plain ASCII; the same on every machine."""
    data = {"number": number, **entry_data(entry=entry)}
    return json.dumps(data, sort_keys=True, separators=(",", ":"), allow_nan=False)
