"""Targets that ask for too little: called out by the facilitator, and by the system from words and votes. Source: M-21."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from service.domain.model import Commitment
from service.domain.room.act import Act, Stamp, words
from service.domain.room.confidence.verdicts import worth
from service.domain.room.drafts.judged import judge_key_result
from service.domain.room.drafts.key_results import require_key_result
from service.domain.room.pressure.shapes import Sandbag
from service.domain.room.running import require_open
from service.domain.room.seats import require_console

if TYPE_CHECKING:
    from service.domain.room.drafts.shapes import KeyResultDraft
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

SANDBAG_ABOVE = 0.9
"""A vote, corrected by the team's record, above which a target is flagged in every doctrine. Source: requirements 3.5 (OpenOKR)."""


def sandbag_signs(*, room: Room, facts: Facts, draft: KeyResultDraft) -> tuple[str, ...]:
    """Return why a target looks too easy: the facilitator's call, the auditor's, the team's own vote against its record."""
    signs: list[str] = []
    if (call := room.pressure.sandbag(draft)) is not None:
        signs.append(call.because)
    if judge_key_result(draft, preset=facts.preset).verdict == "sandbag":
        signs.append("The target is not above what is there already.")
    voted = worth(room=room, facts=facts, draft=draft)
    if voted is not None and voted.probability > SANDBAG_ABOVE and draft.commitment is not Commitment.COMMITTED:
        signs.append(f"The team is {voted.stated:.0%} sure; by its record that is worth {voted.probability:.0%}.")
    return tuple(signs)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSandbag(Act):
    """Call a target too easy; the call falls when the target changes."""

    kind: ClassVar[str] = "call_sandbag"
    summary: ClassVar[str] = "Call a target too easy"
    said: ClassVar[str] = "Called out"
    key_result_id: str
    because: str = words(at_most=500)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen, NotThere."""
        require_console(room=room, by=stamp.by)
        require_open(room=room)
        require_key_result(room=room, key_result_id=self.key_result_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep the call."""
        draft = room.drafts.key_result(self.key_result_id)
        if draft is None:
            return room
        call = Sandbag(key_result_id=draft.id, about=draft.wording, because=self.because, by=stamp.by)
        others = tuple(each for each in room.pressure.sandbags if each.key_result_id != draft.id)
        return replace(room, pressure=replace(room.pressure, sandbags=(*others, call)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleSandbag(Act):
    """Take the call back: the target was explained."""

    kind: ClassVar[str] = "settle_sandbag"
    summary: ClassVar[str] = "Take back that a target is too easy"
    said: ClassVar[str] = "Settled"
    key_result_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen."""
        require_console(room=room, by=stamp.by)
        require_open(room=room)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Remove it."""
        kept = tuple(each for each in room.pressure.sandbags if each.key_result_id != self.key_result_id)
        return replace(room, pressure=replace(room.pressure, sandbags=kept))


ACTS = (CallSandbag, SettleSandbag)
