"""What may be committed, when, and what the room knows of it afterwards."""

from dataclasses import replace

import pytest

from service.domain.room import SYSTEM, SessionKind, SessionState, StepKind, empty, fold
from service.domain.room.committing import (
    Commit,
    CommitBlocked,
    NoteCommitEnded,
    NoteCommitted,
    NoteRefused,
    NothingToCommit,
    OnlyNorthstar,
    changed_since,
    to_commit,
    waiting,
)
from service.domain.room.drafts.agreement import AgreeObjective
from service.domain.room.drafts.key_results import EditKeyResult
from service.domain.room.drafts.objectives import DraftObjective, DropObjective
from service.domain.room.gates import Waive
from service.domain.room.pacing import Advance, GoBack, StepBlocked
from service.domain.room.pressure.objectives import TestObjective
from service.domain.room.running import WrongStep
from service.domain.room.seats import NotFacilitating
from tests.unit.room.closing import TITLE, agreed, committed, hard, ready, rules, slot
from tests.unit.room.rooms import FAY, LIA, SAM, TEAM, play


def test_only_the_console_commits_and_only_on_the_last_step() -> None:
    room, *_ = agreed()
    with pytest.raises(WrongStep):
        room.act(FAY, Commit())
    room, *_ = ready()
    with pytest.raises(NotFacilitating):
        room.act(LIA, Commit())


def test_nothing_is_committed_while_something_hard_is_missing() -> None:
    """O-17, T-14: without the weekly slot the button refuses and says what to do."""
    room, *_ = agreed()
    room.go_to(StepKind.CLOSE)
    with pytest.raises(CommitBlocked, match="T-14"):
        room.act(FAY, Commit())


def test_an_objective_whose_key_results_do_not_suffice_is_not_committed() -> None:
    """M-19: until a key result is added or changed, or somebody waives it with a reason."""
    room, objective, _ = agreed(StepKind.OBJECTIVES, StepKind.KEY_RESULTS, StepKind.PRESSURE_TEST, StepKind.CLOSE)
    slot(room)
    room.room = replace(room.room, agenda=room.room.agenda.begin(step_id="pressure_test", at=room.facts.now))
    room.act(LIA, TestObjective(objective_id=objective, can_fail=True, because="Refunds may still be wrong"))
    room.room = replace(room.room, agenda=room.room.agenda.begin(step_id="close", at=room.facts.now))
    with pytest.raises(CommitBlocked, match="M-19"):
        room.act(FAY, Commit())
    room.act(FAY, Waive(rule="M-19", subject_id=objective, reason="We know"))
    room.act(FAY, Commit())
    assert room.room.commits.is_running


def test_a_press_waits_for_the_job_and_the_job_alone_answers() -> None:
    """O-13."""
    room, objective, _ = ready()
    press = room.act(FAY, Commit())
    assert room.room.commits.is_running
    with pytest.raises(OnlyNorthstar):
        room.act(FAY, NoteCommitted(subject_id=objective))
    room.act(SYSTEM, NoteRefused(subject_id=objective, reason="Cost centre is required"))
    room.act(SYSTEM, NoteCommitEnded(press_id=press))
    assert not room.room.commits.is_running
    assert room.room.commits.refused[objective].reason == "Cost centre is required"
    assert "O-13" in hard(room)


def test_a_late_answer_to_an_earlier_press_does_not_end_the_new_one() -> None:
    room, *_ = ready()
    first = room.act(FAY, Commit())
    room.act(SYSTEM, NoteCommitEnded(press_id=first))
    room.act(FAY, Commit())
    room.act(SYSTEM, NoteCommitEnded(press_id=first))
    assert room.room.commits.is_running


def test_pressing_again_clears_the_refusals_and_keeps_what_is_done() -> None:
    room, objective, row = ready()
    room.act(FAY, Commit())
    room.act(SYSTEM, NoteCommitted(subject_id=objective, keys=("CARE-1",)))
    room.act(SYSTEM, NoteRefused(subject_id=row, reason="No such person"))
    room.act(FAY, Commit())
    assert room.room.commits.refused == {}
    assert list(room.room.commits.done) == [objective]
    assert [each.id for each in waiting(room.room)] == [row]


def test_when_everything_is_in_the_plan_there_is_nothing_to_commit() -> None:
    room, *_ = committed()
    with pytest.raises(NothingToCommit):
        room.act(FAY, Commit())
    assert hard(room) == set()
    room.act(FAY, Advance(step_id="close"))
    assert room.room.agenda.is_over


def test_only_what_was_agreed_and_lives_is_committed() -> None:
    """O-13."""
    room = play(StepKind.OBJECTIVES, StepKind.CLOSE)
    ids = [room.act(LIA, DraftObjective(team_id=TEAM.id, title=title)) for title in ("Agreed", "Open", "Dropped")]
    for each in (ids[0], ids[2]):
        room.act(FAY, AgreeObjective(objective_id=each))
    room.act(FAY, DropObjective(objective_id=ids[2], reason="Too much"))
    assert [each.id for each in to_commit(room.room)] == [ids[0]]


def test_the_plan_is_the_truth_after_the_commit() -> None:
    """T-20: going back changes the draft, not the plan; the room says so."""
    room, _, row = committed()
    room.act(FAY, GoBack(step_id="key_results", reason="A typing error"))
    room.act(SAM, EditKeyResult(key_result_id=row, title=TITLE, baseline=3.0, target=12.0, unit="days"))
    assert [each.id for each in changed_since(room.room)] == [row]
    room.go_to(StepKind.CLOSE)
    assert "T-20" in rules(room)
    assert "T-20" not in hard(room)


def test_a_session_that_only_drafts_may_end_without_a_commit() -> None:
    """O-01: a workshop leaves its drafts to the planning that follows it."""
    for kind, expected in ((SessionKind.WORKSHOP, set()), (SessionKind.PLANNING, {"O-13"})):
        room, *_ = ready()
        room.room = replace(room.room, session=replace(room.room.session, kind=kind))
        assert hard(room) == expected


def test_an_empty_jira_keeps_the_last_page_closed() -> None:
    """O-17."""
    room, *_ = ready()
    with pytest.raises(StepBlocked, match="O-13"):
        room.act(FAY, Advance(step_id="close"))


def test_the_log_gives_the_same_room_again() -> None:
    room, *_ = committed()
    booked = empty(session=replace(room.room.session, state=SessionState.BOOKED, seq=0))
    assert fold(room=booked, entries=room.log).commits == room.room.commits


def test_what_is_committed_twice_counts_the_first_time() -> None:
    """T-17: the launch is the first commit; a job that comes back after a crash says the same again."""
    room, objective, _ = committed()
    first = room.room.commits.done[objective]
    room.later(days=1)
    room.act(SYSTEM, NoteCommitted(subject_id=objective, keys=("CARE-2",)))
    assert room.room.commits.done[objective] == first
    assert room.room.commits.first_at == first.at
