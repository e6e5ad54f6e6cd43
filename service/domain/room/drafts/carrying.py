"""Go on with an objective of an earlier cycle that was not finished. Source: T-02, G-15."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import DomainError, NotThere
from service.domain.room.act import Act, Stamp, words
from service.domain.room.drafts.objectives import require_drafting
from service.domain.room.drafts.shapes import ObjectiveDraft
from service.domain.room.north_star import require_north_star

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room


class CarriedAlready(DomainError):
    """An earlier objective goes on once."""

    code: ClassVar[str] = "carried_already"
    status: ClassVar[int] = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryObjective(Act):
    """Put an unfinished objective of an earlier cycle on the table; its words may be changed as those of any draft."""

    kind: ClassVar[str] = "carry_objective"
    summary: ClassVar[str] = "Go on with an unfinished objective"
    said: ClassVar[str] = "Carried over"
    carried_from_id: str
    team_id: str
    title: str = words(at_most=255)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere, NorthStarMissing, CarriedAlready."""
        require_drafting(room=room, by=stamp.by)
        team = facts.team(self.team_id)
        if team is None or all(each.id != self.carried_from_id for each in facts.unfinished):
            raise NotThere("This is no unfinished objective of a team in this session.", field="carried_from_id")
        require_north_star(room=room, facts=facts, team=team)
        if any(each.carried_from_id == self.carried_from_id for each in room.drafts.objectives()):
            raise CarriedAlready("This objective is on the table already.", field="carried_from_id")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Add it with its way back."""
        draft = ObjectiveDraft(
            id=stamp.act_id,
            drafted_at=stamp.at,
            team_id=self.team_id,
            title=self.title,
            author=stamp.by,
            contributors=(stamp.by,),
            carried_from_id=self.carried_from_id,
        )
        return replace(room, drafts=room.drafts.with_objective(draft))


ACTS = (CarryObjective,)
