"""The pressure test: questions asked, answers kept, and what the room's own answers forbid."""

from dataclasses import replace

import pytest

from service.domain.challenge import DismissalInvalid
from service.domain.challenge.guardrails import GuardrailInvalid
from service.domain.model import Direction
from service.domain.room import StepKind
from service.domain.room.drafts.key_results import EditKeyResult
from service.domain.room.gates import Waive
from service.domain.room.pacing import Advance, StepBlocked
from service.domain.room.pressure import Moves, Nature
from service.domain.room.pressure.feasibility import AnswerFeasibility
from service.domain.room.pressure.key_results import TestKeyResult
from service.domain.room.pressure.loopholes import (
    AcceptGuardrail,
    DismissLoophole,
    DropGuardrail,
    loopholes,
    open_loopholes,
)
from service.domain.room.pressure.objectives import Suffices, TestObjective, suffices
from service.domain.room.pressure.rules import is_launch, launches
from service.domain.room.pressure.sandbags import CallSandbag, SettleSandbag, sandbag_signs
from service.domain.room.seats import NotFacilitating
from tests.unit.room.rooms import FAY, LIA, SAM, TOM, Play
from tests.unit.room.tables import at, hard, key_result, told

RIGHT: dict[str, object] = {
    "nature": Nature.RESULT,
    "moves": Moves.PROGRESS,
    "if_missed": "We pay for buyers twice",
    "now_percent": 40.0,
    "if_hit_percent": 70.0,
    "forever": False,
}


def _test(played: Play, kr: str, by: str = LIA, **words: object) -> None:
    played.act(by, TestKeyResult(key_result_id=kr, **{**RIGHT, **words}))  # type: ignore[arg-type]


def _edit(played: Play, kr: str, **words: object) -> None:
    draft = played.room.drafts.key_result(kr)
    assert draft is not None
    whole = {"title": draft.title, "baseline": draft.baseline, "target": draft.target, "unit": draft.unit, **words}
    played.act(LIA, EditKeyResult(key_result_id=kr, **whole))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("preset", "insisted"),
    [
        ("methodiq", {"W-07", "M-19", "M-20", "M-08"}),
        ("workshop_weaver", {"W-07"}),
        ("oboard", {"W-07", "O-08", "O-09"}),
        ("okrs_tool", {"W-07", "T-12"}),
    ],
)
def test_a_doctrine_insists_on_its_own_questions_and_names_the_others(preset: str, insisted: set[str]) -> None:
    """M-18, M-19, M-20, M-08, W-07, O-08, O-09, T-12: asked of every key result."""
    played, _ = at(StepKind.PRESSURE_TEST, preset=preset)
    assert hard(played) == insisted
    for rule in ("W-07", "M-19", "M-20", "M-08", "O-08", "O-09", "T-12"):
        assert len(told(played, rule)) == 1, rule


def test_answers_are_kept_beside_the_key_result_until_its_wording_changes() -> None:
    """M-18, M-20, W-07: result or task, and what happens to the business, are stored per key result."""
    played, (kr,) = at(StepKind.PRESSURE_TEST)
    _test(played, kr)
    draft = played.room.drafts.key_result(kr)
    assert draft is not None
    kept = played.room.pressure.of(draft)
    assert (kept.nature, kept.if_missed, kept.delta, kept.by) == (Nature.RESULT, "We pay for buyers twice", 30.0, LIA)
    assert hard(played) == set()
    _edit(played, kr, target=40.0)
    assert hard(played) == {"W-07"}


