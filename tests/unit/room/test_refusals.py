"""Who may do what, and when: each refusal with its code, and the field that a form marks."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from service.domain.errors import DomainError
from service.domain.model import Direction
from service.domain.room import Act, SeatRole, SessionState, Step, StepKind
from service.domain.room.agenda import LONGEST_STEP_MIN, MOST_STEPS, CallOff, OpenRoom, SetAgenda
from service.domain.room.alignment import AskReview
from service.domain.room.attendance import Leave, MarkPresent
from service.domain.room.committing import NoteCommitted
from service.domain.room.confidence.ballots import CountVotes, OpenReveal, SealConfidence
from service.domain.room.drafts.health import MoveToHealth
from service.domain.room.drafts.key_results import DropKeyResult
from service.domain.room.drafts.objectives import DraftObjective, EditObjective
from service.domain.room.drafts.parents import ProposeParent
from service.domain.room.gates import Waive
from service.domain.room.initiatives import HARD_MOST, DropInitiative, PlanWork
from service.domain.room.limits import SetObjectiveLimit
from service.domain.room.pacing import Advance, Extend, GoBack
from service.domain.room.pressure.loopholes import AcceptGuardrail
from service.domain.room.record import AskRecord
from service.domain.room.seats import HandOver, Invite, Join, Uninvite
from tests.unit.room.closing import agreed, ready
from tests.unit.room.rooms import FAY, LIA, SAM, SPONSOR, TEAM, Play, play
from tests.unit.room.tables import at, objective

GONE = "f" * 32


def refused(played: Play, by: str, act: Act) -> tuple[str, str | None]:
    """Return the code and field of a refusal; the room stays as it was."""
    before = played.room
    with pytest.raises(DomainError) as found:
        played.act(by, act)
    assert played.room is before
    assert str(found.value)
    return found.value.code, found.value.field


def booked(*kinds: StepKind) -> Play:
    """Return a room that nobody has opened yet."""
    played = play(*kinds)
    session = replace(played.room.session, state=SessionState.BOOKED)
    played.room = replace(played.room, session=session, agenda=replace(played.room.agenda, runs=()))
    return played


def _steps(*minutes: int, id: str = "step-{}") -> tuple[Step, ...]:
    return tuple(
        Step(id=id.format(number), kind=StepKind.NOTES, title=f"Step {number}", minutes=each)
        for number, each in enumerate(minutes)
    )


@pytest.mark.parametrize(
    "steps",
    [
        (),
        _steps(*(5,) * (MOST_STEPS + 1)),
        _steps(5, 5, id="same"),
        _steps(0),
        _steps(LONGEST_STEP_MIN + 1),
    ],
    ids=["none", "too many", "two of one id", "no minutes", "longer than a day"],
)
def test_an_agenda_that_nobody_could_follow_is_refused(steps: tuple[Step, ...]) -> None:
    """M-11: every step has its minutes."""
    assert refused(booked(StepKind.NOTES), FAY, SetAgenda(steps=steps)) == ("agenda_invalid", "steps")


def test_a_step_that_has_run_stays_in_the_agenda() -> None:
    """M-12: the order that was held is on record."""
    played = play(StepKind.NOTES, StepKind.THEMES)
    assert refused(played, FAY, SetAgenda(steps=_steps(5))) == ("agenda_invalid", "steps")
    played.act(FAY, SetAgenda(steps=(played.room.agenda.steps[0], *_steps(5))))
    assert [each.id for each in played.room.agenda.steps] == ["notes", "step-0"]


def test_a_room_is_opened_once_and_with_an_agenda() -> None:
    """M-01: by the facilitator."""
    played = booked(StepKind.NOTES)
    assert refused(played, LIA, OpenRoom()) == ("not_facilitating", None)
    empty = booked(StepKind.NOTES)
    empty.room = replace(empty.room, agenda=replace(empty.room.agenda, steps=()))
    assert refused(empty, FAY, OpenRoom()) == ("agenda_invalid", "steps")
    played.act(FAY, OpenRoom())
    assert refused(played, FAY, OpenRoom()) == ("room_not_open", None)


def test_a_session_is_called_off_once_and_nothing_happens_in_it_afterwards() -> None:
    played = play(StepKind.NOTES)
    assert refused(played, LIA, CallOff(reason="Nobody came")) == ("not_facilitating", None)
    played.act(FAY, CallOff(reason="Nobody came"))
    assert played.room.session.state is SessionState.CALLED_OFF
    assert played.room.agenda.run is None
    later: tuple[Act, ...] = (
        CallOff(reason="Again"),
        Advance(step_id="notes"),
        GoBack(step_id="notes", reason="Back"),
        MarkPresent(account_id=LIA),
        AskRecord(),
    )
    for act in later:
        assert refused(played, FAY, act) == ("room_not_open", None), act


def test_a_booked_room_is_prepared_and_not_yet_worked_in() -> None:
    played = booked(StepKind.OBJECTIVES)
    played.act(FAY, MarkPresent(account_id=SAM))
    assert refused(played, LIA, DraftObjective(team_id=TEAM.id, title="Early")) == ("room_not_open", None)
    assert refused(played, LIA, AskRecord()) == ("room_not_open", None)
    nobody = replace(played.room, seats=replace(played.room.seats, by_account={}))
    played.room = nobody
    played.act(LIA, CallOff(reason="Booked by mistake"))  # nobody has the console yet, so everybody may
    assert played.room.session.state is SessionState.CALLED_OFF


def test_seats_are_given_and_taken_by_the_console_alone() -> None:
    """M-01."""
    played = play(StepKind.NOTES)
    assert refused(played, LIA, Uninvite(account_id=SAM)) == ("not_facilitating", None)
    played.act(FAY, Uninvite(account_id=SAM))
    assert refused(played, SAM, Leave()) == ("not_in_room", None)
    assert refused(played, FAY, HandOver(account_id=SAM)) == ("not_in_room", "account_id")
    played.act(SAM, Join())
    assert played.room.seats.by_account[SAM].role is SeatRole.CONTRIBUTOR


def test_more_time_is_given_to_the_step_that_was_seen() -> None:
    """M-11."""
    played = play(StepKind.NOTES, StepKind.THEMES)
    played.act(FAY, Advance(step_id="notes"))
    assert refused(played, FAY, Extend(step_id="notes", minutes=5)) == ("step_moved", None)


def test_only_what_speaks_now_and_may_be_waived_is_waived() -> None:
    """M-07 may be, O-05 may not."""
    played = play(StepKind.OPENING, StepKind.SCOPE)
    assert refused(played, FAY, Waive(rule="O-05", subject_id="scope", reason="Why not")) == (
        "nothing_to_waive",
        "rule",
    )
    assert refused(played, FAY, Waive(rule="M-07", subject_id="lead", reason="Why not")) == ("nothing_to_waive", "rule")
    played.act(FAY, Waive(rule="M-07", subject_id="sponsor", reason="On a plane"))
    played.act(FAY, Advance(step_id="opening"))
    assert refused(played, FAY, Waive(rule="O-05", subject_id="scope", reason="Why not")) == (
        "nothing_to_waive",
        "rule",
    )


GONE_DRAFTS: list[tuple[Act, str]] = [
    (EditObjective(objective_id=GONE, title="Win"), "objective_id"),
    (DropKeyResult(key_result_id=GONE, reason="Why not"), "key_result_id"),
    (MoveToHealth(draft_id=GONE), "draft_id"),
    (DraftObjective(team_id=GONE, title="Win"), "team_id"),
    (ProposeParent(objective_id=GONE, parent_id=GONE), "objective_id"),
    (PlanWork(key_result_id=GONE, text="Call them"), "key_result_id"),
]


@pytest.mark.parametrize(("act", "field"), GONE_DRAFTS, ids=lambda each: getattr(each, "kind", ""))
def test_what_is_not_on_the_table_is_said_with_its_field(act: Act, field: str) -> None:
    played, _ = at(StepKind.KEY_RESULTS)
    assert refused(played, LIA, act) == ("not_found", field)


def test_key_results_wait_for_their_step() -> None:
    """O-07: locked until the objectives were gone through."""
    played = play(StepKind.OBJECTIVES, StepKind.KEY_RESULTS)
    objective(played)
    assert refused(played, LIA, DropKeyResult(key_result_id=GONE, reason="Why not")) == ("wrong_step", None)


def test_a_key_result_bears_so_much_work() -> None:
    """O-17, T-15: beyond that nobody follows it; and what is not there is not taken away."""
    room, _, row = ready()
    for number in range(HARD_MOST):
        room.act(LIA, PlanWork(key_result_id=row, text=f"Work {number}"))
    assert refused(room, LIA, PlanWork(key_result_id=row, text="More")) == ("too_many_initiatives", None)
    assert refused(room, LIA, DropInitiative(key_result_id=row, initiative_id=GONE)) == ("not_found", "initiative_id")


def test_votes_are_sealed_with_a_seal_and_counted_when_they_are_open() -> None:
    """W-09, requirements 2.8."""
    played, (kr,) = at(StepKind.CONFIDENCE)
    assert refused(played, LIA, SealConfidence(key_result_id=kr, seal="70 %")) == ("reveal_refused", "seal")
    assert refused(played, FAY, CountVotes(key_result_id=kr)) == ("round_over", None)
    assert refused(played, FAY, OpenReveal()) == ("round_over", None)


def test_a_guardrail_answers_a_loophole_that_is_still_there() -> None:
    """M-24."""
    played, (kr,) = at(StepKind.PRESSURE_TEST)
    act = AcceptGuardrail(
        key_result_id=kr, name="Returns", bound=Direction.STAY_BELOW, limit=5, loophole="of.another.wording"
    )
    assert refused(played, LIA, act) == ("guardrail_invalid", None)


def test_an_empty_table_is_not_reviewed() -> None:
    """O-11."""
    assert refused(play(StepKind.ALIGNMENT), LIA, AskReview()) == ("not_found", None)


MAY: list[tuple[str, Callable[[], Act], str]] = [
    (LIA, lambda: NoteCommitted(subject_id=GONE), "only_northstar"),
    ("acc-nobody", lambda: AskRecord(), "not_in_room"),
    (SPONSOR, lambda: AskRecord(), "observers_watch"),
    (LIA, lambda: SetObjectiveLimit(team_id=TEAM.id, limit=3), "not_facilitating"),
]


@pytest.mark.parametrize(("by", "make", "code"), MAY)
def test_everybody_has_their_part(by: str, make: Callable[[], Act], code: str) -> None:
    """Of a job, of a seat, of the console."""
    room, *_ = agreed()
    room.act(FAY, Invite(account_id=SPONSOR, role=SeatRole.OBSERVER))
    assert refused(room, by, make()) == (code, None)
