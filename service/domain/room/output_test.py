"""The output test: after the session every member shows that the plan arrived, by picking, not by saying yes.

Three questions with shuffled choices: the company's priorities, the own team's objectives, who owns which key result. Whoever
does not find all of them has answered "no", and a "no" means that planning was not successful and a step is opened again.
Source: T-21.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from service.domain.errors import DomainError
from service.domain.room.act import Act, Stamp
from service.domain.room.committing import to_commit
from service.domain.room.seats import NotInRoom, SeatRole
from service.domain.room.session import SessionState
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.room.drafts.shapes import KeyResultDraft, ObjectiveDraft
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

T = TypeVar("T")

MOST_CHOICES: Final = 6
MOST_OWNERS: Final = 5
"""Key results whose owner is asked; more is an exam."""


class NothingToAsk(DomainError):
    """The plan is not committed yet, so there is nothing to remember."""

    code: ClassVar[str] = "output_test_not_open"
    status: ClassVar[int] = 409


class AnsweredBefore(DomainError):
    """The person has answered and seen what is right."""

    code: ClassVar[str] = "output_test_answered"
    status: ClassVar[int] = 409


class Question(StrEnum):
    """What is asked. Source: T-21."""

    PRIORITIES = "priorities"
    OBJECTIVES = "objectives"
    OWNERS = "owners"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to pick. For owners `text` is the key result and `id` its id; people are the choices there."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What one person is asked; nothing to pick means that the question is left out."""

    priorities: tuple[Choice, ...]
    objectives: tuple[Choice, ...]
    owned: tuple[Choice, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one person picked, and which of the three questions came out right."""

    by: str
    at: datetime
    passed: Mapping[Question, bool]

    @property
    def score(self) -> float:
        """Return the share of the questions answered right. Units: 0.0–1.0."""
        return sum(self.passed.values()) / len(self.passed) if self.passed else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputTest:
    """The answers by account id."""

    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def noes(self) -> Mapping[Question, int]:
        """Return how many people failed each question; only those that somebody failed."""
        counted = {
            each: sum(not answer.passed.get(each, True) for answer in self.answers.values()) for each in Question
        }
        return MappingProxyType({each: count for each, count in counted.items() if count})

    @property
    def score(self) -> float | None:
        """Return the mean score, None before anybody answered. Units: 0.0–1.0."""
        return sum(each.score for each in self.answers.values()) / len(self.answers) if self.answers else None


STEP_FOR: Final[Mapping[Question, tuple[StepKind, ...]]] = MappingProxyType(
    {
        Question.PRIORITIES: (StepKind.STRATEGY, StepKind.OPENING, StepKind.ALIGNMENT, StepKind.OBJECTIVES),
        Question.OBJECTIVES: (StepKind.OBJECTIVES, StepKind.CHOOSE),
        Question.OWNERS: (StepKind.OWNERS, StepKind.KEY_RESULTS),
    }
)
"""Which step is opened again after a "no", the most fitting first."""


def members(room: Room) -> tuple[str, ...]:
    """Return who is asked: everybody who has a seat and does not only watch."""
    return tuple(seat.account_id for seat in room.seats if seat.role is not SeatRole.OBSERVER)


def is_open(room: Room) -> bool:
    """Tell whether the test may be taken: the plan is committed and the session over."""
    return room.session.state is SessionState.CLOSED and bool(room.commits.done)


def right(*, room: Room, account_id: str) -> Mapping[Question, frozenset[str]]:
    """Return what a person must pick: ids of objectives, "key result:account" for owners. The room alone decides."""
    return MappingProxyType(
        {
            Question.PRIORITIES: frozenset(each.id for each in room.commits.priorities),
            Question.OBJECTIVES: frozenset(each.id for each in _ours(room)),
            Question.OWNERS: frozenset(f"{each.id}:{each.owner}" for each in _asked(room, account_id)),
        }
    )


def sheet(*, room: Room, facts: Facts, account_id: str) -> Sheet:
    """Return the questions of one person, shuffled for them and the same at every look."""
    ours, priorities = _ours(room), room.commits.priorities
    named = {each.id for each in ours} | {each.id for each in priorities}
    known = [(each.id, each.title) for each in facts.plan]
    known += [(each.id, each.title) for each in room.drafts.all_objectives]
    decoys = [each for each in known if each[0] not in named]
    asked = _asked(room, account_id)
    people = {each.owner for each in room.drafts.key_results() if each.owner} | set(members(room))
    return Sheet(
        priorities=_mixed([(each.id, each.title) for each in priorities], decoys, f"{account_id}p"),
        objectives=_mixed([(each.id, each.title) for each in ours], decoys, f"{account_id}o"),
        owned=tuple(Choice(id=each.id, text=each.title) for each in asked),
        people=tuple(_shuffled(sorted(people), account_id, str)),
    )


def _ours(room: Room) -> list[ObjectiveDraft]:
    return [each for each in to_commit(room) if room.commits.has(each.id)]


def _asked(room: Room, account_id: str) -> list[KeyResultDraft]:
    owned = [each for each in room.drafts.key_results() if each.owner and room.commits.has(each.id)]
    return _shuffled(owned, account_id, lambda each: each.id)[:MOST_OWNERS]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTest(Act):
    """Pick what the plan says. `owners` are texts "key result id:account id"."""

    kind: ClassVar[str] = "answer_output_test"
    summary: ClassVar[str] = "Answer the output test"
    said: ClassVar[str] = "Thank you"
    priorities: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, NothingToAsk, AnsweredBefore."""
        if stamp.by not in members(room):
            raise NotInRoom("The test is for those who have a seat in this session.")
        if not is_open(room):
            raise NothingToAsk("The test begins when the plan is committed and the session closed.")
        if stamp.by in room.output_test.answers:
            raise AnsweredBefore("You have answered already; the answers were shown to you.")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Judge it: everything right picked and nothing wrong. The first answer counts."""
        if stamp.by in room.output_test.answers:
            return room
        picked = {
            Question.PRIORITIES: frozenset(self.priorities),
            Question.OBJECTIVES: frozenset(self.objectives),
            Question.OWNERS: frozenset(self.owners),
        }
        wanted = right(room=room, account_id=stamp.by)
        passed = MappingProxyType({each: picked[each] == wanted[each] for each in Question if wanted[each]})
        answers = {**room.output_test.answers, stamp.by: Answer(by=stamp.by, at=stamp.at, passed=passed)}
        return replace(room, output_test=OutputTest(answers=MappingProxyType(answers)))


def reopening(room: Room) -> tuple[Question, str] | None:
    """Return the question most people failed and the id of the step to open again, or None. Source: T-21."""
    noes = room.output_test.noes
    for question in sorted(noes, key=lambda each: -noes[each]):
        for kind in STEP_FOR[question]:
            for step in room.agenda.steps:
                if step.kind is kind and room.agenda.has_run(step.id):
                    return question, step.id
    return None


def is_successful(room: Room) -> bool | None:
    """Tell whether planning was successful: everybody answered and nobody with a "no"; None while answers are missing."""
    if room.output_test.noes:
        return False
    return True if set(members(room)) <= set(room.output_test.answers) else None


def _mixed(right: Sequence[tuple[str, str]], wrong: Iterable[tuple[str, str]], salt: str) -> tuple[Choice, ...]:
    names = {text for _, text in right}
    decoys = _shuffled([each for each in dict(wrong).items() if each[1] not in names], salt, lambda each: each[0])
    room_left = max(0, MOST_CHOICES - len(right))
    chosen = _shuffled([*right, *decoys[:room_left]], f"{salt}!", lambda each: each[0])
    return tuple(Choice(id=id, text=text) for id, text in chosen)


def _shuffled(things: Sequence[T], salt: str, name: Callable[[T], str]) -> list[T]:
    return sorted(things, key=lambda each: hashlib.sha256(f"{salt}|{name(each)}".encode()).digest())


ACTS = (AnswerTest,)
