"""An output that asks to stay as a vital enabler, with what it unlocks, who answers, why and until when. Source: O-10, 2.9."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from service.domain.room.act import Act, Stamp, words
from service.domain.room.drafts.as_model import as_key_result
from service.domain.room.drafts.key_results import require_drafting, require_key_result
from service.domain.room.drafts.shapes import WaiverDraft
from service.domain.waivers import Waiver, require_waiver

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWaiver(Act):
    """Declare an output key result a vital enabler of others; asking again replaces the words."""

    kind: ClassVar[str] = "ask_waiver"
    summary: ClassVar[str] = "Declare an output a vital enabler"
    said: ClassVar[str] = "Admitted as an enabler"
    key_result_id: str
    unlocks: tuple[str, ...]
    owner: str
    reason: str = words(at_most=2000)
    expires_on: date

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere, WaiverRefused."""
        require_drafting(room=room, by=stamp.by)
        draft = require_key_result(room=room, key_result_id=self.key_result_id)
        objective = room.drafts.objective(draft.objective_id)
        team_id = objective.team_id if objective else ""
        of_team = {each.id for each in room.drafts.objectives(team_id=team_id)}
        rows = [as_key_result(each) for each in room.drafts.key_results() if each.objective_id in of_team]
        waiver = Waiver(
            key_result_id=draft.id,
            unlocks=self.unlocks,
            owner=self.owner,
            reason=self.reason,
            expires_on=self.expires_on,
        )
        require_waiver(
            waiver=waiver, key_result=as_key_result(draft), cycle=facts.cycle, preset=facts.preset, key_results=rows
        )

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Keep it beside the draft."""
        draft = room.drafts.key_result(self.key_result_id)
        if draft is None:
            return room
        waiver = WaiverDraft(
            unlocks=tuple(dict.fromkeys(self.unlocks)),
            owner=self.owner,
            reason=self.reason,
            expires_on=self.expires_on,
        )
        return replace(room, drafts=room.drafts.with_key_result(replace(draft, waiver=waiver)))


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawWaiver(Act):
    """Take the waiver back: the key result counts as an outcome again."""

    kind: ClassVar[str] = "withdraw_waiver"
    summary: ClassVar[str] = "Take a waiver back"
    said: ClassVar[str] = "Waiver taken back"
    key_result_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        require_drafting(room=room, by=stamp.by)
        require_key_result(room=room, key_result_id=self.key_result_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Remove it."""
        draft = room.drafts.key_result(self.key_result_id)
        if draft is None:
            return room
        return replace(room, drafts=room.drafts.with_key_result(replace(draft, waiver=None)))


ACTS = (AskWaiver, WithdrawWaiver)
