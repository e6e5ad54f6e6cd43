"""The questions on one key result, answered in one go; what is not given becomes empty. Source: M-18, M-20, O-08, O-09, T-12."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, ClassVar

from service.domain.room.act import Act, Stamp, optional_words
from service.domain.room.drafts.key_results import require_key_result
from service.domain.room.pressure.shapes import KeyResultAnswers, Moves, Nature
from service.domain.room.running import require_reached
from service.domain.room.seats import require_part
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

FROM = frozenset({StepKind.KEY_RESULTS, StepKind.PRESSURE_TEST})


def require_testing(*, room: Room, by: str) -> None:
    """Refuse whoever may not answer now. Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep."""
    require_part(room=room, by=by)
    require_reached(room=room, kinds=FROM, doing="Key results are tested")


def _percent() -> Any:
    return field(default=None, metadata={"least": 0, "most": 100})


@dataclass(frozen=True, slots=True, kw_only=True)
class TestKeyResult(Act):
    """Answer the questions on a key result.

    Units: both percentages 0–100: the confidence in the objective as it is, and if the key result were hit.
    """

    __test__: ClassVar[bool] = False  # no test of pytest's

    kind: ClassVar[str] = "test_key_result"
    summary: ClassVar[str] = "Answer the pressure test of a key result"
    said: ClassVar[str] = "Answers kept"
    key_result_id: str
    nature: Nature | None = None
    nature_because: str = optional_words(at_most=500)
    moves: Moves | None = None
    if_missed: str = optional_words()
    now_percent: float | None = _percent()
    if_hit_percent: float | None = _percent()
    forever: bool | None = None

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        require_testing(room=room, by=stamp.by)
        require_key_result(room=room, key_result_id=self.key_result_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep the answers beside the wording they are about."""
        draft = room.drafts.key_result(self.key_result_id)
        if draft is None:
            return room
        answers = KeyResultAnswers(
            key_result_id=draft.id,
            about=draft.wording,
            nature=self.nature,
            nature_because=self.nature_because,
            moves=self.moves,
            if_missed=self.if_missed.strip(),
            now_percent=self.now_percent,
            if_hit_percent=self.if_hit_percent,
            forever=self.forever,
            by=stamp.by,
            at=stamp.at,
        )
        return replace(room, pressure=room.pressure.answered(answers))


ACTS = (TestKeyResult,)