def test_blank_is_no_answer_to_what_happens_to_the_business() -> None:
    """M-20: non-empty text."""
    played, (kr,) = at(StepKind.PRESSURE_TEST, preset="methodiq")
    _test(played, kr, if_missed="   ")
    assert told(played, "M-20")


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ({"nature": Nature.TASK}, "W-07"),
        ({"moves": Moves.EFFORT}, "O-08"),
        ({"if_hit_percent": 44.0}, "O-09"),
        ({"if_hit_percent": 30.0}, "O-09"),
        ({"forever": True}, "T-12"),
    ],
)
def test_the_rooms_own_answer_holds_a_key_result_back(words: dict[str, object], rule: str) -> None:
    """W-07, O-08, O-09, T-12: a task, effort, no change of confidence, tracked for ever without an end."""
    played, (kr,) = at(StepKind.PRESSURE_TEST)
    _test(played, kr, **words)
    assert hard(played) == {rule}
    played.act(FAY, Waive(rule=rule, subject_id=kr, reason="We know, and try it once"))
    assert hard(played) == set()


def test_a_target_with_an_end_date_justifies_what_could_be_tracked_for_ever() -> None:
    """T-12: a KPI, unless target and end date justify it."""
    played, (kr,) = at(StepKind.PRESSURE_TEST)
    _edit(played, kr, due_on=played.facts.cycle.ends_on)
    _test(played, kr, forever=True)
    assert hard(played) == set()


def test_five_points_more_confidence_are_a_difference() -> None:
    """O-09."""
    played, (kr,) = at(StepKind.PRESSURE_TEST)
    _test(played, kr, now_percent=40.0, if_hit_percent=45.0)
    assert told(played, "O-09") == []


def test_an_insufficient_set_is_held_until_a_key_result_is_added_or_changed_or_waived() -> None:
    """M-19: yes means insufficient; the step of the commit holds it too."""
    played, (kr,) = at(StepKind.PRESSURE_TEST)
    (objective,) = played.room.drafts.objectives()
    _test(played, kr)
    played.act(TOM, TestObjective(objective_id=objective.id, can_fail=True, because="They may buy and still leave"))
    assert suffices(room=played.room, objective_id=objective.id) is Suffices.INSUFFICIENT
    with pytest.raises(StepBlocked, match="M-19"):
        played.act(FAY, Advance(step_id="pressure_test"))
    held = played.room
    at_close = played.room.agenda.begin(step_id="close", at=played.facts.now)
    played.room = replace(played.room, agenda=at_close)
    assert "M-19" in hard(played)
    played.room = held
    key_result(
        played,
        objective.id,
        title="Cut the share of buyers who leave",
        direction=Direction.DECREASE,
        baseline=20.0,
        target=10.0,
    )
    assert suffices(room=played.room, objective_id=objective.id) is Suffices.CHANGED
    assert [each.is_hard for each in told(played, "M-19")] == [False]
    played.act(TOM, TestObjective(objective_id=objective.id, can_fail=True))
    played.act(FAY, Waive(rule="M-19", subject_id=objective.id, reason="We accept the risk"))
    assert told(played, "M-19") == []


def test_a_leaders_word_on_feasibility_does_not_count() -> None:
    """M-08: at least one contributor, not a leader, says that it can be reached."""
    played, (kr,) = at(StepKind.PRESSURE_TEST, preset="methodiq")
    for leader in (TOM, FAY):
        played.act(leader, AnswerFeasibility(key_result_id=kr, is_feasible=True))
    assert told(played, "M-08")
    played.act(SAM, AnswerFeasibility(key_result_id=kr, is_feasible=False, because="Two people are away"))
    assert told(played, "M-08") == []
    played.act(SAM, AnswerFeasibility(key_result_id=kr, is_feasible=True))
    assert [each.by for each in played.room.pressure.feasibility] == [TOM, FAY, SAM]


def test_an_answer_about_another_target_does_not_count() -> None:
    """M-08."""
    played, (kr,) = at(StepKind.PRESSURE_TEST, preset="methodiq")
    played.act(SAM, AnswerFeasibility(key_result_id=kr, is_feasible=True))
    _edit(played, kr, target=60.0)
    assert told(played, "M-08")


