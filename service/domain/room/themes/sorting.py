"""Sorting by hand: start, rename, merge and dissolve themes, move a note. Whoever takes part may. Source: W-04."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import DomainError, NotThere
from service.domain.room.act import Act, Stamp, words
from service.domain.room.running import require_step
from service.domain.room.seats import require_part
from service.domain.room.steps import StepKind
from service.domain.room.themes.shapes import Theme

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

SORTED_IN = (StepKind.THEMES, StepKind.CHOOSE, StepKind.OBJECTIVES)
"""Late notes come until the objectives are chosen; agendas without a step for choosing do it beside the objectives."""


class ThemesVotedOn(DomainError):
    """Dots lie on the themes; taking one away would move votes."""

    code: ClassVar[str] = "themes_voted_on"
    status: ClassVar[int] = 409


class SameTheme(DomainError):
    """A theme is to be merged with itself."""

    code: ClassVar[str] = "same_theme"


def may_sort(*, room: Room, by: str) -> None:
    """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep."""
    require_part(room=room, by=by)
    require_step(room=room, kinds=SORTED_IN, doing="Notes are sorted")


def require_unvoted(room: Room) -> None:
    """Refuse to take a theme away from under the votes. Raises: ThemesVotedOn."""
    if room.dots.is_begun:
        raise ThemesVotedOn("Dots lie on the themes. Rename it, or let the facilitator start the vote anew first.")


def require_theme(*, room: Room, theme_id: str, field: str = "theme_id") -> Theme:
    """Return a theme. Raises: NotThere."""
    theme = room.themes.find(theme_id)
    if theme is None:
        raise NotThere("This theme is gone; somebody merged or dissolved it.", field=field)
    return theme


def _require_notes(*, room: Room, note_ids: tuple[str, ...]) -> None:
    if any(room.notes.find(note_id) is None for note_id in note_ids):
        raise NotThere("There is no such note; it may have been taken back.", field="note_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class StartTheme(Act):
    """Start a theme, with notes from wherever they lie: taken from another theme, this splits it."""

    kind: ClassVar[str] = "start_theme"
    summary: ClassVar[str] = "Start a theme, also with notes of another"
    name: str = words(at_most=80)
    note_ids: tuple[str, ...] = ()

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        may_sort(room=room, by=stamp.by)
        _require_notes(room=room, note_ids=self.note_ids)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Add it."""
        held = tuple(dict.fromkeys(each for each in self.note_ids if room.notes.find(each)))
        return replace(room, themes=room.themes.started(Theme(id=stamp.act_id, name=self.name, note_ids=held)))


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameTheme(Act):
    """Give a theme another name."""

    kind: ClassVar[str] = "rename_theme"
    summary: ClassVar[str] = "Rename a theme"
    theme_id: str
    name: str = words(at_most=80)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        may_sort(room=room, by=stamp.by)
        require_theme(room=room, theme_id=self.theme_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Put the name in."""
        return replace(room, themes=room.themes.changed(self.theme_id, name=self.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveNote(Act):
    """Move a note to a theme; without one it lies loose."""

    kind: ClassVar[str] = "move_note"
    summary: ClassVar[str] = "Move a note to a theme, or out of all"
    note_id: str
    theme_id: str = ""

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        may_sort(room=room, by=stamp.by)
        _require_notes(room=room, note_ids=(self.note_id,))
        if self.theme_id:
            require_theme(room=room, theme_id=self.theme_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Take it from where it lay and put it there; one that lies there already stays in its place."""
        here = room.themes.of_note(self.note_id)
        if room.notes.find(self.note_id) is None or (here is not None and here.id == self.theme_id):
            return room
        return replace(room, themes=room.themes.moved(note_ids=(self.note_id,), theme_id=self.theme_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeThemes(Act):
    """Put all notes of a theme into another one."""

    kind: ClassVar[str] = "merge_themes"
    summary: ClassVar[str] = "Merge a theme into another"
    said: ClassVar[str] = "Merged"
    theme_id: str
    into_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere, SameTheme, ThemesVotedOn."""
        may_sort(room=room, by=stamp.by)
        require_theme(room=room, theme_id=self.theme_id)
        require_theme(room=room, theme_id=self.into_id, field="into_id")
        require_unvoted(room)
        if self.theme_id == self.into_id:
            raise SameTheme("Choose another theme to merge it into.", field="into_id")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Move the notes; the emptied theme goes."""
        emptied, into = room.themes.find(self.theme_id), room.themes.find(self.into_id)
        if emptied is None or into is None or emptied == into:
            return room
        moved = room.themes.moved(note_ids=emptied.note_ids, theme_id=into.id)
        return replace(room, themes=moved.without(emptied.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class DissolveTheme(Act):
    """Take a theme away; its notes lie loose and stay."""

    kind: ClassVar[str] = "dissolve_theme"
    summary: ClassVar[str] = "Dissolve a theme; its notes stay"
    said: ClassVar[str] = "Theme dissolved; its notes are kept"
    theme_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere, ThemesVotedOn."""
        may_sort(room=room, by=stamp.by)
        require_theme(room=room, theme_id=self.theme_id)
        require_unvoted(room)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Remove it."""
        return replace(room, themes=room.themes.without(self.theme_id))


ACTS = (StartTheme, RenameTheme, MoveNote, MergeThemes, DissolveTheme)
