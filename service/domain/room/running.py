"""What must hold before somebody acts: the room is open, the right step runs."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import DomainError
from service.domain.room.session import SessionState
from service.domain.room.steps import Step, StepKind

if TYPE_CHECKING:
    from service.domain.room.room import Room


class RoomNotOpen(DomainError):
    """The room is not open (yet, or any more)."""

    code: ClassVar[str] = "room_not_open"
    status: ClassVar[int] = 409


class StepMoved(DomainError):
    """Somebody turned the page at the same moment."""

    code: ClassVar[str] = "step_moved"
    status: ClassVar[int] = 409


class WrongStep(DomainError):
    """The act belongs to another step of the agenda."""

    code: ClassVar[str] = "wrong_step"
    status: ClassVar[int] = 409


def require_open(*, room: Room) -> Step:
    """Return the running step. Raises: RoomNotOpen."""
    if room.session.state is SessionState.BOOKED:
        raise RoomNotOpen("The session has not begun. The facilitator opens the room.")
    if room.session.state is SessionState.CALLED_OFF:
        raise RoomNotOpen("The session was called off; book another one.")
    step = room.agenda.step
    if step is None:
        raise RoomNotOpen("The session is over. The facilitator may go back to a step to change something.")
    return step


def require_ahead(*, room: Room) -> None:
    """Refuse what belongs to the time before the end: preparation may begin as soon as a session is booked. Raises: RoomNotOpen."""
    if room.session.state is not SessionState.BOOKED:
        require_open(room=room)


def require_step(*, room: Room, kinds: Collection[StepKind], doing: str) -> Step:
    """Return the running step if it is one of `kinds`; `doing` names the act for people ("Notes are written").

    Raises: RoomNotOpen, WrongStep.
    """
    step = require_open(room=room)
    if step.kind in kinds:
        return step
    fitting = [each.title for each in room.agenda.steps if each.kind in kinds]
    where = f"in the step “{fitting[0]}”" if fitting else "in a step that this agenda does not have"
    raise WrongStep(f"{doing} {where}; now “{step.title}” runs.")


def require_reached(*, room: Room, kinds: Collection[StepKind], doing: str) -> Step:
    """Return the running step if one of `kinds` has begun already, now or before. Source: O-07.

    Raises: RoomNotOpen, WrongStep.
    """
    step = require_open(room=room)
    fitting = [each for each in room.agenda.steps if each.kind in kinds]
    if not fitting or any(room.agenda.has_run(each.id) for each in fitting):
        return step
    raise WrongStep(f"{doing} from the step “{fitting[0].title}” on; now “{step.title}” runs.")
