"""Who must be there when the session opens: somebody accountable, somebody who does the work, the sponsor. Source: M-07."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from service.domain.room.act import Act, Stamp
from service.domain.room.blockers import Blocker
from service.domain.room.running import require_ahead
from service.domain.room.seats import NotInRoom, SeatRole, require_console
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room
    from service.domain.room.steps import Step

LEAD = frozenset({SeatRole.DECISION_MAKER, SeatRole.LEAD})
NEEDED = (
    (
        "leader",
        LEAD,
        "Nobody is here who answers for the unit.",
        "Let a lead or decision-maker join, or mark one as present.",
    ),
    (
        "contributor",
        frozenset({SeatRole.CONTRIBUTOR}),
        "Nobody is here who does the work and knows what can be done.",
        "Let a contributor join.",
    ),
    (
        "sponsor",
        frozenset({SeatRole.SPONSOR}),
        "The sponsor has not opened the session.",
        "Mark the sponsor as present; after the opening the sponsor may leave.",
    ),
)
"""What is missing without one of these roles: name, roles, message, way out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Who was here and has left again."""

    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkPresent(Act):
    """Note that somebody is in the room, with or without a browser of their own."""

    kind: ClassVar[str] = "mark_present"
    summary: ClassVar[str] = "Mark somebody as present"
    said: ClassVar[str] = "Marked as present"
    account_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, NotInRoom, RoomNotOpen."""
        require_console(room=room, by=stamp.by)
        require_ahead(room=room)
        if room.seats.find(self.account_id) is None:
            raise NotInRoom("This person has no seat. Invite them first.", field="account_id")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Note when; a second time changes nothing."""
        seat = room.seats.find(self.account_id)
        if seat is None or seat.is_present:
            return room
        return replace(room, seats=room.seats.put(replace(seat, joined_at=stamp.at)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave(Act):
    """Leave the room; the seat stays, and so does what was said. The console is handed over first."""

    kind: ClassVar[str] = "leave"
    summary: ClassVar[str] = "Leave the room"
    said: ClassVar[str] = "You have left"

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom."""
        seat = room.seats.find(stamp.by)
        if seat is None or not seat.is_present:
            raise NotInRoom("You are not in this room.")
        if seat.role is SeatRole.FACILITATOR:
            raise NotInRoom("Hand the facilitation over before you leave.")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Free the chair."""
        seat = room.seats.find(stamp.by)
        if seat is None:
            return room
        left = tuple(dict.fromkeys((*room.attendance.left, stamp.by)))
        seats = room.seats.put(replace(seat, joined_at=None))
        return replace(room, seats=seats, attendance=replace(room.attendance, left=left))


def rule(room: Room, facts: Facts, step: Step) -> Iterable[Blocker]:  # noqa: ARG001
    """Name who is missing at the end of the opening. Source: M-07."""
    if step.kind is not StepKind.OPENING:
        return
    came = {seat.role for seat in room.seats if seat.is_present or seat.account_id in room.attendance.left}
    for name, roles, message, way_out in NEEDED:
        if not came & roles:
            yield Blocker(rule="M-07", message=message, way_out=way_out, can_waive=True, subject_id=name)


ACTS = (MarkPresent, Leave)
