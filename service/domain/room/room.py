"""The room: what all acts of a session add up to. Each topic owns one part of it."""

from dataclasses import dataclass, field

from service.domain.room.alignment import Alignment
from service.domain.room.attendance import Attendance
from service.domain.room.choosing.cut import Cuts
from service.domain.room.choosing.dots import Dots
from service.domain.room.choosing.weighing import Weighings
from service.domain.room.clock import Agenda
from service.domain.room.committing import Commits
from service.domain.room.confidence.shapes import Ballots
from service.domain.room.decisions import Decisions
from service.domain.room.drafts.shapes import Drafts
from service.domain.room.gates import Gates
from service.domain.room.inputs import Inputs
from service.domain.room.limits import ObjectiveLimits
from service.domain.room.look_back import LookBack
from service.domain.room.notes import Notes
from service.domain.room.outline import Outline
from service.domain.room.output_test import OutputTest
from service.domain.room.pressure.shapes import Pressure
from service.domain.room.prework import Prework
from service.domain.room.priorities import Priorities
from service.domain.room.record import Record
from service.domain.room.review import Review
from service.domain.room.rhythm import Rhythm
from service.domain.room.seats import Seats
from service.domain.room.session import Session
from service.domain.room.seventy import Seventy
from service.domain.room.themes.shapes import Themes


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A session and everything that was done in it. `ranked_teams`: those whose objectives somebody has put in an order (M-27)."""

    session: Session
    seats: Seats = field(default_factory=Seats)
    agenda: Agenda = field(default_factory=Agenda)
    gates: Gates = field(default_factory=Gates)
    notes: Notes = field(default_factory=Notes)
    limits: ObjectiveLimits = field(default_factory=ObjectiveLimits)
    themes: Themes = field(default_factory=Themes)
    dots: Dots = field(default_factory=Dots)
    weighings: Weighings = field(default_factory=Weighings)
    cuts: Cuts = field(default_factory=Cuts)
    ranked_teams: frozenset[str] = frozenset()
    drafts: Drafts = field(default_factory=Drafts)
    alignment: Alignment = field(default_factory=Alignment)
    rhythm: Rhythm = field(default_factory=Rhythm)
    commits: Commits = field(default_factory=Commits)
    output_test: OutputTest = field(default_factory=OutputTest)
    record: Record = field(default_factory=Record)
    pressure: Pressure = field(default_factory=Pressure)
    ballots: Ballots = field(default_factory=Ballots)
    seventy: Seventy = field(default_factory=Seventy)
    attendance: Attendance = field(default_factory=Attendance)
    outline: Outline = field(default_factory=Outline)
    decisions: Decisions = field(default_factory=Decisions)
    prework: Prework = field(default_factory=Prework)
    inputs: Inputs = field(default_factory=Inputs)
    priorities: Priorities = field(default_factory=Priorities)
    look_back: LookBack = field(default_factory=LookBack)
    review: Review = field(default_factory=Review)
