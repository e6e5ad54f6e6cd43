"""What keeps running is watched, not promised: moving a draft to the health list. Source: M-05, T-12."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import NotThere
from service.domain.room.act import Act, Stamp
from service.domain.room.drafts.objectives import require_drafting
from service.domain.room.drafts.shapes import HealthMetric

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

BECAUSE = "Moved to the health list"


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveToHealth(Act):
    """Take an objective or a key result off the table and keep it on the team's health list."""

    kind: ClassVar[str] = "move_to_health"
    summary: ClassVar[str] = "Move a draft to the health list"
    said: ClassVar[str] = "Moved to the health list"
    draft_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        require_drafting(room=room, by=stamp.by)
        if room.drafts.objective(self.draft_id) is None and room.drafts.key_result(self.draft_id) is None:
            raise NotThere("This is not on the table (any more).", field="draft_id")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Move it."""
        drafts, key_result = room.drafts, room.drafts.key_result(self.draft_id)
        objective = drafts.objective(key_result.objective_id if key_result else self.draft_id)
        if objective is None:
            return room
        if key_result is not None:
            drafts = drafts.with_key_result(replace(key_result, dropped_because=BECAUSE))
        else:
            drafts = drafts.with_objective(replace(objective, dropped_because=BECAUSE))
        title = (key_result or objective).title
        kept = HealthMetric(id=self.draft_id, team_id=objective.team_id, title=title, by=stamp.by)
        return replace(room, drafts=replace(drafts, health=(*drafts.health, kept)))


ACTS = (MoveToHealth,)
