"""What ends a cycle and begins the next: blockers, look back, carry-forward. Source: T-02, O-12, T-14, M-15, M-17."""

from datetime import date
from itertools import count

import pytest

from service.domain.carry_forward import CarryRefused, carry_forward
from service.domain.model import (
    CycleState,
    Direction,
    KeyResultState,
    Milestone,
    MilestoneShape,
    ObjectiveState,
    OwnerState,
    TeamKind,
    Tracker,
    Waypoint,
)
from service.domain.presets import PRESETS
from service.domain.retrospective import (
    WORDING,
    Question,
    Retrospective,
    RetrospectiveIncomplete,
    require_complete,
    unanswered,
)
from service.domain.transitions import blockers
from service.domain.waivers import Waiver
from tests.unit.domain.make import at, cycle, key_result, objective, team

ANSWERS = dict.fromkeys(Question, "enough said")


def test_there_are_exactly_four_questions():
    """T-02."""
    assert len(WORDING) == len(Question) == 4
    assert all(words.endswith("?") for words in WORDING.values())


def look_back(answers):
    return Retrospective(cycle_id="c", team_id="t", answers=answers, author="a", at=at(4, 12))


@pytest.mark.parametrize("question", list(Question))
def test_no_question_stays_open(question):
    require_complete(retrospective=look_back(ANSWERS))
    for answers in ({**ANSWERS, question: " "}, {q: a for q, a in ANSWERS.items() if q is not question}):
        assert unanswered(answers=answers) == (question,)
        with pytest.raises(RetrospectiveIncomplete) as refused:
            require_complete(retrospective=look_back(answers))
        assert refused.value.field == question.value


def found(to, *, preset="methodiq", rows=None, objectives=None, teams=None, today=date(2026, 4, 11), **over):
    rows = [key_result(id=f"k{n}") for n in range(3)] if rows is None else rows
    result = blockers(
        cycle=cycle(),
        to=to,
        objectives=[objective()] if objectives is None else objectives,
        key_results=rows,
        teams=[team()] if teams is None else teams,
        preset=PRESETS[preset],
        today=today,
        **over,
    )
    return [(each.code, each.subject_id, each.is_hard) for each in result]


def test_a_sound_plan_may_start():
    assert found(CycleState.ACTIVE) == []


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        ({"owner": None}, ("owner_missing", "k0", True)),
        ({"target": None}, ("number_missing", "k0", True)),
    ],
)
def test_what_keeps_a_key_result_from_starting(over, expected):
    """M-15, M-17."""
    rows = [key_result(id="k0", **over), key_result(id="k1"), key_result(id="k2")]
    assert found(CycleState.ACTIVE, rows=rows) == [expected]


def test_cancelled_and_unnumbered_rows_where_no_number_is_needed():
    rows = [key_result(id="k0", target=None), key_result(id="k1", owner=None, state=KeyResultState.CANCELLED)]
    assert found(CycleState.ACTIVE, rows=rows, preset="google") == []


def test_limits_are_as_hard_as_the_doctrine():
    many = [objective(id=f"o{n}", rollup=objective().rollup) for n in range(4)]
    rows = [key_result(id=f"k{n}{m}", objective_id=f"o{n}") for n in range(4) for m in range(3)]
    assert found(CycleState.ACTIVE, objectives=many, rows=rows) == [("too_many_objectives", "t", True)]
    assert found(CycleState.ACTIVE, objectives=many, rows=rows, preset="atlassian_play") == [
        ("too_many_objectives", "t", False)
    ]
    assert found(CycleState.ACTIVE, objectives=many, rows=rows, preset="workshop_weaver") == []
    assert found(CycleState.ACTIVE, rows=rows[:2], objectives=many[:1]) == [("too_few_key_results", "o0", False)]
    six = [key_result(id=f"k{n}") for n in range(6)]
    assert found(CycleState.ACTIVE, rows=six) == [("too_many_key_results", "o", False)]


def test_a_company_has_its_own_limits_and_an_idle_team_none():
    company = team(id="co", kind=TeamKind.COMPANY)
    one = objective(id="top", team_id="co")
    rows = [key_result(id=f"k{n}", objective_id="top") for n in range(2)]
    assert found(CycleState.ACTIVE, objectives=[one], rows=rows, teams=[team(), company], preset="workshop_weaver") == [
        ("too_few_objectives", "co", False)
    ]


