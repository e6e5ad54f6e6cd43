"""Going through the key results that are under way: adjust the work or its dates, never silently the target. Source: G-14, T-20."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import DomainError, NotThere
from service.domain.room.act import Act, Stamp, optional_words
from service.domain.room.blockers import Blocker
from service.domain.room.running import require_step
from service.domain.room.seats import require_part
from service.domain.room.session import SessionKind
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.input_pack import LivingKeyResult
    from service.domain.room.room import Room
    from service.domain.room.steps import Step

KINDS = frozenset({StepKind.REVIEW})


class Verdict(StrEnum):
    """What the room does about a key result. The last one changes nothing by itself: a target is amended on record (T-20)."""

    GO_ON = "go_on"
    CHANGE_INITIATIVES = "change_initiatives"
    CHANGE_TIMELINE = "change_timeline"
    AMEND_TARGET = "amend_target"


class NoteMissing(DomainError):
    """A change that does not say what changes."""

    code: ClassVar[str] = "note_missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What was agreed on about one key result."""

    key_result_id: str
    verdict: Verdict
    note: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The last word on each key result, by its id."""

    by_key_result: Mapping[str, Reviewed] = field(default_factory=lambda: MappingProxyType({}))

    def find(self, key_result_id: str) -> Reviewed | None:
        """Return what was agreed on, or None."""
        return self.by_key_result.get(key_result_id)


def living(room: Room) -> tuple[LivingKeyResult, ...]:
    """Return the key results under way, as they stood when the facts were gathered."""
    return room.inputs.pack.living if room.inputs.pack else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewKeyResult(Act):
    """Say what happens with a key result; whoever changes something says what."""

    kind: ClassVar[str] = "review_key_result"
    summary: ClassVar[str] = "Record what a review decided about a key result"
    said: ClassVar[str] = "Noted"
    key_result_id: str
    verdict: Verdict
    note: str = optional_words(at_most=1000)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere, NoteMissing."""
        require_part(room=room, by=stamp.by)
        require_step(room=room, kinds=KINDS, doing="Key results are reviewed")
        if all(each.id != self.key_result_id for each in living(room)):
            raise NotThere("This key result is not under review.", field="key_result_id")
        if self.verdict is not Verdict.GO_ON and not self.note.strip():
            raise NoteMissing("Say what changes and why; it stays in the record.", field="note")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep the last word; the earlier ones stay in the log."""
        reviewed = Reviewed(
            key_result_id=self.key_result_id, verdict=self.verdict, note=self.note, by=stamp.by, at=stamp.at
        )
        found = MappingProxyType({**room.review.by_key_result, self.key_result_id: reviewed})
        return replace(room, review=replace(room.review, by_key_result=found))


def rule(room: Room, facts: Facts, step: Step) -> Iterable[Blocker]:  # noqa: ARG001
    """Count what nobody has looked at; a mid-cycle review is about every one of them. Source: G-14."""
    if step.kind is not StepKind.REVIEW or room.session.kind is not SessionKind.MID_CYCLE:
        return
    missing = sum(room.review.find(each.id) is None for each in living(room))
    if missing:
        yield Blocker(
            rule="G-14",
            message=f"{missing} of {len(living(room))} key results have not been looked at.",
            way_out="Go on as planned, or adjust the work or its dates: one word for each.",
            is_hard=False,
        )


ACTS = (ReviewKeyResult,)
