"""What is on the table as the rows it would become: for what compares it with the plans of other teams. Pure, no acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.domain.model import KeyResult, Objective
from service.domain.room.drafts.as_model import as_key_result

if TYPE_CHECKING:
    from service.domain.room.drafts.shapes import ObjectiveDraft
    from service.domain.room.room import Room


def objectives_of(room: Room) -> tuple[Objective, ...]:
    """Return the living objectives of a room as those of its cycle."""
    return tuple(_objective(each, room.session.cycle_id) for each in room.drafts.objectives())


def key_results_of(room: Room) -> tuple[KeyResult, ...]:
    """Return the living key results of a room."""
    return tuple(as_key_result(each) for each in room.drafts.key_results())


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
