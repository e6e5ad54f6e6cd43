"""The acts on key results that are being drafted. Locked until the objectives are agreed. Source: O-07, M-14, O-08, G-03."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import NotThere
from service.domain.model import Commitment, Direction, Tracker, TrackerKind
from service.domain.room.act import Act, Stamp, optional_words, words
from service.domain.room.drafts.agreement import require_agreed
from service.domain.room.drafts.as_model import require_sound
from service.domain.room.drafts.judged import is_output, known_of
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


def require_drafting(*, room: Room, by: str) -> None:
    """Refuse whoever may not draft key results now. Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep."""
    require_part(room=room, by=by)
    require_reached(room=room, kinds=FROM, doing="Key results are drafted")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said(Act):
    """What a person says of a key result, whether it is new on the table or changed."""

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
    tracked_by: TrackerKind | None = None
    jql: str = optional_words()
    field_id: str = optional_words(at_most=64)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftKeyResult(_Said):
    """Put a key result under an objective. Units: numbers in `unit`, a percentage 0–100.

    `tracked_by` says where its value will come from; `jql` or `field_id` name it, where it is that kind.
    """

    kind: ClassVar[str] = "draft_key_result"
    summary: ClassVar[str] = "Put a key result on the table"
    objective_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere, ObjectivesNotAgreed, DueOutsideCycle, and what
        its numbers contradict.
        """
        require_drafting(room=room, by=stamp.by)
        objective = require_objective(room=room, objective_id=self.objective_id)
        require_agreed(room=room, team_id=objective.team_id)
        require_sound(draft=_filled(_blank(stamp, self.objective_id), self), cycle=facts.cycle)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Add it."""
        return replace(
            room, drafts=room.drafts.with_key_result(_counted(_filled(_blank(stamp, self.objective_id), self)))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EditKeyResult(_Said):
    """Change a key result on the table; what is not given becomes empty, as the form shows it."""

    kind: ClassVar[str] = "edit_key_result"
    summary: ClassVar[str] = "Change a key result on the table"
    key_result_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere, ObjectivesNotAgreed, DueOutsideCycle, and what
        its numbers contradict.
        """
        require_drafting(room=room, by=stamp.by)
        draft = require_key_result(room=room, key_result_id=self.key_result_id)
        objective = require_objective(room=room, objective_id=draft.objective_id)
        require_agreed(room=room, team_id=objective.team_id)
        require_sound(draft=_filled(draft, self), cycle=facts.cycle)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Put the new words and numbers in."""
        draft = room.drafts.key_result(self.key_result_id)
        if draft is None:
            return room
        return replace(room, drafts=room.drafts.with_key_result(_counted(_filled(draft, self))))


def _blank(stamp: Stamp, objective_id: str) -> KeyResultDraft:
    return KeyResultDraft(id=stamp.act_id, objective_id=objective_id, title="", author=stamp.by)


def _filled(draft: KeyResultDraft, act: _Said) -> KeyResultDraft:
    return replace(
        draft,
        title=act.title,
        direction=act.direction,
        baseline=act.baseline,
        target=act.target,
        unit=act.unit,
        lower=act.lower,
        upper=act.upper,
        due_on=act.due_on,
        baseline_source=act.baseline_source,
        baseline_on=act.baseline_on,
        commitment=act.commitment,
        tracker=_tracker(act),
    )


def _tracker(act: _Said) -> Tracker | None:
    if act.tracked_by is None:
        return None
    return Tracker(
        kind=act.tracked_by,
        jql=act.jql or None if act.tracked_by is TrackerKind.JQL else None,
        field_id=act.field_id or None if act.tracked_by is TrackerKind.FIELD else None,
    )


def _counted(draft: KeyResultDraft) -> KeyResultDraft:
    """Return the draft with one more challenge if it was entered as an output: every time, not once. Source: M-02."""
    asked = is_output(kind="kr", text=draft.title, known=known_of(draft))
    return replace(draft, challenges=draft.challenges + asked)


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
        require_drafting(room=room, by=stamp.by)
        require_key_result(room=room, key_result_id=self.key_result_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Mark it as dropped."""
        draft = room.drafts.key_result(self.key_result_id)
        if draft is None:
            return room
        return replace(room, drafts=room.drafts.with_key_result(replace(draft, dropped_because=self.reason)))


ACTS = (DraftKeyResult, EditKeyResult, DropKeyResult)
