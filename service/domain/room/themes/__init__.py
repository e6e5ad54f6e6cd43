"""Themes: what notes have in common. Every note lies in one theme or in none, never in two. Source: W-04.

What a theme is: `shapes.py`; moving notes about by hand: `sorting.py`; the suggested groups: `suggesting.py`; its end: `rules.py`.
"""

from service.domain.room.themes.rules import notes_find_a_theme
from service.domain.room.themes.shapes import Theme, Themes
from service.domain.room.themes.sorting import ACTS as SORTING
from service.domain.room.themes.suggesting import ACTS as SUGGESTING
from service.domain.room.themes.suggesting import suggested

ACTS = (*SORTING, *SUGGESTING)

__all__ = ["ACTS", "Theme", "Themes", "notes_find_a_theme", "suggested"]