def test_when_every_objective_is_out_of_reach_it_is_said() -> None:
    """G-21."""
    played, krs = at(StepKind.PRESSURE_TEST, number=2)
    played.act(SAM, AnswerFeasibility(key_result_id=krs[0], is_feasible=False))
    assert told(played, "G-21") == []
    played.act(SAM, AnswerFeasibility(key_result_id=krs[1], is_feasible=False))
    assert [each.is_hard for each in told(played, "G-21")] == [False]
    played.act(LIA, AnswerFeasibility(key_result_id=krs[1], is_feasible=True))
    assert told(played, "G-21") == []


@pytest.mark.parametrize(
    "title",
    [
        "Launch the referral page with 500 users a week",
        "70 % of users complete onboarding in under 5 minutes",
        "Completed checkouts a day from 40 to 90",
        "Raise weekly users of the launched app from 100 to 400",
    ],
)
def test_launch_and_complete_are_always_challenged_even_beside_a_number(title: str) -> None:
    """W-08: any inflected form; answered in a sentence."""
    played, (kr,) = at(StepKind.PRESSURE_TEST)
    _edit(played, kr, title=title)
    assert is_launch(played.room.drafts.key_result(kr), played.facts.preset)  # type: ignore[arg-type]
    _test(played, kr)
    assert hard(played) == {"W-08"}
    _test(played, kr, nature_because="The number is the aim")
    assert hard(played) == set()


@pytest.mark.parametrize("title", ["Raise the repeat rate", "A complementary offer", "Lunch orders from 10 to 20"])
def test_other_words_are_not_challenged(title: str) -> None:
    """W-08."""
    assert not launches(title)


def test_the_challenger_names_a_loophole_for_every_key_result_and_takes_an_answer() -> None:
    """M-24: a guardrail with a bound, or a reason; both stay beside the key result."""
    played, (kr,) = at(StepKind.PRESSURE_TEST)
    draft = played.room.drafts.key_result(kr)
    assert draft is not None
    raised = loopholes(draft)
    assert raised
    assert told(played, "M-24")
    first = raised[0]
    with pytest.raises(GuardrailInvalid):
        played.act(SAM, AcceptGuardrail(key_result_id=kr, name="x", bound=Direction.BINARY, limit=1, loophole=first.id))
    with pytest.raises(DismissalInvalid):
        played.act(SAM, DismissLoophole(key_result_id=kr, loophole="nothing", reason="x"))
    guard = played.act(
        SAM,
        AcceptGuardrail(
            key_result_id=kr, name=first.counter.name, bound=first.counter.bound, limit=40.0, loophole=first.id
        ),
    )
    for each in raised[1:]:
        played.act(SAM, DismissLoophole(key_result_id=kr, loophole=each.id, reason="We do not discount"))
    assert open_loopholes(room=played.room, draft=draft) == ()
    assert told(played, "M-24") == []
    assert [each.limit for each in played.room.pressure.guardrails_of(kr)] == [40.0]
    played.act(SAM, DropGuardrail(guardrail_id=guard))
    assert open_loopholes(room=played.room, draft=draft) == (first,)


def test_the_facilitator_calls_a_target_too_easy_until_it_changes() -> None:
    """M-21."""
    played, (kr,) = at(StepKind.PRESSURE_TEST)
    with pytest.raises(NotFacilitating):
        played.act(LIA, CallSandbag(key_result_id=kr, because="We are there already"))
    played.act(FAY, CallSandbag(key_result_id=kr, because="We are there already"))
    assert [each.is_hard for each in told(played, "M-21")] == [False]
    _edit(played, kr, target=50.0)
    assert told(played, "M-21") == []
    played.act(FAY, CallSandbag(key_result_id=kr, because="Still"))
    played.act(FAY, SettleSandbag(key_result_id=kr))
    assert told(played, "M-21") == []


def test_the_system_calls_it_from_the_words() -> None:
    """M-21: the auditor sees that the target is there already."""
    played, (kr,) = at(StepKind.PRESSURE_TEST)
    _edit(played, kr, title="10 new customers (we won 12 last quarter)", baseline=0.0, target=10.0, unit="")
    draft = played.room.drafts.key_result(kr)
    assert draft is not None
    assert sandbag_signs(room=played.room, facts=played.facts, draft=draft)