def test_a_review_before_the_end_can_be_overruled():
    assert found(CycleState.REVIEW, today=date(2026, 4, 10)) == [("cycle_still_runs", "c", False)]
    assert found(CycleState.REVIEW, today=date(2026, 4, 11)) == []
    assert found(CycleState.PLANNING) == []


def test_closing_wants_the_look_back_and_the_outcomes_of_enablers():
    waiver = Waiver(key_result_id="k0", unlocks=("k1",), owner="a", reason="r", expires_on=date(2026, 2, 1))
    elsewhere = Waiver(key_result_id="x", unlocks=("k1",), owner="a", reason="r", expires_on=date(2026, 2, 1))
    assert found(CycleState.CLOSED, waivers=[waiver, elsewhere], teams=[team(), team(id="idle")]) == [
        ("enabler_not_replaced", "k0", True),
        ("retrospective_missing", "t", False),
    ]
    assert found(CycleState.CLOSED, retrospected={"t"}) == []


NEXT = cycle(id="next", key="2026-Q2", state=CycleState.PLANNING)


def carry(rows, *, values=None, progresses=None, row=None, into=NEXT):
    numbers = count(1)
    return carry_forward(
        objective=row or objective(state=ObjectiveState.CLOSED, parent_id="p", changed_rev=4, publish_error="x"),
        key_results=rows,
        values=values or {},
        progresses=progresses or {},
        into=into,
        new_id=lambda: f"new{next(numbers)}",
    )


def test_the_unfinished_goes_on_from_where_it_stands():
    rows = [
        key_result(
            id="a",
            confidence=0.5,
            option_id=7,
            tracker=Tracker(slot=2, seen=True, seen_value=40.0),
            due_on=date(2026, 4, 1),
            path=(Waypoint(on=date(2026, 2, 1), progress=0.5),),
        ),
        key_result(id="done"),
        key_result(id="cancelled", state=KeyResultState.CANCELLED),
        key_result(id="enabler", is_enabler=True),
        key_result(id="held", direction=Direction.STAY_ABOVE, baseline=None, target=5.0),
    ]
    carried = carry(rows, values={"a": 40.0, "held": 3.0}, progresses={"a": 0.4, "done": 1.0, "held": 0.0})
    assert carried.objective.carried_from_id == "o"
    assert (carried.objective.cycle_id, carried.objective.epic_id) == ("next", "1")
    assert (carried.objective.parent_id, carried.objective.changed_rev, carried.objective.publish_error) == (
        None,
        0,
        None,
    )
    assert carried.objective.state is ObjectiveState.ACTIVE
    moving, held = carried.key_results
    assert (moving.baseline, moving.target, moving.objective_id) == (40.0, 100.0, carried.objective.id)
    assert (moving.due_on, moving.path, moving.confidence, moving.option_id) == (None, (), None, None)
    assert moving.tracker == Tracker(slot=2)
    assert moving.owner_state is OwnerState.UNCHECKED
    assert held.baseline is None
    assert carried.came_from == {moving.id: "a", held.id: "held"}


def test_only_open_milestones_go_on():
    steps = (
        Milestone(id="a", title="a", done_on=date(2026, 2, 1)),
        Milestone(id="b", title="b", due_on=date(2026, 3, 1)),
    )
    (row,) = carry([key_result(direction=Direction.MILESTONES, shape=MilestoneShape(milestones=steps))]).key_results
    assert row.shape == MilestoneShape(milestones=(Milestone(id="b", title="b"),))
    (row,) = carry([key_result(direction=Direction.MILESTONES, shape=MilestoneShape(milestones=steps[:1]))]).key_results
    assert row.shape == MilestoneShape(milestones=steps[:1])


def test_a_key_result_without_a_value_keeps_its_baseline():
    (row,) = carry([key_result(baseline=10.0)]).key_results
    assert row.baseline == 10.0


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({"into": cycle(id="next", state=CycleState.CLOSED)}, "cycle_id"),
        ({"into": cycle(id="next", state=CycleState.REVIEW)}, "cycle_id"),
        ({"into": cycle()}, "cycle_id"),
        ({"row": objective(state=ObjectiveState.CANCELLED)}, "objective_id"),
        ({"progresses": {"k": 1.0}}, "objective_id"),
    ],
)
def test_what_cannot_be_carried(arguments, field):
    with pytest.raises(CarryRefused) as refused:
        carry([key_result()], **arguments)
    assert refused.value.field == field
