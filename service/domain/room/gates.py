"""Waiving a blocker with a reason, where its rule allows that. What is missing stands in `blockers.py`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import DomainError
from service.domain.room.act import Act, Stamp, words
from service.domain.room.blockers import Blocker, blockers
from service.domain.room.running import require_open
from service.domain.room.seats import require_console

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room


class NothingToWaive(DomainError):
    """No blocker of that rule may be waived now."""

    code: ClassVar[str] = "nothing_to_waive"
    status: ClassVar[int] = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Waived:
    """A blocker that the room passes over, and why."""

    rule: str
    subject_id: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Gates:
    """What was waived."""

    waived: tuple[Waived, ...] = ()

    def is_waived(self, blocker: Blocker) -> bool:
        """Tell whether a blocker was waived."""
        return any((each.rule, each.subject_id) == (blocker.rule, blocker.subject_id) for each in self.waived)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waive(Act):
    """Go on although something is missing, and say why."""

    kind: ClassVar[str] = "waive"
    summary: ClassVar[str] = "Pass over a blocker with a reason"
    said: ClassVar[str] = "Waived"
    rule: str = words(at_most=20)
    subject_id: str = ""
    reason: str = words(at_most=500)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:
        """Raises: NotFacilitating, RoomNotOpen, NothingToWaive."""
        require_console(room=room, by=stamp.by)
        step = require_open(room=room)
        for each in blockers(room=room, facts=facts, step=step):
            if each.can_waive and (each.rule, each.subject_id) == (self.rule, self.subject_id):
                return
        raise NothingToWaive("Nothing of this rule can be waived now; it may be settled already.", field="rule")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep the reason."""
        waived = Waived(rule=self.rule, subject_id=self.subject_id, reason=self.reason, by=stamp.by, at=stamp.at)
        return replace(room, gates=replace(room.gates, waived=(*room.gates.waived, waived)))


ACTS = (Waive,)
