"""What an objective contributes to: proposed by the team below, active once that team has agreed. Nobody assigns.

Source: W-11; G-07.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import DomainError, NotThere
from service.domain.model import TeamKind
from service.domain.room.act import Act, Stamp, optional_words
from service.domain.room.drafts.objectives import require_drafting, require_objective
from service.domain.room.running import require_open
from service.domain.room.seats import require_console

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.domain.room.drafts.shapes import ObjectiveDraft
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room


class NothingProposed(DomainError):
    """There is no proposal to answer."""

    code: ClassVar[str] = "nothing_proposed"
    status: ClassVar[int] = 409


def parents_for(*, room: Room, facts: Facts, draft: ObjectiveDraft) -> Mapping[str, str]:
    """Return the titles of what an objective may contribute to, by id: promised ones above it, and the company's drafts here."""
    company = {team.id for team in facts.teams if team.kind is TeamKind.COMPANY}
    found = {each.id: each.title for each in facts.above if each.team_id != draft.team_id}
    if draft.team_id not in company:
        found |= {each.id: each.title for each in room.drafts.objectives() if each.team_id in company}
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeParent(Act):
    """Offer to contribute to an objective above; an earlier link waits until the team has agreed again."""

    kind: ClassVar[str] = "propose_parent"
    summary: ClassVar[str] = "Propose what an objective contributes to"
    said: ClassVar[str] = "Proposed to the team"
    objective_id: str
    parent_id: str
    because: str = optional_words(at_most=500)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        require_drafting(room=room, by=stamp.by)
        draft = require_objective(room=room, objective_id=self.objective_id)
        if self.parent_id not in parents_for(room=room, facts=facts, draft=draft):
            raise NotThere("This is no objective above the team's in this cycle.", field="parent_id")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep the proposal."""
        return _put(
            room,
            self.objective_id,
            parent_id=None,
            proposed_parent_id=self.parent_id,
            proposed_because=self.because,
            proposed_by=stamp.by,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeParent(Act):
    """Record that the team agrees to contribute."""

    kind: ClassVar[str] = "agree_parent"
    summary: ClassVar[str] = "Record that the team agrees to contribute upward"
    said: ClassVar[str] = "The team contributes"
    objective_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen, NotThere, NothingProposed."""
        _require_proposal(room, stamp.by, self.objective_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Make the link."""
        draft = room.drafts.objective(self.objective_id)
        proposed = draft.proposed_parent_id if draft else None
        return _put(room, self.objective_id, parent_id=proposed, proposed_parent_id=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineParent(Act):
    """Record that the team does not contribute; the link, or the proposal, goes."""

    kind: ClassVar[str] = "decline_parent"
    summary: ClassVar[str] = "Record that the team does not contribute upward"
    said: ClassVar[str] = "Stands by itself"
    objective_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen, NotThere."""
        require_console(room=room, by=stamp.by)
        require_open(room=room)
        require_objective(room=room, objective_id=self.objective_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Take both away."""
        return _put(room, self.objective_id, parent_id=None, proposed_parent_id=None)


def _require_proposal(room: Room, by: str, objective_id: str) -> None:
    require_console(room=room, by=by)
    require_open(room=room)
    if require_objective(room=room, objective_id=objective_id).proposed_parent_id is None:
        raise NothingProposed("Nothing is proposed for this objective. Somebody of the team proposes first.")


def _put(room: Room, objective_id: str, **changes: str | None) -> Room:
    draft = room.drafts.objective(objective_id)
    if draft is None:
        return room
    return replace(room, drafts=room.drafts.with_objective(replace(draft, **changes)))  # type: ignore[arg-type]


ACTS = (ProposeParent, AgreeParent, DeclineParent)
