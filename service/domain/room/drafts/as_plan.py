"""What is on the table as the rows it would become: for what compares it with the plans of other teams. Pure, no acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.domain.model import Direction, KeyResult, Objective, Tracker

if TYPE_CHECKING:
    from service.domain.room.drafts.shapes import KeyResultDraft, ObjectiveDraft
    from service.domain.room.room import Room


def objectives_of(room: Room) -> tuple[Objective, ...]:
    """Return the living objectives of a room as those of its cycle."""
    return tuple(_objective(each, room.session.cycle_id) for each in room.drafts.objectives())


def key_results_of(room: Room) -> tuple[KeyResult, ...]:
    """Return the living key results of a room."""
    return tuple(key_result_of(each) for each in room.drafts.key_results())


def _objective(draft: ObjectiveDraft, cycle_id: str) -> Objective:
    return Objective(
        id=draft.id,
        cycle_id=cycle_id,
        team_id=draft.team_id,
        title=draft.title,
        why=draft.why,
        parent_id=draft.parent_id,
        carried_from_id=draft.carried_from_id,
    )


def key_result_of(draft: KeyResultDraft) -> KeyResult:
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
