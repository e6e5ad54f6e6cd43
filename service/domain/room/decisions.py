"""What must be decided before the session ends. To put something off is a decision; to forget it is none. Source: O-02."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import NotThere
from service.domain.room.act import Act, Stamp, words
from service.domain.room.blockers import Blocker
from service.domain.room.running import require_ahead, require_open
from service.domain.room.seats import NotInRoom, require_part
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room
    from service.domain.room.steps import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One question and, later, its answer. A deferred one names why and who takes it up."""

    id: str
    question: str
    asked_by: str
    outcome: str = ""
    decider: str = ""
    decided_at: datetime | None = None
    is_deferred: bool = False

    @property
    def is_open(self) -> bool:
        """Tell whether it still waits for an answer."""
        return self.decided_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """Every decision of the session in the order in which it was asked for."""

    all: tuple[Decision, ...] = ()

    def find(self, decision_id: str) -> Decision | None:
        """Return a decision, or None."""
        return next((each for each in self.all if each.id == decision_id), None)

    def open(self) -> tuple[Decision, ...]:
        """Return those that wait for an answer."""
        return tuple(each for each in self.all if each.is_open)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddDecision(Act):
    """Put a decision on the list."""

    kind: ClassVar[str] = "add_decision"
    summary: ClassVar[str] = "Name a decision to make"
    question: str = words(at_most=300)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen."""
        require_part(room=room, by=stamp.by)
        require_ahead(room=room)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Add it."""
        decision = Decision(id=stamp.act_id, question=self.question, asked_by=stamp.by)
        return replace(room, decisions=replace(room.decisions, all=(*room.decisions.all, decision)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide(Act):
    """Write down what was decided and who decided it; deciding anew replaces the answer, and the log keeps both."""

    kind: ClassVar[str] = "decide"
    summary: ClassVar[str] = "Record a decision"
    said: ClassVar[str] = "Decided"
    decision_id: str
    outcome: str = words(at_most=1000)
    decider: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, NotThere."""
        _require(room, stamp.by, self.decision_id)
        _require_seat(room, self.decider)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Answer it."""
        return _answered(room, self.decision_id, stamp, outcome=self.outcome, decider=self.decider, is_deferred=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeferDecision(Act):
    """Put a decision off on purpose: why, and who takes it up."""

    kind: ClassVar[str] = "defer_decision"
    summary: ClassVar[str] = "Put a decision off, with a reason and a name"
    said: ClassVar[str] = "Put off"
    decision_id: str
    reason: str = words(at_most=1000)
    decider: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, NotThere."""
        _require(room, stamp.by, self.decision_id)
        _require_seat(room, self.decider)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Answer it with the reason."""
        return _answered(room, self.decision_id, stamp, outcome=self.reason, decider=self.decider, is_deferred=True)


def rule(room: Room, facts: Facts, step: Step) -> Iterable[Blocker]:  # noqa: ARG001
    """Keep the session open as long as a decision is. Source: O-02."""
    if step.kind is StepKind.CLOSE:
        for each in room.decisions.open():
            yield Blocker(
                rule="O-02",
                message=f"Still undecided: “{each.question}”.",
                way_out="Decide it, or put it off with a reason and a name.",
                subject_id=each.id,
            )


def _require(room: Room, by: str, decision_id: str) -> None:
    require_part(room=room, by=by)
    require_open(room=room)
    if room.decisions.find(decision_id) is None:
        raise NotThere("This decision is not on the list.", field="decision_id")


def _require_seat(room: Room, account_id: str) -> None:
    if room.seats.find(account_id) is None:
        raise NotInRoom("Name somebody with a seat in this session.", field="decider")


def _answered(room: Room, decision_id: str, stamp: Stamp, *, outcome: str, decider: str, is_deferred: bool) -> Room:
    changed = tuple(
        replace(each, outcome=outcome, decider=decider, decided_at=stamp.at, is_deferred=is_deferred)
        if each.id == decision_id
        else each
        for each in room.decisions.all
    )
    return replace(room, decisions=replace(room.decisions, all=changed))


ACTS = (AddDecision, Decide, DeferDecision)
