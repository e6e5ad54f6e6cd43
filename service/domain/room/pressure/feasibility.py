"""Somebody who does the work says whether a target can be reached; a leader's word does not replace theirs. Source: M-08."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from service.domain.room.act import Act, Stamp, optional_words
from service.domain.room.drafts.key_results import require_key_result
from service.domain.room.pressure.key_results import require_testing
from service.domain.room.pressure.shapes import Feasibility
from service.domain.room.seats import SeatRole

if TYPE_CHECKING:
    from service.domain.room.drafts.shapes import KeyResultDraft
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room


def by_contributors(*, room: Room, draft: KeyResultDraft) -> tuple[Feasibility, ...]:
    """Return what contributors say of a target; leaders' answers stay in the record and do not count."""
    return tuple(
        each
        for each in room.pressure.feasible(draft)
        if (seat := room.seats.find(each.by)) is not None and seat.role is SeatRole.CONTRIBUTOR
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFeasibility(Act):
    """Say whether a target can be reached; a later answer of the same person replaces the earlier one."""

    kind: ClassVar[str] = "answer_feasibility"
    summary: ClassVar[str] = "Say whether a target can be reached"
    said: ClassVar[str] = "Answer kept"
    key_result_id: str
    is_feasible: bool
    because: str = optional_words(at_most=500)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        require_testing(room=room, by=stamp.by)
        require_key_result(room=room, key_result_id=self.key_result_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep it."""
        draft = room.drafts.key_result(self.key_result_id)
        if draft is None:
            return room
        others = tuple(
            each for each in room.pressure.feasibility if (each.key_result_id, each.by) != (draft.id, stamp.by)
        )
        said = Feasibility(
            key_result_id=draft.id,
            about=draft.wording,
            by=stamp.by,
            is_feasible=self.is_feasible,
            because=self.because,
        )
        return replace(room, pressure=replace(room.pressure, feasibility=(*others, said)))


ACTS = (AnswerFeasibility,)
