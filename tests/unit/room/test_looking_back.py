"""Look back and review: four questions, lessons, key results one by one."""

from typing import Any

import pytest

from service.domain.errors import NotThere
from service.domain.retrospective import Question
from service.domain.room import SYSTEM, SessionKind, StepKind, blockers
from service.domain.room.input_pack import LivingKeyResult, Pack, PastObjective
from service.domain.room.inputs import PutPack
from service.domain.room.look_back import AnswerQuestion, DropAnswer, NoteLearned
from service.domain.room.pacing import Advance, StepBlocked
from service.domain.room.review import NoteMissing, ReviewKeyResult, Verdict
from tests.unit.room.rooms import FAY, LIA, START, TEAM, TOM, Play, play

PACK = Pack(
    gathered_at=START,
    last_cycle="Q4 2026",
    objectives=(PastObjective(id="past", team_id=TEAM.id, title="Nobody waits", score=0.6),),
    living=tuple(
        LivingKeyResult(id=id, team_id=TEAM.id, objective="Nobody waits", title=id, status="behind", target=90.0)
        for id in ("speed", "trust")
    ),
)


def _open(played: Play) -> list[tuple[str, bool]]:
    step = played.room.agenda.step
    assert step is not None
    return [(each.rule, each.is_hard) for each in blockers(room=played.room, facts=played.facts, step=step)]


def _answer(question: Question, text: str = "Much") -> AnswerQuestion:
    return AnswerQuestion(team_id=TEAM.id, question=question, text=text)


def test_an_empty_look_back_warns() -> None:
    """W-02: what was achieved and learned is captured beside last cycle's objectives; nothing captured warns."""
    played = play(StepKind.LOOK_BACK, StepKind.NOTES)
    assert _open(played) == [("W-02", False)]
    with pytest.raises(NotThere):
        played.act(LIA, NoteLearned(objective_id="past", text="Ask earlier"))
    played.act(SYSTEM, PutPack(pack=PACK))
    played.act(LIA, NoteLearned(objective_id="past", text="Ask earlier"))
    assert ("W-02", False) not in _open(played)
    assert [(each.objective_id, each.text) for each in played.room.look_back.learned] == [("past", "Ask earlier")]


def test_there_are_exactly_four_questions_and_an_open_one_is_named() -> None:
    """T-02: achieved or missed, carried or stuck, surprises, changes; a planning is not held up by them."""
    assert len(Question) == 4
    played = play(StepKind.LOOK_BACK, StepKind.NOTES)
    for question in list(Question)[:3]:
        played.act(LIA, _answer(question))
    assert ("T-02", True) not in _open(played)
    assert _open(played) == [("T-02", False)]
    played.act(TOM, _answer(Question.CHANGED))
    assert _open(played) == []


def test_a_retrospective_wants_all_four() -> None:
    """T-02, G-15: a retrospective without an answer to each is none."""
    played = play(StepKind.LOOK_BACK, StepKind.CLOSE, session=SessionKind.RETROSPECTIVE)
    played.act(LIA, _answer(Question.ACHIEVED))
    with pytest.raises(StepBlocked, match="carried over"):
        played.act(FAY, Advance(step_id="look_back"))


def test_answers_of_several_people_become_one_text() -> None:
    """T-02: what two people said stands one under the other; only one's own can be taken back."""
    played = play(StepKind.LOOK_BACK)
    played.act(LIA, _answer(Question.STUCK, "The import"))
    second = played.act(TOM, _answer(Question.STUCK, "Hiring"))
    assert played.room.look_back.written(team_id=TEAM.id) == {Question.STUCK: "The import\nHiring"}
    with pytest.raises(NotThere):
        played.act(LIA, DropAnswer(answer_id=second))
    played.act(TOM, DropAnswer(answer_id=second))
    assert played.room.look_back.written(team_id=TEAM.id) == {Question.STUCK: "The import"}
    with pytest.raises(NotThere):
        played.act(LIA, AnswerQuestion(team_id="f" * 32, question=Question.STUCK, text="Elsewhere"))


def test_a_review_adjusts_the_work_and_says_what_changes() -> None:
    """G-14, T-20: initiatives or timelines with a note; a target is proposed, and the key result stays as it is."""
    played = play(StepKind.REVIEW, session=SessionKind.MID_CYCLE)
    assert _open(played) == []
    played.act(SYSTEM, PutPack(pack=PACK))
    assert _open(played) == [("G-14", False)]
    played.act(LIA, ReviewKeyResult(key_result_id="speed", verdict=Verdict.GO_ON))
    with pytest.raises(NoteMissing):
        played.act(LIA, ReviewKeyResult(key_result_id="trust", verdict=Verdict.CHANGE_TIMELINE, note=" "))
    played.act(LIA, ReviewKeyResult(key_result_id="trust", verdict=Verdict.AMEND_TARGET, note="The market fell"))
    assert _open(played) == []
    reviewed: Any = played.room.review.find("trust")
    assert (reviewed.verdict, reviewed.by) == (Verdict.AMEND_TARGET, LIA)
    assert played.room.inputs.pack is not None
    assert [each.target for each in played.room.inputs.pack.living] == [90.0, 90.0]
    with pytest.raises(NotThere):
        played.act(LIA, ReviewKeyResult(key_result_id="other", verdict=Verdict.GO_ON))
