"""A draft as the key result it would become: for the rules that speak of key results. Pure, no acts."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import DomainError
from service.domain.key_results_rules import NumberMissing, require_key_result
from service.domain.model import Direction, KeyResult, Tracker

if TYPE_CHECKING:
    from service.domain.model import Cycle
    from service.domain.room.drafts.shapes import KeyResultDraft


class DueOutsideCycle(DomainError):
    """A key result is due when its cycle is not on. Source: G-03."""

    code: ClassVar[str] = "due_outside_cycle"


def as_key_result(draft: KeyResultDraft) -> KeyResult:
    """Return the key result that a draft stands for."""
    is_binary = draft.direction is Direction.BINARY
    return KeyResult(
        id=draft.id,
        objective_id=draft.objective_id,
        title=draft.title,
        direction=draft.direction,
        baseline=0.0 if is_binary else draft.baseline,
        target=1.0 if is_binary else draft.target,
        unit=draft.unit,
        lower=draft.lower,
        upper=draft.upper,
        owner=draft.owner,
        due_on=draft.due_on,
        tracker=draft.tracker or Tracker(),
        commitment=draft.commitment,
        is_enabler=draft.waiver is not None,
    )


def number_missing(draft: KeyResultDraft) -> NumberMissing | None:
    """Return what the draft still lacks before it can be measured, or None."""
    try:
        require_key_result(key_result=as_key_result(draft))
    except NumberMissing as missing:
        return missing
    except DomainError:
        return None
    return None


def require_sound(*, draft: KeyResultDraft, cycle: Cycle) -> None:
    """Refuse numbers that contradict each other; those that are still missing may follow.

    Raises: DueOutsideCycle, and what `require_key_result` raises but NumberMissing.
    """
    with contextlib.suppress(NumberMissing):
        require_key_result(key_result=as_key_result(draft))
    if draft.due_on is not None and not cycle.starts_on <= draft.due_on <= cycle.ends_on:
        raise DueOutsideCycle(
            f"{cycle.name} runs from {cycle.starts_on} to {cycle.ends_on}. Choose a day within it.", field="due_on"
        )
