"""The 70 % check: would seven tenths of this be worth more than all of something easy? Source: M-16.

An *achievement* rule; it has nothing to do with the probability asked in the vote, nor with the cut of a status.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from service.domain.model import Direction
from service.domain.room.act import Act, Stamp, optional_words
from service.domain.room.blockers import Blocker
from service.domain.room.drafts.key_results import require_key_result
from service.domain.room.drafts.shapes import KeyResultDraft
from service.domain.room.running import require_step
from service.domain.room.seats import require_part
from service.domain.room.steps import Step, StepKind

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

SHARE = 0.7


class Stretch(StrEnum):
    """What the room says of a target at 70 %: still worth it, too small to be proud of, or out of reach even then."""

    AMBITIOUS = "ambitious"
    MEDIOCRE = "mediocre"
    OUT_OF_REACH = "out_of_reach"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeventyVerdict:
    """The room's verdict on one key result, about one wording."""

    key_result_id: str
    about: str
    stretch: Stretch
    note: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seventy:
    """All verdicts by key result."""

    by_key_result: Mapping[str, SeventyVerdict] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, draft: KeyResultDraft) -> SeventyVerdict | None:
        """Return the verdict on a key result as it is worded now, or None."""
        found = self.by_key_result.get(draft.id)
        return found if found is not None and found.about == draft.wording else None


def at_seventy(draft: KeyResultDraft) -> float | None:
    """Return the value at 70 % of the way, None where there is no way. Units: the draft's."""
    if draft.direction not in {Direction.INCREASE, Direction.DECREASE}:
        return None
    if draft.baseline is None or draft.target is None:
        return None
    return draft.baseline + SHARE * (draft.target - draft.baseline)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeSeventy(Act):
    """Say what 70 % of a key result would be worth; a later verdict replaces the earlier one."""

    kind: ClassVar[str] = "judge_seventy"
    summary: ClassVar[str] = "Judge a key result at 70 %"
    key_result_id: str
    stretch: Stretch
    note: str = optional_words(at_most=500)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        require_part(room=room, by=stamp.by)
        require_step(room=room, kinds={StepKind.SEVENTY}, doing="The 70 % check is made")
        require_key_result(room=room, key_result_id=self.key_result_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep it."""
        draft = room.drafts.key_result(self.key_result_id)
        if draft is None:
            return room
        made = SeventyVerdict(
            key_result_id=draft.id, about=draft.wording, stretch=self.stretch, note=self.note, by=stamp.by
        )
        kept = MappingProxyType({**room.seventy.by_key_result, draft.id: made})
        return replace(room, seventy=replace(room.seventy, by_key_result=kept))


def seventy_rule(room: Room, facts: Facts, step: Step) -> Iterable[Blocker]:  # noqa: ARG001
    """Yield the key results without a verdict. Source: M-16."""
    if step.kind is not StepKind.SEVENTY:
        return
    open_ones = [each for each in room.drafts.key_results() if room.seventy.of(each) is None]
    if open_ones:
        number = len(open_ones)
        yield Blocker(
            rule="M-16",
            message=f"{number} key result{'s have' if number > 1 else ' has'} no 70 % verdict yet.",
            way_out="Choose one for each, or waive the check with a reason.",
            can_waive=True,
        )


ACTS = (JudgeSeventy,)
RULES = (seventy_rule,)
