"""The alignment review before the lock, and the dissents that stay."""

import pytest

from service.domain.room import SYSTEM, StepKind
from service.domain.room.alignment import AskReview, NoteReview, NoteReviewFailed, RecordDissent, Unit, mark_of
from service.domain.room.drafts.key_results import EditKeyResult
from service.domain.room.gates import Waive
from service.domain.room.pacing import Advance, GoBack, StepBlocked
from service.domain.room.process import link_coverage
from service.domain.synthesis import Kind, SetFinding
from tests.unit.room.closing import TITLE, agreed, committed, hard, rules, slot
from tests.unit.room.rooms import CYCLE, FAY, LIA, SAM, Play

WITH_REVIEW = (StepKind.OBJECTIVES, StepKind.KEY_RESULTS, StepKind.ALIGNMENT, StepKind.CLOSE)
FOUND = SetFinding(
    id="f", kind=Kind.OPPOSED, severity="error", message="Opposed", measure="m", team_id="t", path=("A-1",)
)


def at_close() -> tuple[Play, str]:
    room, _, row = agreed(*WITH_REVIEW)
    slot(room)
    room.go_to(StepKind.CLOSE)
    return room, row


def reviewed(room: Play) -> None:
    room.act(LIA, AskReview())
    room.act(
        SYSTEM,
        NoteReview(drafts=mark_of(room.room), findings=(FOUND,), units=(Unit(team_id="t", objectives=4, linked=1),)),
    )


def test_nothing_is_locked_before_all_plans_were_reviewed() -> None:
    """O-11: hard where the agenda has the step, not elsewhere."""
    room, _ = at_close()
    assert "O-11" in hard(room)
    reviewed(room)
    assert "O-11" not in rules(room)
    without, *_ = agreed()
    slot(without)
    without.go_to(StepKind.CLOSE)
    assert "O-11" not in rules(without)


def test_a_review_of_other_drafts_does_not_count() -> None:
    """O-11: what changed since must be reviewed again."""
    room, row = at_close()
    reviewed(room)
    room.act(FAY, GoBack(step_id="key_results", reason="One more thought"))
    room.act(SAM, EditKeyResult(key_result_id=row, title=TITLE, baseline=3.0, target=12.0, unit="days"))
    room.go_to(StepKind.CLOSE)
    assert "O-11" in hard(room)


def test_the_review_may_be_passed_over_with_a_reason() -> None:
    room, _ = at_close()
    with pytest.raises(StepBlocked):
        room.act(FAY, Advance(step_id="close"))
    room.act(FAY, Waive(rule="O-11", reason="Jira is down for maintenance"))
    assert "O-11" not in hard(room)


def test_a_review_after_the_first_day_comes_late() -> None:
    """M-25: before the cycle's first day."""
    room, _ = at_close()
    assert room.facts.now.date() < CYCLE.starts_on
    reviewed(room)
    assert "M-25" not in rules(room)
    room.later(days=30)
    reviewed(room)
    assert "M-25" in rules(room)


def test_a_review_that_fails_says_why_and_leaves_the_last_one() -> None:
    room, _ = at_close()
    reviewed(room)
    room.act(LIA, AskReview())
    assert room.room.alignment.is_running
    room.act(SYSTEM, NoteReviewFailed(reason="Jira did not answer"))
    assert room.room.alignment.trouble == "Jira did not answer"
    assert room.room.alignment.review is not None
    assert room.room.alignment.review.findings == (FOUND,)


def test_link_coverage_is_that_of_all_teams() -> None:
    """T-11."""
    room, _ = at_close()
    assert link_coverage(room.room) is None
    reviewed(room)
    assert link_coverage(room.room) == 0.25


def test_a_dissent_stays() -> None:
    """Requirements 2.1: disagreements are kept beside the choice."""
    room, *_ = committed(*WITH_REVIEW[:2], StepKind.CLOSE)
    room.act(SAM, RecordDissent(text="The target is too low", about="Methodiq"))
    assert [(each.by, each.about, each.text) for each in room.room.alignment.dissents] == [
        (SAM, "Methodiq", "The target is too low")
    ]
