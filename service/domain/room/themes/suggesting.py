"""The suggested groups, and accepting them with one press. A suggestion is never a theme by itself. Source: W-04."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import DomainError
from service.domain.room.act import Act, Stamp, words
from service.domain.room.grouping import Group, grouped
from service.domain.room.themes.shapes import Theme
from service.domain.room.themes.sorting import may_sort

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room


class NothingToGroup(DomainError):
    """Somebody else was faster; every note of the groups has a theme."""

    code: ClassVar[str] = "nothing_to_group"
    status: ClassVar[int] = 409


def suggested(room: Room) -> tuple[Group, ...]:
    """Return the groups that the notes without a theme may form."""
    return grouped({note.id: note.text for note in room.themes.loose(room.notes.all)})


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeGroup:
    """A group as it was shown to whoever accepted it; the log must not depend on how suggestions are made later."""

    name: str = words(at_most=80)
    note_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptGroups(Act):
    """Make themes of suggested groups. Notes that have found a theme in the meantime stay there."""

    kind: ClassVar[str] = "accept_groups"
    summary: ClassVar[str] = "Make themes of suggested groups"
    said: ClassVar[str] = "Groups accepted"
    groups: tuple[ThemeGroup, ...]

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NothingToGroup."""
        may_sort(room=room, by=stamp.by)
        loose = {note.id for note in room.themes.loose(room.notes.all)}
        if not any(note_id in loose for group in self.groups for note_id in group.note_ids):
            raise NothingToGroup("All of these notes have a theme already; somebody else was faster.")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Start a theme for each group that still has notes."""
        themes = room.themes
        for number, group in enumerate(self.groups):
            loose = {note.id for note in themes.loose(room.notes.all)}
            held = tuple(dict.fromkeys(each for each in group.note_ids if each in loose))
            if held:
                made = Theme(id=_id(stamp.act_id, number), name=group.name, note_ids=held, was_suggested=True)
                themes = themes.started(made)
        return replace(room, themes=themes)


def _id(act_id: str, number: int) -> str:
    """Return the id of the n-th theme that an act makes; the first has the act's own."""
    return act_id if number == 0 else hashlib.sha256(f"{act_id}.{number}".encode()).hexdigest()[:32]


ACTS = (AcceptGroups,)
