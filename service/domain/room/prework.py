"""What everybody brings along: where a number stands today, who says so, since when, how far to trust it. Source: M-10, G-20."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import DomainError, NotThere
from service.domain.room.act import Act, Stamp, optional_words, words
from service.domain.room.blockers import Blocker
from service.domain.room.running import require_ahead
from service.domain.room.seats import SeatRole, require_part
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room
    from service.domain.room.steps import Step

OWNERS_TO_BE = frozenset({SeatRole.LEAD, SeatRole.CONTRIBUTOR})
"""Who may come out of the session as an owner, and so brings baselines."""


class Reliability(StrEnum):
    """How far a number can be trusted. Source: G-20."""

    MEASURED = "measured"
    REPORTED = "reported"
    ESTIMATED = "estimated"


class BaselineInvalid(DomainError):
    """A baseline that can't have been read."""

    code: ClassVar[str] = "baseline_invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """Where a candidate metric stands. Units: `value` in `unit` (a percentage 0–100). `is_reported`: somebody reports it already."""

    id: str
    metric: str
    value: float
    unit: str
    source: str
    measured_on: date
    reliability: Reliability
    is_reported: bool
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Prework:
    """What was filed, and who has said that there is nothing to file."""

    baselines: tuple[Baseline, ...] = ()
    nothing: tuple[str, ...] = ()

    def of(self, account_id: str) -> tuple[Baseline, ...]:
        """Return what a person filed."""
        return tuple(each for each in self.baselines if each.by == account_id)

    def has_answered(self, account_id: str) -> bool:
        """Tell whether a person filed something, or said that there is nothing."""
        return account_id in self.nothing or bool(self.of(account_id))


def owing(room: Room) -> tuple[str, ...]:
    """Return the account ids of those whose pre-work is still missing. Source: M-10."""
    return tuple(
        seat.account_id
        for seat in room.seats
        if seat.role in OWNERS_TO_BE and not room.prework.has_answered(seat.account_id)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FileBaseline(Act):
    """File where a candidate metric stands. Possible from the booking on."""

    kind: ClassVar[str] = "file_baseline"
    summary: ClassVar[str] = "File a baseline"
    said: ClassVar[str] = "Filed"
    metric: str = words(at_most=200)
    value: float
    unit: str = optional_words(at_most=30)
    source: str = words(at_most=255)
    measured_on: date
    reliability: Reliability = Reliability.REPORTED
    is_reported: bool = False

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, BaselineInvalid."""
        require_part(room=room, by=stamp.by)
        require_ahead(room=room)
        if self.measured_on > facts.now.date():
            raise BaselineInvalid("A baseline was read today or earlier. Correct the date.", field="measured_on")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Add it."""
        filed = Baseline(
            id=stamp.act_id,
            metric=self.metric,
            value=self.value,
            unit=self.unit,
            source=self.source,
            measured_on=self.measured_on,
            reliability=self.reliability,
            is_reported=self.is_reported,
            by=stamp.by,
            at=stamp.at,
        )
        return replace(room, prework=replace(room.prework, baselines=(*room.prework.baselines, filed)))


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawBaseline(Act):
    """Take back a baseline that one filed oneself."""

    kind: ClassVar[str] = "withdraw_baseline"
    summary: ClassVar[str] = "Take a filed baseline back"
    said: ClassVar[str] = "Taken back"
    baseline_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: RoomNotOpen, NotThere."""
        require_ahead(room=room)
        if all(each.id != self.baseline_id for each in room.prework.of(stamp.by)):
            raise NotThere("There is no such baseline of yours; it may have been taken back already.")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Remove it."""
        kept = tuple(each for each in room.prework.baselines if each.id != self.baseline_id)
        return replace(room, prework=replace(room.prework, baselines=kept))


@dataclass(frozen=True, slots=True, kw_only=True)
class FileNothing(Act):
    """Say that one has no number to bring."""

    kind: ClassVar[str] = "file_nothing"
    summary: ClassVar[str] = "Say that there is no baseline to file"
    said: ClassVar[str] = "Noted"

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen."""
        require_part(room=room, by=stamp.by)
        require_ahead(room=room)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Remind no more."""
        nothing = tuple(dict.fromkeys((*room.prework.nothing, stamp.by)))
        return replace(room, prework=replace(room.prework, nothing=nothing))


def rule(room: Room, facts: Facts, step: Step) -> Iterable[Blocker]:  # noqa: ARG001
    """Say whose numbers are missing when the inputs are done. Source: M-10."""
    missing = len(owing(room)) if step.kind is StepKind.INPUTS else 0
    if missing:
        yield Blocker(
            rule="M-10",
            message=f"{missing} of those who may own a key result {'has' if missing == 1 else 'have'} filed no baseline.",
            way_out="Let them file it at their desks now, or say that they have none.",
            is_hard=False,
        )


ACTS = (FileBaseline, WithdrawBaseline, FileNothing)
