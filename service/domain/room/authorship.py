"""Whose ideas the plan is made of: the share of chosen objectives and key results that did not come from leadership.

Pure: who wrote first decides, seen through theme and note where the draft grew from one. Source: W-13, T-09, G-24.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from service.domain.room.seats import LEADERS

if TYPE_CHECKING:
    from service.domain.room.drafts.shapes import KeyResultDraft, ObjectiveDraft
    from service.domain.room.room import Room

FEWEST_CONTRIBUTORS: Final = 2
"""Source: T-09, at least two people draft an objective."""
MOSTLY: Final = 0.5
"""Below this share the plan is mostly what leaders brought; ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorship:
    """The balance. Units: `objectives_share`, `key_results_share`, `taking_part_share` 0.0–1.0, None where there is nothing.

    `alone` are the ids of objectives that one person drafted.
    """

    objectives_share: float | None
    key_results_share: float | None
    taking_part_share: float | None
    alone: tuple[str, ...]

    @property
    def share(self) -> float | None:
        """Return the smaller of the two shares, which is the one to talk about."""
        known = [each for each in (self.objectives_share, self.key_results_share) if each is not None]
        return min(known, default=None)


def authorship(room: Room) -> Authorship:
    """Return who the living drafts came from."""
    objectives = room.drafts.objectives()
    rows = room.drafts.key_results()
    acting = _voices(room)
    others = {seat.account_id for seat in room.seats.present() if seat.role not in LEADERS}
    return Authorship(
        objectives_share=_share(_is_not_leader(room, origin(room, each)) for each in objectives),
        key_results_share=_share(_is_not_leader(room, each.author) for each in rows),
        taking_part_share=_share(each in acting for each in others),
        alone=tuple(each.id for each in objectives if len(set(each.contributors)) < FEWEST_CONTRIBUTORS),
    )


def origin(room: Room, draft: ObjectiveDraft) -> str:
    """Return who had the idea: whoever wrote the note a draft grew from, or the first of its theme; else who put it on the table."""
    theme = room.themes.find(draft.came_from)
    ids = theme.note_ids if theme is not None else (draft.came_from,)
    first = next((note for note in room.notes.all if note.id in ids), None)
    return first.author if first is not None else draft.author


def _voices(room: Room) -> set[str]:
    drafts: tuple[ObjectiveDraft | KeyResultDraft, ...] = (*room.drafts.all_objectives, *room.drafts.all_key_results)
    wrote = {each.author for each in drafts} | {each.author for each in room.notes.all}
    return wrote | {name for each in room.drafts.all_objectives for name in each.contributors}


def _is_not_leader(room: Room, account_id: str) -> bool:
    seat = room.seats.find(account_id)
    return seat is None or seat.role not in LEADERS


def _share(answers: Iterable[bool]) -> float | None:
    found = list(answers)
    return sum(found) / len(found) if found else None
