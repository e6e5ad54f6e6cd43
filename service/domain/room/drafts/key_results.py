"""The acts on key results that are being drafted. Locked until the objectives are agreed. Source: O-07, M-14, O-08, G-03."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import NotThere
from service.domain.model import Commitment, Direction
from service.domain.room.act import Act, Stamp, optional_words, words
from service.domain.room.drafts.objectives import require_objective
from service.domain.room.drafts.shapes import KeyResultDraft
from service.domain.room.running import require_reached
from service.domain.room.seats import require_part
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

FROM = frozenset({StepKind.KEY_RESULTS})


def require_key_result(*, room: Room, key_result_id: str) -> KeyResultDraft:
    """Return a living draft. Raises: NotThere."""
    draft = room.drafts.key_result(key_result_id)
    if draft is None:
        raise NotThere("This key result is not on the table (any more).", field="key_result_id")
    return draft


def _may_draft(room: Room, by: str) -> None:
    require_part(room=room, by=by)
    require_reached(room=room, kinds=FROM, doing="Key results are drafted")


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftKeyResult(Act):
    """Put a key result under an objective. Units: numbers in `unit`, a percentage 0–100."""

    kind: ClassVar[str] = "draft_key_result"
    summary: ClassVar[str] = "Put a key result on the table"
    objective_id: str
    title: str = words(at_most=255)
    direction: Direction = Direction.INCREASE
    baseline: float | None = None
    target: float | None = None
    unit: str = optional_words(at_most=30)
    lower: float | None = None
    upper: float | None = None
    due_on: date | None = None
    baseline_source: str = optional_words(at_most=255)
    baseline_on: date | None = None
    commitment: Commitment | None = None

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        _may_draft(room, stamp.by)
        require_objective(room=room, objective_id=self.objective_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Add it."""
        draft = KeyResultDraft(
            id=stamp.act_id,
            objective_id=self.objective_id,
            title=self.title,
            author=stamp.by,
            direction=self.direction,
            baseline=self.baseline,
            target=self.target,
            unit=self.unit,
            lower=self.lower,
            upper=self.upper,
            due_on=self.due_on,
            baseline_source=self.baseline_source,
            baseline_on=self.baseline_on,
            commitment=self.commitment,
        )
        return replace(room, drafts=room.drafts.with_key_result(draft))


@dataclass(frozen=True, slots=True, kw_only=True)
class EditKeyResult(Act):
    """Change a key result on the table; what is not given becomes empty, as the form shows it."""

    kind: ClassVar[str] = "edit_key_result"
    summary: ClassVar[str] = "Change a key result on the table"
    key_result_id: str
    title: str = words(at_most=255)
    direction: Direction = Direction.INCREASE
    baseline: float | None = None
    target: float | None = None
    unit: str = optional_words(at_most=30)
    lower: float | None = None
    upper: float | None = None
    due_on: date | None = None
    baseline_source: str = optional_words(at_most=255)
    baseline_on: date | None = None
    commitment: Commitment | None = None

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        _may_draft(room, stamp.by)
        require_key_result(room=room, key_result_id=self.key_result_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Put the new words and numbers in."""
        draft = room.drafts.key_result(self.key_result_id)
        if draft is None:
            return room
        changed = replace(
            draft,
            title=self.title,
            direction=self.direction,
            baseline=self.baseline,
            target=self.target,
            unit=self.unit,
            lower=self.lower,
            upper=self.upper,
            due_on=self.due_on,
            baseline_source=self.baseline_source,
            baseline_on=self.baseline_on,
            commitment=self.commitment,
        )
        return replace(room, drafts=room.drafts.with_key_result(changed))


@dataclass(frozen=True, slots=True, kw_only=True)
class DropKeyResult(Act):
    """Take a key result off the table; the reason stays in the record."""

    kind: ClassVar[str] = "drop_key_result"
    summary: ClassVar[str] = "Take a key result off the table"
    said: ClassVar[str] = "Taken off the table"
    key_result_id: str
    reason: str = words(at_most=500)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        _may_draft(room, stamp.by)
        require_key_result(room=room, key_result_id=self.key_result_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Mark it as dropped."""
        draft = room.drafts.key_result(self.key_result_id)
        if draft is None:
            return room
        return replace(room, drafts=room.drafts.with_key_result(replace(draft, dropped_because=self.reason)))


ACTS = (DraftKeyResult, EditKeyResult, DropKeyResult)
