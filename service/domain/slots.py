"""Which Jira field shows a key result: a free slot of the epic, or a number field of its own. Source: design section 5."""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar, Final

from service.domain.errors import DomainError
from service.domain.model import KeyResult, KeyResultState, Tracker

SLOTS: Final = (1, 2, 3, 4, 5)


class SlotsFull(DomainError):
    """All five slot fields of the epic are in use."""

    code: ClassVar[str] = "slots_full"
    status: ClassVar[int] = 409


class FieldTaken(DomainError):
    """The number field already tracks another key result of the same epic."""

    code: ClassVar[str] = "field_taken"
    status: ClassVar[int] = 409


def next_slot(*, key_results: Iterable[KeyResult]) -> int:
    """Return the lowest slot that no active key result of the objective uses.

    Raises: SlotsFull.
    """
    slot = free_slot(key_results=key_results)
    if slot is None:
        raise SlotsFull(
            "All five fields KR 1 to KR 5 of this epic are in use. Bind the key result to an existing number field, "
            "or cancel one of the five.",
            field="field",
        )
    return slot


def free_slot(*, key_results: Iterable[KeyResult]) -> int | None:
    """Return the lowest slot that no active key result of the objective uses; None where all five are in use."""
    taken = {each.tracker.slot for each in key_results if each.state is KeyResultState.ACTIVE}
    return next((slot for slot in SLOTS if slot not in taken), None)


def require_free_field(*, field_id: str, key_results: Iterable[KeyResult], key_result_id: str | None = None) -> None:
    """Refuse a field that another active key result of the objective is bound to.

    Raises: FieldTaken, naming the other key result.
    """
    for other in key_results:
        is_other = other.id != key_result_id and other.state is KeyResultState.ACTIVE
        if is_other and other.tracker.field_id == field_id:
            raise FieldTaken(
                f"The field {field_id} already tracks the key result “{other.title}” of this epic. Choose another "
                "number field, or leave it out to take the next free slot.",
                field="field",
            )


def with_place(*, tracker: Tracker, before: KeyResult, key_results: Iterable[KeyResult]) -> Tracker:
    """Return a changed tracker with the field that shows it: the one it binds, else the slot it has, else the lowest free one.

    `before` is the key result with its old tracker, `key_results` are all of its objective. What was seen stays where the
    field stays. One that waits without a field may go on waiting. Raises: FieldTaken, SlotsFull.
    """
    old = before.tracker
    if tracker.field_id is not None:
        require_free_field(field_id=tracker.field_id, key_results=key_results, key_result_id=before.id)
        stays = tracker.field_id == old.field_id
        return replace(tracker, seen=stays and old.seen, seen_value=old.seen_value if stays else None)
    if old.slot is not None:
        return replace(tracker, slot=old.slot, seen=old.seen, seen_value=old.seen_value)
    slot = next_slot(key_results=key_results) if old.field_id is not None else free_slot(key_results=key_results)
    return replace(tracker, slot=slot)


def heirs(*, key_results: Iterable[KeyResult], left: Iterable[KeyResult] = ()) -> tuple[KeyResult, ...]:
    """Return the active key results that wait without a field, each with a free slot, while there is one.

    `left` are key results that gave up a slot: it still shows their number, so the heir knows that number as seen, and does
    not take it for its own.
    """
    rows = list(key_results)
    last_seen = {each.tracker.slot: each.tracker for each in left if each.tracker.slot is not None}
    found: list[KeyResult] = []
    for position, each in enumerate(rows):
        if each.state is not KeyResultState.ACTIVE or each.tracker.slot or each.tracker.field_id is not None:
            continue
        slot = free_slot(key_results=rows)
        if slot is None:
            break
        was = last_seen.get(slot, Tracker())
        rows[position] = replace(
            each, tracker=replace(each.tracker, slot=slot, seen=was.seen, seen_value=was.seen_value)
        )
        found.append(rows[position])
    return tuple(found)
