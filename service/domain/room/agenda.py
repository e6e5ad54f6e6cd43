"""The acts on the whole agenda: lay the steps out, open the room, call it off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import DomainError
from service.domain.room.act import Act, Stamp, words
from service.domain.room.running import RoomNotOpen
from service.domain.room.seats import require_console
from service.domain.room.session import SessionState
from service.domain.room.steps import Step

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room


class AgendaInvalid(DomainError):
    """An agenda has no steps, too many, or two of one id."""

    code: ClassVar[str] = "agenda_invalid"


MOST_STEPS = 30
LONGEST_STEP_MIN = 480


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAgenda(Act):
    """Lay the steps out anew; those that ran already stay."""

    kind: ClassVar[str] = "set_agenda"
    summary: ClassVar[str] = "Set the steps and their minutes"
    said: ClassVar[str] = "Agenda changed"
    steps: tuple[Step, ...]

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, AgendaInvalid."""
        if room.seats.facilitator() is not None:
            require_console(room=room, by=stamp.by)
        ids = [step.id for step in self.steps]
        if not 1 <= len(ids) <= MOST_STEPS:
            raise AgendaInvalid(f"An agenda has between 1 and {MOST_STEPS} steps.", field="steps")
        if len(set(ids)) != len(ids):
            raise AgendaInvalid("Two steps have the same id. Give each its own.", field="steps")
        if any(not 1 <= step.minutes <= LONGEST_STEP_MIN for step in self.steps):
            raise AgendaInvalid(f"A step takes between 1 and {LONGEST_STEP_MIN} minutes.", field="steps")
        missing = [step.title for step in room.agenda.steps if room.agenda.has_run(step.id) and step.id not in ids]
        if missing:
            raise AgendaInvalid(f"“{missing[0]}” has already run and stays in the agenda.", field="steps")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Put the steps in."""
        return replace(room, agenda=replace(room.agenda, steps=self.steps))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRoom(Act):
    """Begin with the first step."""

    kind: ClassVar[str] = "open_room"
    summary: ClassVar[str] = "Open the room and begin the first step"
    said: ClassVar[str] = "The session has begun"

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating (also when there is no facilitator, M-01), RoomNotOpen, AgendaInvalid."""
        require_console(room=room, by=stamp.by)
        if room.session.state is not SessionState.BOOKED:
            raise RoomNotOpen("This session was opened before.")
        if not room.agenda.steps:
            raise AgendaInvalid("The agenda is empty. Give it at least one step.", field="steps")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Start the clock."""
        if not room.agenda.steps:
            return room
        session = replace(room.session, state=SessionState.OPEN)
        return replace(room, session=session, agenda=room.agenda.begin(step_id=room.agenda.steps[0].id, at=stamp.at))


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOff(Act):
    """Call the session off before anything was committed."""

    kind: ClassVar[str] = "call_off"
    summary: ClassVar[str] = "Call the session off"
    said: ClassVar[str] = "Session called off"
    reason: str = words(at_most=500)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen."""
        if room.seats.facilitator() is not None:
            require_console(room=room, by=stamp.by)
        if room.session.state not in {SessionState.BOOKED, SessionState.OPEN}:
            raise RoomNotOpen("Only a booked or open session can be called off.")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """End it."""
        session = replace(room.session, state=SessionState.CALLED_OFF)
        return replace(room, session=session, agenda=room.agenda.end(at=stamp.at))


ACTS = (SetAgenda, OpenRoom, CallOff)
