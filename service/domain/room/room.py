"""The room: what all acts of a session add up to. Each topic owns one part of it."""

from dataclasses import dataclass, field

from service.domain.room.alignment import Alignment
from service.domain.room.clock import Agenda
from service.domain.room.committing import Commits
from service.domain.room.confidence.shapes import Ballots
from service.domain.room.drafts.shapes import Drafts
from service.domain.room.gates import Gates
from service.domain.room.notes import Notes
from service.domain.room.output_test import OutputTest
from service.domain.room.pressure.shapes import Pressure
from service.domain.room.record import Record
from service.domain.room.rhythm import Rhythm
from service.domain.room.seats import Seats
from service.domain.room.session import Session
from service.domain.room.seventy import Seventy


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A session and everything that was done in it."""

    session: Session
    seats: Seats = field(default_factory=Seats)
    agenda: Agenda = field(default_factory=Agenda)
    gates: Gates = field(default_factory=Gates)
    notes: Notes = field(default_factory=Notes)
    drafts: Drafts = field(default_factory=Drafts)
    alignment: Alignment = field(default_factory=Alignment)
    rhythm: Rhythm = field(default_factory=Rhythm)
    commits: Commits = field(default_factory=Commits)
    output_test: OutputTest = field(default_factory=OutputTest)
    record: Record = field(default_factory=Record)
    pressure: Pressure = field(default_factory=Pressure)
    ballots: Ballots = field(default_factory=Ballots)
    seventy: Seventy = field(default_factory=Seventy)
