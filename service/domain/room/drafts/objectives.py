"""The acts on objectives that are being drafted: put on the table, change, take off, agree. Source: O-07, M-13, G-01, T-06."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import NotThere
from service.domain.room.act import Act, Stamp, optional_words, words
from service.domain.room.drafts.judged import is_output
from service.domain.room.drafts.shapes import ObjectiveDraft
from service.domain.room.north_star import require_north_star
from service.domain.room.running import require_reached
from service.domain.room.seats import require_part
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

FROM = frozenset({StepKind.CHOOSE, StepKind.OBJECTIVES})


def require_objective(*, room: Room, objective_id: str) -> ObjectiveDraft:
    """Return a living draft. Raises: NotThere."""
    draft = room.drafts.objective(objective_id)
    if draft is None:
        raise NotThere("This objective is not on the table (any more).", field="objective_id")
    return draft


def require_drafting(*, room: Room, by: str) -> None:
    """Refuse whoever may not draft now. Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep."""
    require_part(room=room, by=by)
    require_reached(room=room, kinds=FROM, doing="Objectives are drafted")


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftObjective(Act):
    """Put an objective on the table."""

    kind: ClassVar[str] = "draft_objective"
    summary: ClassVar[str] = "Put an objective on the table"
    team_id: str
    title: str = words(at_most=255)
    why: str = optional_words()
    outcome: str = optional_words()
    need: str = optional_words()
    came_from: str = optional_words(at_most=64)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere, NorthStarMissing."""
        require_drafting(room=room, by=stamp.by)
        team = facts.team(self.team_id)
        if team is None:
            raise NotThere("This team does not take part in the session.", field="team_id")
        require_north_star(room=room, facts=facts, team=team)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Add it."""
        draft = ObjectiveDraft(
            id=stamp.act_id,
            drafted_at=stamp.at,
            team_id=self.team_id,
            title=self.title,
            author=stamp.by,
            why=self.why,
            outcome=self.outcome,
            need=self.need,
            came_from=self.came_from,
            contributors=(stamp.by,),
            challenges=int(is_output(kind="objective", text=self.title)),
        )
        return replace(room, drafts=room.drafts.with_objective(draft))


@dataclass(frozen=True, slots=True, kw_only=True)
class EditObjective(Act):
    """Change the words; whoever does has drafted it too, and it must be agreed again."""

    kind: ClassVar[str] = "edit_objective"
    summary: ClassVar[str] = "Change an objective on the table"
    objective_id: str
    title: str = words(at_most=255)
    why: str = optional_words()
    outcome: str = optional_words()
    need: str = optional_words()

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        require_drafting(room=room, by=stamp.by)
        require_objective(room=room, objective_id=self.objective_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Put the words in."""
        draft = room.drafts.objective(self.objective_id)
        if draft is None:
            return room
        contributors = tuple(dict.fromkeys((*draft.contributors, stamp.by)))
        changed = replace(
            draft,
            title=self.title,
            why=self.why,
            outcome=self.outcome,
            need=self.need,
            contributors=contributors,
            is_agreed=draft.is_agreed and draft.title == self.title,
            challenges=draft.challenges + is_output(kind="objective", text=self.title),
        )
        return replace(room, drafts=room.drafts.with_objective(changed))


@dataclass(frozen=True, slots=True, kw_only=True)
class DropObjective(Act):
    """Take an objective off the table, with its key results; the reason stays in the record."""

    kind: ClassVar[str] = "drop_objective"
    summary: ClassVar[str] = "Take an objective off the table"
    said: ClassVar[str] = "Taken off the table"
    objective_id: str
    reason: str = words(at_most=500)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        require_drafting(room=room, by=stamp.by)
        require_objective(room=room, objective_id=self.objective_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Mark it as dropped."""
        draft = room.drafts.objective(self.objective_id)
        if draft is None:
            return room
        return replace(room, drafts=room.drafts.with_objective(replace(draft, dropped_because=self.reason)))


ACTS = (DraftObjective, EditObjective, DropObjective)
