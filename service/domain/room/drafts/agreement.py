"""The team agrees to an objective, and may take that back; key results wait for it. Source: O-07, T-09."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import DomainError
from service.domain.room.act import Act, Stamp, words
from service.domain.room.drafts.objectives import require_drafting, require_objective
from service.domain.room.running import require_open
from service.domain.room.seats import require_console

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room


class ObjectivesNotAgreed(DomainError):
    """Key results wait until the team has agreed to its objectives. Source: O-07."""

    code: ClassVar[str] = "objectives_not_agreed"
    status: ClassVar[int] = 409


def require_agreed(*, room: Room, team_id: str) -> None:
    """Refuse key results of a team that has not agreed to all its objectives. Raises: ObjectivesNotAgreed."""
    waiting = [each for each in room.drafts.objectives(team_id=team_id) if not each.is_agreed]
    if waiting:
        raise ObjectivesNotAgreed(
            f"“{waiting[0].title}” is not agreed yet. Agree to the objectives first; the facilitator records it. (O-07)",
            field="objective_id",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeObjective(Act):
    """Record that the team agrees to an objective as it stands."""

    kind: ClassVar[str] = "agree_objective"
    summary: ClassVar[str] = "Record that the team agrees to an objective"
    said: ClassVar[str] = "Agreed"
    objective_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen, WrongStep, NotThere."""
        require_console(room=room, by=stamp.by)
        require_open(room=room)
        require_objective(room=room, objective_id=self.objective_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Mark it; a change of its words takes the mark off."""
        return _marked(room, self.objective_id, is_agreed=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenObjective(Act):
    """Take the agreement back: the objective is talked about again."""

    kind: ClassVar[str] = "reopen_objective"
    summary: ClassVar[str] = "Take the agreement to an objective back"
    said: ClassVar[str] = "Open again"
    objective_id: str
    reason: str = words(at_most=500)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen, NotThere."""
        require_console(room=room, by=stamp.by)
        require_open(room=room)
        require_objective(room=room, objective_id=self.objective_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Take the mark off."""
        return _marked(room, self.objective_id, is_agreed=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinDrafting(Act):
    """Say that one drafts along. Two or more per objective is what T-09 asks for."""

    kind: ClassVar[str] = "join_drafting"
    summary: ClassVar[str] = "Say that you draft an objective along"
    objective_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        require_drafting(room=room, by=stamp.by)
        require_objective(room=room, objective_id=self.objective_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Add the person once."""
        draft = room.drafts.objective(self.objective_id)
        if draft is None:
            return room
        contributors = tuple(dict.fromkeys((*draft.contributors, stamp.by)))
        return replace(room, drafts=room.drafts.with_objective(replace(draft, contributors=contributors)))


def _marked(room: Room, objective_id: str, *, is_agreed: bool) -> Room:
    draft = room.drafts.objective(objective_id)
    if draft is None:
        return room
    return replace(room, drafts=room.drafts.with_objective(replace(draft, is_agreed=is_agreed)))


ACTS = (AgreeObjective, ReopenObjective, JoinDrafting)
