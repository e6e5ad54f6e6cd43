"""The planning room: a facilitated session as a log of acts, and the rules of what may be done when.

A session is booked once (`session.py`); everything afterwards is an act (`act.py`) in a log (`log.py`) that adds up to the room
(`room.py`). One topic a module: its part of the room, its acts, its rules. Nothing here reads a clock or a database.
"""

from service.domain.room.act import SYSTEM, Act, Stamp
from service.domain.room.blockers import Blocker, blockers
from service.domain.room.clock import Agenda
from service.domain.room.facts import Facts
from service.domain.room.log import ACTS, Entry, empty, fold, read, written
from service.domain.room.room import Room
from service.domain.room.seats import Seat, SeatRole
from service.domain.room.session import Scope, Session, SessionKind, SessionState, Trigger
from service.domain.room.steps import Step, StepKind

__all__ = [
    "ACTS",
    "SYSTEM",
    "Act",
    "Agenda",
    "Blocker",
    "Entry",
    "Facts",
    "Room",
    "Scope",
    "Seat",
    "SeatRole",
    "Session",
    "SessionKind",
    "SessionState",
    "Stamp",
    "Step",
    "StepKind",
    "Trigger",
    "blockers",
    "empty",
    "fold",
    "read",
    "written",
]
