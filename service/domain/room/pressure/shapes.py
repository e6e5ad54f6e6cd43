"""What was answered under pressure. Each answer remembers the wording it was about; no acts here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from service.domain.challenge import Dismissal
from service.domain.model import Direction
from service.domain.room.drafts.shapes import KeyResultDraft


class Nature(StrEnum):
    """What a key result is. Source: M-18, W-07."""

    RESULT = "result"
    TASK = "task"


class Moves(StrEnum):
    """What its number measures. Source: O-08."""

    PROGRESS = "progress"
    EFFORT = "effort"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyResultAnswers:
    """What the room answered about one key result; None and "" where it did not.

    Units: `now_percent` and `if_hit_percent` are the confidence in the *objective*, 0–100 (O-09). `forever`: it could be tracked
    every week without end (T-12).
    """

    key_result_id: str
    about: str
    nature: Nature | None = None
    nature_because: str = ""
    moves: Moves | None = None
    if_missed: str = ""
    now_percent: float | None = None
    if_hit_percent: float | None = None
    forever: bool | None = None
    by: str = ""
    at: datetime | None = None

    @property
    def delta(self) -> float | None:
        """Return what hitting it would add to the confidence in the objective. Units: percent points."""
        if self.now_percent is None or self.if_hit_percent is None:
            return None
        return self.if_hit_percent - self.now_percent


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveAnswer:
    """Whether every key result may come true while the objective fails. Source: M-19."""

    objective_id: str
    about: str
    can_fail: bool
    because: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feasibility:
    """What one person who does the work says of a target. Source: M-08."""

    key_result_id: str
    about: str
    by: str
    is_feasible: bool
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardrailDraft:
    """A counter-metric the room accepted; it becomes a guardrail at commit. Units: `limit` in `unit`. Source: M-24."""

    id: str
    key_result_id: str
    name: str
    bound: Direction
    limit: float
    unit: str = ""
    loophole: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sandbag:
    """The facilitator calls a target too easy. Source: M-21."""

    key_result_id: str
    about: str
    because: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressure:
    """Everything that was answered under pressure."""

    answers: Mapping[str, KeyResultAnswers] = field(default_factory=lambda: MappingProxyType({}))
    objectives: Mapping[str, ObjectiveAnswer] = field(default_factory=lambda: MappingProxyType({}))
    feasibility: tuple[Feasibility, ...] = ()
    guardrails: tuple[GuardrailDraft, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
    sandbags: tuple[Sandbag, ...] = ()

    def of(self, draft: KeyResultDraft) -> KeyResultAnswers:
        """Return the answers about a key result as it is worded now; empty ones where it was changed since."""
        found = self.answers.get(draft.id)
        if found is None or found.about != draft.wording:
            return KeyResultAnswers(key_result_id=draft.id, about=draft.wording)
        return found

    def feasible(self, draft: KeyResultDraft) -> tuple[Feasibility, ...]:
        """Return what people say of a target as it is now."""
        return tuple(
            each for each in self.feasibility if each.key_result_id == draft.id and each.about == draft.wording
        )

    def sandbag(self, draft: KeyResultDraft) -> Sandbag | None:
        """Return the standing call on a target as it is now, or None."""
        calls = (each for each in self.sandbags if (each.key_result_id, each.about) == (draft.id, draft.wording))
        return next(calls, None)

    def guardrails_of(self, key_result_id: str) -> tuple[GuardrailDraft, ...]:
        """Return the accepted guardrails of a key result."""
        return tuple(each for each in self.guardrails if each.key_result_id == key_result_id)

    def dismissed(self, key_result_id: str) -> tuple[Dismissal, ...]:
        """Return the loopholes of a key result that were waved away."""
        return tuple(each for each in self.dismissals if each.key_result_id == key_result_id)

    def answered(self, answers: KeyResultAnswers) -> Pressure:
        """Return it with the answers about one key result put in."""
        return replace(self, answers=MappingProxyType({**self.answers, answers.key_result_id: answers}))

    def judged(self, answer: ObjectiveAnswer) -> Pressure:
        """Return it with the answer about one objective put in."""
        return replace(self, objectives=MappingProxyType({**self.objectives, answer.objective_id: answer}))
