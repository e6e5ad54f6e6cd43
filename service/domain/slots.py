"""Which Jira field shows a key result: a free slot of the epic, or a number field of its own. Source: design section 5."""

from collections.abc import Iterable
from typing import ClassVar, Final

from service.domain.errors import DomainError
from service.domain.model import KeyResult, KeyResultState

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
