"""What themes are, and the one way notes move between them. No acts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from service.domain.room.notes import Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Notes that belong together, under a name. `was_suggested`: the grouping came from the service and was accepted."""

    id: str
    name: str
    note_ids: tuple[str, ...] = ()
    was_suggested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Themes:
    """The themes in the order in which they were started."""

    all: tuple[Theme, ...] = ()

    def __iter__(self) -> Iterator[Theme]:
        return iter(self.all)

    def find(self, theme_id: str) -> Theme | None:
        """Return a theme, or None."""
        return next((theme for theme in self.all if theme.id == theme_id), None)

    def of_note(self, note_id: str) -> Theme | None:
        """Return the theme a note lies in, or None."""
        return next((theme for theme in self.all if note_id in theme.note_ids), None)

    def loose(self, notes: Iterable[Note]) -> tuple[Note, ...]:
        """Return the notes that lie in no theme; they are kept too (G-08)."""
        placed = {note_id for theme in self.all for note_id in theme.note_ids}
        return tuple(note for note in notes if note.id not in placed)

    def started(self, theme: Theme) -> Themes:
        """Return the themes with one more, which takes its notes from wherever they lay."""
        emptied = self.lifted(theme.note_ids)
        return replace(emptied, all=(*emptied.all, theme))

    def moved(self, *, note_ids: tuple[str, ...], theme_id: str) -> Themes:
        """Return the themes with notes moved into one; without such a theme the notes lie loose."""
        emptied = self.lifted(note_ids)
        return emptied.changed(theme_id, add=note_ids)

    def lifted(self, note_ids: Collection[str]) -> Themes:
        """Return the themes without some notes."""
        kept = tuple(
            replace(theme, note_ids=tuple(each for each in theme.note_ids if each not in note_ids))
            for theme in self.all
        )
        return replace(self, all=kept)

    def changed(self, theme_id: str, *, name: str | None = None, add: tuple[str, ...] = ()) -> Themes:
        """Return the themes with one renamed or enlarged."""
        changed = tuple(
            replace(theme, name=name or theme.name, note_ids=(*theme.note_ids, *add)) if theme.id == theme_id else theme
            for theme in self.all
        )
        return replace(self, all=changed)

    def without(self, theme_id: str) -> Themes:
        """Return the themes without one."""
        return replace(self, all=tuple(theme for theme in self.all if theme.id != theme_id))
