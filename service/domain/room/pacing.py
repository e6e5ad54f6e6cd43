"""The acts that turn the pages: next step, a logged way back, pause, more time. Source: M-11, M-12."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import DomainError
from service.domain.room.act import Act, Stamp, between, words
from service.domain.room.blockers import blockers
from service.domain.room.clock import WayBack
from service.domain.room.running import StepMoved, require_open
from service.domain.room.seats import require_console
from service.domain.room.session import SessionState

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room


class StepBlocked(DomainError):
    """Something is missing that the step must not end without."""

    code: ClassVar[str] = "step_blocked"
    status: ClassVar[int] = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Advance(Act):
    """End the running step and begin the next. `step_id` is the one the person saw, so two who press at once turn one page."""

    kind: ClassVar[str] = "advance"
    summary: ClassVar[str] = "End the step and begin the next"
    step_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:
        """Raises: NotFacilitating, RoomNotOpen, StepMoved, StepBlocked."""
        require_console(room=room, by=stamp.by)
        step = require_open(room=room)
        if step.id != self.step_id:
            raise StepMoved("Somebody else has just turned the page; you are on the new step already.")
        hard = [each for each in blockers(room=room, facts=facts, step=step) if each.is_hard]
        if hard:
            raise StepBlocked(f"{hard[0].message} {hard[0].way_out} ({hard[0].rule})")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Turn the page; after the last one the session is closed."""
        following = room.agenda.after(self.step_id)
        if following is not None:
            return replace(room, agenda=room.agenda.begin(step_id=following.id, at=stamp.at))
        session = replace(room.session, state=SessionState.CLOSED)
        return replace(room, session=session, agenda=room.agenda.end(at=stamp.at))


@dataclass(frozen=True, slots=True, kw_only=True)
class GoBack(Act):
    """Go back to a step that has run, and say why. Source: M-12."""

    kind: ClassVar[str] = "go_back"
    summary: ClassVar[str] = "Go back to an earlier step"
    said: ClassVar[str] = "Went back"
    step_id: str
    reason: str = words(at_most=500)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen, StepMoved."""
        require_console(room=room, by=stamp.by)
        if room.session.state not in {SessionState.OPEN, SessionState.CLOSED}:
            require_open(room=room)
        if not room.agenda.has_run(self.step_id) or (room.agenda.step and room.agenda.step.id == self.step_id):
            raise StepMoved("Choose a step that has already run.", field="step_id")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Run the earlier step again; a closed session opens again."""
        if not room.agenda.runs:
            return room
        way = WayBack(
            from_id=room.agenda.runs[-1].step_id, to_id=self.step_id, reason=self.reason, by=stamp.by, at=stamp.at
        )
        agenda = room.agenda.begin(step_id=self.step_id, at=stamp.at)
        session = replace(room.session, state=SessionState.OPEN)
        return replace(room, session=session, agenda=replace(agenda, ways_back=(*agenda.ways_back, way)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause(Act):
    """Stop the clock."""

    kind: ClassVar[str] = "pause"
    summary: ClassVar[str] = "Stop the clock"

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen."""
        require_console(room=room, by=stamp.by)
        require_open(room=room)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Stand still; twice is once."""
        run = room.agenda.run
        if run is None or run.paused_at is not None:
            return room
        return replace(room, agenda=room.agenda.with_run(replace(run, paused_at=stamp.at)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume(Act):
    """Let the clock go on."""

    kind: ClassVar[str] = "resume"
    summary: ClassVar[str] = "Let the clock go on"

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen."""
        require_console(room=room, by=stamp.by)
        require_open(room=room)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Go on; the pause is no time of the step."""
        run = room.agenda.run
        return room if run is None else replace(room, agenda=room.agenda.with_run(run.resumed(at=stamp.at)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Extend(Act):
    """Give the running step more time."""

    kind: ClassVar[str] = "extend"
    summary: ClassVar[str] = "Give the step more minutes"
    step_id: str
    minutes: int = between(1, 120)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen, StepMoved."""
        require_console(room=room, by=stamp.by)
        if require_open(room=room).id != self.step_id:
            raise StepMoved("Somebody else has just turned the page; the new step has its own time.")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Add the minutes."""
        run = room.agenda.run
        if run is None:
            return room
        return replace(room, agenda=room.agenda.with_run(replace(run, extended_s=run.extended_s + self.minutes * 60)))


ACTS = (Advance, GoBack, Pause, Resume, Extend)
