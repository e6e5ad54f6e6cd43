"""What is on the table, as the doctrines see it: the bridge from a room to the second opinion. Pure, no acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.domain.second_opinion import DraftKeyResult, DraftObjective, DraftSet

if TYPE_CHECKING:
    from service.domain.model import Team
    from service.domain.room.drafts.shapes import KeyResultDraft
    from service.domain.room.room import Room


def draft_set(room: Room, team: Team) -> DraftSet:
    """Return a team's living drafts as a set. Units: confidence 0.0–1.0, the median of the room's revealed votes."""
    objectives = tuple(
        DraftObjective(
            id=each.id,
            text=each.title,
            owner=each.owner,
            key_results=tuple(_key_result(room, draft) for draft in room.drafts.key_results(objective_id=each.id)),
        )
        for each in room.drafts.objectives(team_id=team.id)
    )
    return DraftSet(kind=team.kind, objectives=objectives)


def _key_result(room: Room, draft: KeyResultDraft) -> DraftKeyResult:
    return DraftKeyResult(
        id=draft.id,
        text=draft.title,
        baseline=draft.baseline,
        target=draft.target,
        unit=draft.unit,
        due_on=draft.due_on,
        owner=draft.owner,
        confidence=room.ballots.of(draft).median,
        commitment=draft.commitment,
        is_waived=draft.waiver is not None,
    )
