"""The Challenger's loopholes, answered: a guardrail with a bound, or a reason why it is no danger here. Source: M-24, 2.3."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from service.domain.challenge import (
    Dismissal,
    Guardrail,
    Loophole,
    challenge_text,
    require_dismissal,
    require_guardrail,
)
from service.domain.challenge.guardrails import GuardrailInvalid
from service.domain.model import Direction
from service.domain.room.act import Act, Stamp, optional_words, words
from service.domain.room.drafts.key_results import require_key_result
from service.domain.room.pressure.key_results import require_testing
from service.domain.room.pressure.shapes import GuardrailDraft

if TYPE_CHECKING:
    from service.domain.room.drafts.shapes import KeyResultDraft
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room


def loopholes(draft: KeyResultDraft) -> tuple[Loophole, ...]:
    """Return the ways to hit a number and hurt the business; never none."""
    return _loopholes(draft.title, draft.unit, draft.direction, draft.baseline, draft.target)


@lru_cache(maxsize=4096)
def _loopholes(
    text: str, unit: str, direction: Direction, baseline: float | None, target: float | None
) -> tuple[Loophole, ...]:
    return challenge_text(text=text, unit=unit, direction=direction, baseline=baseline, target=target).loopholes


def open_loopholes(*, room: Room, draft: KeyResultDraft) -> tuple[Loophole, ...]:
    """Return the loopholes that nobody has answered."""
    guarded = {each.loophole for each in room.pressure.guardrails_of(draft.id)}
    dismissed = {each.loophole for each in room.pressure.dismissed(draft.id)}
    return tuple(each for each in loopholes(draft) if each.id not in guarded | dismissed)


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissLoophole(Act):
    """Say why a loophole is no danger here; the reason stays beside the key result."""

    kind: ClassVar[str] = "dismiss_loophole"
    summary: ClassVar[str] = "Say why a loophole is no danger"
    said: ClassVar[str] = "Reason kept"
    key_result_id: str
    loophole: str
    reason: str = words(at_most=2000)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere, DismissalInvalid."""
        require_testing(room=room, by=stamp.by)
        draft = require_key_result(room=room, key_result_id=self.key_result_id)
        require_dismissal(dismissal=self._dismissal(stamp), loopholes=loopholes(draft))

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep it; a later reason replaces the earlier one."""
        subject = (self.key_result_id, self.loophole)
        others = tuple(each for each in room.pressure.dismissals if (each.key_result_id, each.loophole) != subject)
        return replace(room, pressure=replace(room.pressure, dismissals=(*others, self._dismissal(stamp))))

    def _dismissal(self, stamp: Stamp) -> Dismissal:
        return Dismissal(
            key_result_id=self.key_result_id,
            loophole=self.loophole,
            reason=self.reason,
            dismissed_by=stamp.by,
            dismissed_at=stamp.at,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptGuardrail(Act):
    """Watch a counter-metric and hold it to a bound. Units: `limit` in `unit`. `loophole` is empty for one of the team's own."""

    kind: ClassVar[str] = "accept_guardrail"
    summary: ClassVar[str] = "Accept a guardrail of a key result"
    said: ClassVar[str] = "Guardrail accepted"
    key_result_id: str
    name: str = words(at_most=255)
    bound: Direction
    limit: float
    unit: str = optional_words(at_most=30)
    loophole: str = optional_words(at_most=100)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere, GuardrailInvalid."""
        require_testing(room=room, by=stamp.by)
        draft = require_key_result(room=room, key_result_id=self.key_result_id)
        if self.loophole and all(each.id != self.loophole for each in loopholes(draft)):
            raise GuardrailInvalid("The key result was changed; it is not challenged with this any more.")
        require_guardrail(
            guardrail=Guardrail(
                id=stamp.act_id, key_result_id=draft.id, name=self.name, bound=self.bound, limit=self.limit
            )
        )

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep it."""
        made = GuardrailDraft(
            id=stamp.act_id,
            key_result_id=self.key_result_id,
            name=self.name,
            bound=self.bound,
            limit=self.limit,
            unit=self.unit,
            loophole=self.loophole,
            by=stamp.by,
        )
        return replace(room, pressure=replace(room.pressure, guardrails=(*room.pressure.guardrails, made)))


@dataclass(frozen=True, slots=True, kw_only=True)
class DropGuardrail(Act):
    """Take an accepted guardrail back."""

    kind: ClassVar[str] = "drop_guardrail"
    summary: ClassVar[str] = "Take a guardrail back"
    said: ClassVar[str] = "Guardrail taken back"
    guardrail_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep."""
        require_testing(room=room, by=stamp.by)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Remove it."""
        kept = tuple(each for each in room.pressure.guardrails if each.id != self.guardrail_id)
        return replace(room, pressure=replace(room.pressure, guardrails=kept))


ACTS = (DismissLoophole, AcceptGuardrail, DropGuardrail)
