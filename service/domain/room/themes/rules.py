"""How sorting may end: with named themes; notes without one are kept and said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from service.domain.room.blockers import Blocker
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room
    from service.domain.room.steps import Step


def notes_find_a_theme(room: Room, facts: Facts, step: Step) -> Iterator[Blocker]:  # noqa: ARG001
    """Ask for at least one theme where there are notes. Source: W-04, G-08."""
    if step.kind is not StepKind.THEMES or not room.notes.all:
        return
    loose = room.themes.loose(room.notes.all)
    if not room.themes.all:
        yield Blocker(
            rule="W-04",
            message="The notes have no themes yet.",
            way_out="Accept the suggested groups, or start a theme below.",
            can_waive=True,
        )
    elif loose:
        some = "1 note lies" if len(loose) == 1 else f"{len(loose)} notes lie"
        yield Blocker(
            rule="W-04",
            message=f"{some} in no theme.",
            way_out="Move them, or leave them: every idea stays in the record.",
            is_hard=False,
        )
