"""Silent individual notes: nobody sees another's until the step ends; nothing that was written is lost. Source: W-03, G-08."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import DomainError, NotThere
from service.domain.room.act import Act, Stamp, words
from service.domain.room.running import WrongStep, require_open
from service.domain.room.seats import require_part
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.room.clock import Agenda
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

LATE_KINDS = frozenset({StepKind.NOTES, StepKind.THEMES, StepKind.CHOOSE})
"""Where a note may still be handed in: what was being typed when the time ran out must not be lost."""


class Prompt(StrEnum):
    """What a note answers, if its author says so. Source: G-08."""

    OBSTACLE = "obstacle"
    OPPORTUNITY = "opportunity"
    OUTCOME = "outcome"


class NoteShown(DomainError):
    """Others have seen the note already."""

    code: ClassVar[str] = "note_shown"
    status: ClassVar[int] = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One idea of one person. `is_late`: handed in when the silent step was over."""

    id: str
    step_id: str
    author: str
    text: str
    at: datetime
    is_late: bool = False
    prompt: Prompt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """All notes of a room in the order in which they came."""

    all: tuple[Note, ...] = ()

    def find(self, note_id: str) -> Note | None:
        """Return a note, or None."""
        return next((note for note in self.all if note.id == note_id), None)

    def is_shown(self, note: Note, *, agenda: Agenda) -> bool:
        """Tell whether others may see a note: not while the silent run it was written in goes on."""
        run = agenda.run
        return run is None or run.step_id != note.step_id or note.at < run.started_at

    def seen_by(self, account_id: str, *, agenda: Agenda) -> tuple[Note, ...]:
        """Return the notes that a person may see."""
        return tuple(note for note in self.all if note.author == account_id or self.is_shown(note, agenda=agenda))


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteNote(Act):
    """Write down one idea."""

    kind: ClassVar[str] = "write_note"
    summary: ClassVar[str] = "Write a note"
    text: str = words(at_most=500)
    prompt: Prompt | None = None

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep."""
        require_part(room=room, by=stamp.by)
        step = require_open(room=room)
        is_after_silence = step.kind in LATE_KINDS and _silent_step_id(room) is not None
        if step.kind is not StepKind.NOTES and not is_after_silence:
            raise WrongStep(f"Notes are written in a silent step; now “{step.title}” runs.")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep it."""
        step = room.agenda.step
        is_late = step is None or step.kind is not StepKind.NOTES
        step_id = _silent_step_id(room) if is_late or step is None else step.id
        note = Note(
            id=stamp.act_id,
            step_id=step_id or "",
            author=stamp.by,
            text=self.text,
            at=stamp.at,
            is_late=is_late,
            prompt=self.prompt,
        )
        return replace(room, notes=replace(room.notes, all=(*room.notes.all, note)))


@dataclass(frozen=True, slots=True, kw_only=True)
class EditNote(Act):
    """Change one's own note while nobody else has seen it."""

    kind: ClassVar[str] = "edit_note"
    summary: ClassVar[str] = "Change your own note"
    note_id: str
    text: str = words(at_most=500)
    prompt: Prompt | None = None

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotThere, NoteShown."""
        _require_own_hidden(room=room, by=stamp.by, note_id=self.note_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Put the new words in."""
        changed = tuple(
            replace(note, text=self.text, prompt=self.prompt) if note.id == self.note_id else note
            for note in room.notes.all
        )
        return replace(room, notes=replace(room.notes, all=changed))


@dataclass(frozen=True, slots=True, kw_only=True)
class TearNote(Act):
    """Take one's own note back while nobody else has seen it."""

    kind: ClassVar[str] = "tear_note"
    summary: ClassVar[str] = "Take your own note back"
    note_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotThere, NoteShown."""
        _require_own_hidden(room=room, by=stamp.by, note_id=self.note_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Remove it."""
        kept = tuple(note for note in room.notes.all if note.id != self.note_id)
        return replace(room, notes=replace(room.notes, all=kept))


def _silent_step_id(room: Room) -> str | None:
    ran = [run.step_id for run in room.agenda.runs]
    silent = [step.id for step in room.agenda.steps if step.kind is StepKind.NOTES and step.id in ran]
    return silent[-1] if silent else None


def _require_own_hidden(*, room: Room, by: str, note_id: str) -> None:
    note = room.notes.find(note_id)
    if note is None or note.author != by:
        raise NotThere("There is no such note of yours; it may have been taken back already.")
    if room.notes.is_shown(note, agenda=room.agenda):
        raise NoteShown("Others have seen this note, so it stays. Write another one beside it.")


ACTS = (WriteNote, EditNote, TearNote)
