"""Rebuilding promises from the ledger: as they are, and as they were at any instant."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from service.domain.ledger.entry import Entry, EntryKind, Plain
from service.domain.ledger.promise import PROMISED, as_promised, promise_of
from service.domain.model import KeyResult, KeyResultState


def replay(*, entries: Iterable[Entry], until: datetime | None = None) -> dict[str, dict[str, Plain]]:
    """Return every promise by subject as the entries (oldest first) leave it, at `until` if given."""
    promises: dict[str, dict[str, Plain]] = {}
    for entry in entries:
        if (until is None or entry.at <= until) and entry.kind in (EntryKind.CREATED, EntryKind.AMENDED):
            promise = promises.setdefault(entry.subject_id, {})
            promise.update({change.field: change.new for change in entry.changes})
    return promises


def original(*, entries: Sequence[Entry], subject_id: str, begun: int) -> dict[str, Plain] | None:
    """Return the promise that stood when the cycle began to run, or the first one of a later key result.

    `begun` is how many of the entries (oldest first) were made until then: instants may be the same, places are not.
    None where the ledger knows nothing of the subject.
    """
    until_then = [entry for entry in entries[:begun] if entry.subject_id == subject_id]
    created = (entry for entry in entries if entry.subject_id == subject_id and entry.kind is EntryKind.CREATED)
    return replay(entries=until_then or list(created)[:1]).get(subject_id)


def versions(*, key_result: KeyResult, entries: Iterable[Entry]) -> tuple[tuple[datetime, KeyResult], ...]:
    """Return the key result as it stood from each instant on, oldest first; empty where nothing was amended.

    Past check-ins are measured by the promise of their time: amending a target never alters them (requirements 2.7, 3.6).
    """
    promise: dict[str, Plain] = {}
    found: list[tuple[datetime, KeyResult]] = []
    for entry in entries:
        if entry.subject_id == key_result.id and entry.kind in (EntryKind.CREATED, EntryKind.AMENDED):
            promise = promise | {change.field: change.new for change in entry.changes}
            found.append((entry.at, as_promised(key_result=key_result, promise=promise)))
    return tuple(found) if len(found) > 1 else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaid:
    """A key result that is stored otherwise than the ledger says; `fields` are where (`state`: given up without an entry)."""

    key_result_id: str
    fields: tuple[str, ...]


def unsaid(*, entries: Sequence[Entry], key_results: Iterable[KeyResult]) -> tuple[Unsaid, ...]:
    """Return what was changed past the ledger; empty where replaying it gives exactly what is stored."""
    promises = replay(entries=entries)
    cancelled = {entry.subject_id for entry in entries if entry.kind is EntryKind.CANCELLED}
    found = []
    for row in key_results:
        said = promises.get(row.id, {})
        stored = promise_of(key_result=row)
        # Promises noted before a bound field was part of one don't name it.
        known = (
            PROMISED if "tracker_field_id" in said else tuple(each for each in PROMISED if each != "tracker_field_id")
        )
        differs = [field for field in known if field not in said or said[field] != stored[field]]
        if (row.state is KeyResultState.CANCELLED) is not (row.id in cancelled):
            differs.append("state")
        if differs:
            found.append(Unsaid(key_result_id=row.id, fields=tuple(differs)))
    return tuple(found)
