"""Looking back before looking ahead: four questions for each team, and a lesson for each objective of last time.

Source: W-02, T-02, T-03, G-15.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import NotThere
from service.domain.retrospective import WORDING, Question
from service.domain.room.act import Act, Stamp, words
from service.domain.room.blockers import Blocker
from service.domain.room.running import require_step
from service.domain.room.seats import require_part
from service.domain.room.session import SessionKind
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room
    from service.domain.room.steps import Step

KINDS = frozenset({StepKind.LOOK_BACK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What somebody answered to one of the four questions."""

    id: str
    team_id: str
    question: Question
    text: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What was learned from an objective of the last cycle. Source: W-02."""

    id: str
    objective_id: str
    text: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """Everything that was said about the last cycle."""

    answers: tuple[Answer, ...] = ()
    learned: tuple[Learned, ...] = ()

    def of(self, *, team_id: str, question: Question) -> tuple[Answer, ...]:
        """Return a team's answers to a question, in the order in which they came."""
        return tuple(each for each in self.answers if (each.team_id, each.question) == (team_id, question))

    def written(self, *, team_id: str) -> Mapping[Question, str]:
        """Return a team's answers as one text a question; questions without any are left out."""
        found = {question: self.of(team_id=team_id, question=question) for question in Question}
        return {question: "\n".join(each.text for each in every) for question, every in found.items() if every}


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerQuestion(Act):
    """Answer one of the four questions for a team."""

    kind: ClassVar[str] = "answer_question"
    summary: ClassVar[str] = "Answer a question of the look back"
    team_id: str
    question: Question
    text: str = words(at_most=1000)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        require_part(room=room, by=stamp.by)
        require_step(room=room, kinds=KINDS, doing="The team looks back")
        if facts.team(self.team_id) is None:
            raise NotThere("This team does not take part in the session.", field="team_id")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Add it."""
        answer = Answer(id=stamp.act_id, team_id=self.team_id, question=self.question, text=self.text, by=stamp.by)
        return replace(room, look_back=replace(room.look_back, answers=(*room.look_back.answers, answer)))


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLearned(Act):
    """Note what was learned from an objective of the last cycle."""

    kind: ClassVar[str] = "note_learned"
    summary: ClassVar[str] = "Note what an objective taught"
    objective_id: str
    text: str = words(at_most=1000)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        require_part(room=room, by=stamp.by)
        require_step(room=room, kinds=KINDS, doing="Lessons are noted")
        known = room.inputs.pack.objectives if room.inputs.pack else ()
        if all(each.id != self.objective_id for each in known):
            raise NotThere("This objective is not among those of the last cycle.", field="objective_id")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Add it."""
        learned = Learned(id=stamp.act_id, objective_id=self.objective_id, text=self.text, by=stamp.by)
        return replace(room, look_back=replace(room.look_back, learned=(*room.look_back.learned, learned)))


@dataclass(frozen=True, slots=True, kw_only=True)
class DropAnswer(Act):
    """Take back an answer or lesson of one's own while the step runs."""

    kind: ClassVar[str] = "drop_answer"
    summary: ClassVar[str] = "Take an answer back"
    answer_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: RoomNotOpen, WrongStep, NotThere."""
        require_step(room=room, kinds=KINDS, doing="Answers are taken back")
        said = {(each.id, each.by) for each in room.look_back.answers}
        said |= {(each.id, each.by) for each in room.look_back.learned}
        if (self.answer_id, stamp.by) not in said:
            raise NotThere("There is no such answer of yours; it may have been taken back already.")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Remove it."""
        answers = tuple(each for each in room.look_back.answers if each.id != self.answer_id)
        learned = tuple(each for each in room.look_back.learned if each.id != self.answer_id)
        return replace(room, look_back=LookBack(answers=answers, learned=learned))


def rule(room: Room, facts: Facts, step: Step) -> Iterable[Blocker]:
    """Warn when nobody said anything, or a question stays open; a retrospective asks more firmly. Source: W-02, T-02."""
    if step.kind is not StepKind.LOOK_BACK:
        return
    if not room.look_back.answers and not room.look_back.learned:
        yield Blocker(
            rule="W-02",
            message="Nothing was written down about the last cycle.",
            way_out="What did you achieve, and what did you learn? One sentence is enough.",
            is_hard=False,
        )
        return
    for team in facts.teams:
        missing = [each for each in Question if each not in room.look_back.written(team_id=team.id)]
        if missing:
            yield Blocker(
                rule="T-02",
                message=f"{team.name} has not answered: {WORDING[missing[0]]}",
                way_out="All four answered, the team's retrospective is kept for the next planning.",
                is_hard=room.session.kind is SessionKind.RETROSPECTIVE,
                can_waive=True,
                subject_id=team.id,
            )


ACTS = (AnswerQuestion, NoteLearned, DropAnswer)
