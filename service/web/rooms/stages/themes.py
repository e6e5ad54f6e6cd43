"""Sorting notes into themes: the themes, what lies loose, the suggested groups; no note says who wrote it. Source: W-04, G-08."""

import json
from dataclasses import dataclass

from service.domain.room.grouping import Group
from service.domain.room.notes import Note
from service.domain.room.seats import SeatRole
from service.domain.room.themes import Theme, suggested
from service.usecases.read_room import RoomView
from service.web.rooms.stages.notes import ASKED, CALLED


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeCard:
    """A theme with its notes."""

    theme: Theme
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCard:
    """A suggested group; `sent` is what accepting it sends."""

    name: str
    notes: tuple[Note, ...]
    sent: str


def may_take_part(view: RoomView) -> bool:
    """Tell whether the viewer sits in the room as more than an observer."""
    return view.seat is not None and view.seat.is_present and view.seat.role is not SeatRole.OBSERVER


def theme_cards(view: RoomView) -> tuple[ThemeCard, ...]:
    """Return the themes with the notes that may be shown."""
    notes = {note.id: note for note in view.room.notes.all}
    return tuple(
        ThemeCard(theme=theme, notes=tuple(notes[each] for each in theme.note_ids if each in notes))
        for theme in view.room.themes
    )


def themes_stage(view: RoomView) -> dict[str, object]:
    """Return the board of themes."""
    notes = {note.id: note for note in view.room.notes.all}
    loose = view.room.themes.loose(view.room.notes.all)
    groups = suggested(view.room)
    grouped = {note_id for group in groups for note_id in group.note_ids}
    return {
        "cards": theme_cards(view),
        "groups": [
            GroupCard(name=group.name, notes=tuple(notes[each] for each in group.note_ids), sent=_sent((group,)))
            for group in groups
        ],
        "all_groups": _sent(groups),
        "single": [note for note in loose if note.id not in grouped],
        "note_count": len(view.room.notes.all),
        "called": CALLED,
        "may_sort": may_take_part(view),
    }


def themes_desk(view: RoomView, editing: str) -> dict[str, object]:
    """Return the note or theme that is being changed, and where notes can go."""
    note, theme = view.room.notes.find(editing), view.room.themes.find(editing)
    here = view.room.themes.of_note(editing)
    others = [(each.id, each.name) for each in view.room.themes if each not in {here, theme}]
    return {
        "note": note,
        "theme": theme,
        "here": here,
        "others": others,
        "places": [*others, ("", "No theme")] if here else others,
        "theme_notes": [each for each in view.room.notes.all if theme is not None and each.id in theme.note_ids],
        "dots_lie": view.room.dots.is_begun,
        "may_sort": may_take_part(view),
        "asked": ASKED,
    }


def _sent(groups: tuple[Group, ...]) -> str:
    return json.dumps([{"name": group.name, "note_ids": group.note_ids} for group in groups], ensure_ascii=False)
