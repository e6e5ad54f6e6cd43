"""Can all key results come true while the objective fails? Then the set does not suffice. Source: M-19."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from service.domain.room.act import Act, Stamp, optional_words
from service.domain.room.drafts.objectives import require_objective
from service.domain.room.pressure.key_results import require_testing
from service.domain.room.pressure.shapes import ObjectiveAnswer

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room


class Suffices(StrEnum):
    """What the room says of an objective's key results; CHANGED: they are others than those that were judged."""

    UNASKED = "unasked"
    SUFFICIENT = "sufficient"
    INSUFFICIENT = "insufficient"
    CHANGED = "changed"


def _about(room: Room, objective_id: str) -> str:
    return "\n".join(sorted(each.wording for each in room.drafts.key_results(objective_id=objective_id)))


def suffices(*, room: Room, objective_id: str) -> Suffices:
    """Return whether an objective's key results are enough, as the room judged them."""
    found = room.pressure.objectives.get(objective_id)
    if found is None:
        return Suffices.UNASKED
    if found.about != _about(room, objective_id):
        return Suffices.CHANGED
    return Suffices.INSUFFICIENT if found.can_fail else Suffices.SUFFICIENT


@dataclass(frozen=True, slots=True, kw_only=True)
class TestObjective(Act):
    """Say whether every key result may come true while the objective fails."""

    __test__: ClassVar[bool] = False  # no test of pytest's

    kind: ClassVar[str] = "test_objective"
    summary: ClassVar[str] = "Say whether the key results suffice for the objective"
    said: ClassVar[str] = "Answer kept"
    objective_id: str
    can_fail: bool
    because: str = optional_words(at_most=500)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        require_testing(room=room, by=stamp.by)
        require_objective(room=room, objective_id=self.objective_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep the answer beside the key results it is about."""
        answer = ObjectiveAnswer(
            objective_id=self.objective_id,
            about=_about(room, self.objective_id),
            can_fail=self.can_fail,
            because=self.because,
            by=stamp.by,
        )
        return replace(room, pressure=room.pressure.judged(answer))


ACTS = (TestObjective,)
