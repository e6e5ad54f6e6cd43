"""Titles, open plans, dates inside the cycle, teams, bound fields, repeated keys: who is refused, and which field is named."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from service.domain.bound_fields import require_bindable
from service.domain.changes import require_changeable
from service.domain.checkin_keys import require_content, require_same
from service.domain.errors import DomainError
from service.domain.model import (
    Checkin,
    Cycle,
    CycleKind,
    CycleState,
    Direction,
    KeyResult,
    KeyResultState,
    Objective,
    ObjectiveState,
    Team,
    TeamKind,
    Tracker,
    TrackerKind,
)
from service.domain.plans import clean_title, require_fits_cycle, require_not_cancelled, require_open
from service.domain.teams import require_team

CYCLE = Cycle(
    id="c",
    key="2026-Q4",
    name="Q4",
    kind=CycleKind.QUARTER,
    starts_on=date(2026, 10, 1),
    ends_on=date(2026, 12, 31),
    state=CycleState.ACTIVE,
)
OBJECTIVE = Objective(id="o", cycle_id="c", team_id="t", title="Aim")
KEY_RESULT = KeyResult(id="k", objective_id="o", title="Metric", direction=Direction.INCREASE, baseline=0.0, target=1.0)
CHECKIN = Checkin(id="1", key_result_id="k", at=datetime(2026, 11, 1, tzinfo=UTC), value=1.0, key="once")


@pytest.mark.parametrize(
    ("title", "clean"), [(" One\n two\t ", "One two"), ("x" * 255, "x" * 255), ("ü" * 255, "ü" * 255)]
)
def test_a_title_becomes_what_jira_would_keep(title: str, clean: str) -> None:
    assert clean_title(title=title) == clean


@pytest.mark.parametrize(
    ("cycle", "objective", "key_result", "says"),
    [
        (CycleState.CLOSED, ObjectiveState.ACTIVE, None, "cycle 2026-Q4 is closed"),
        (CycleState.ACTIVE, ObjectiveState.CLOSED, None, "“Aim” is closed"),
        (CycleState.ACTIVE, ObjectiveState.CANCELLED, None, "“Aim” is cancelled"),
        (CycleState.REVIEW, ObjectiveState.ACTIVE, KeyResultState.CANCELLED, "“Metric” is cancelled"),
        (CycleState.PLANNING, ObjectiveState.DRAFT, KeyResultState.ACTIVE, None),
        (CycleState.REVIEW, ObjectiveState.ACTIVE, None, None),
    ],
)
def test_what_is_over_takes_no_change(
    cycle: CycleState, objective: ObjectiveState, key_result: KeyResultState | None, says: str | None
) -> None:
    words = {
        "cycle": replace(CYCLE, state=cycle),
        "objective": replace(OBJECTIVE, state=objective),
        "key_result": replace(KEY_RESULT, state=key_result) if key_result else None,
    }
    if says is None:
        require_open(**words)  # type: ignore[arg-type]
        return
    with pytest.raises(DomainError, match=says) as refused:
        require_open(**words)  # type: ignore[arg-type]
    assert (refused.value.code, refused.value.status) == ("plan_closed", 409)


def test_a_closed_objective_still_takes_late_numbers() -> None:
    require_not_cancelled(objective=replace(OBJECTIVE, state=ObjectiveState.CLOSED), key_result=KEY_RESULT)


@pytest.mark.parametrize(
    ("field", "day", "fits"),
    [
        ("starts_on", date(2026, 10, 1), True),
        ("due_on", date(2026, 12, 31), True),
        ("starts_on", date(2026, 9, 30), False),
        ("due_on", date(2027, 1, 1), False),
    ],
)
def test_own_dates_stay_inside_the_cycle(field: str, day: date, fits: bool) -> None:
    dated = replace(KEY_RESULT, **{field: day})  # type: ignore[arg-type]
    if fits:
        require_fits_cycle(key_result=dated, cycle=CYCLE)
        return
    with pytest.raises(DomainError, match="2026-10-01 to 2026-12-31") as refused:
        require_fits_cycle(key_result=dated, cycle=CYCLE)
    assert (refused.value.code, refused.value.field) == ("outside_cycle", field)


def test_a_query_tracker_needs_its_query() -> None:
    asks = replace(KEY_RESULT, tracker=Tracker(kind=TrackerKind.JQL, jql="project = GROW"))
    require_fits_cycle(key_result=asks, cycle=CYCLE)
    with pytest.raises(DomainError) as refused:
        require_fits_cycle(key_result=replace(asks, tracker=Tracker(kind=TrackerKind.JQL)), cycle=CYCLE)
    assert refused.value.code == "tracker_incomplete"


def test_a_loop_that_is_already_there_does_not_hang() -> None:
    """Rows of an import could stand above each other; a third team must still be judged."""
    one = Team(id="1", name="One", kind=TeamKind.TEAM, project_key="P", parent_id="2")
    two = replace(one, id="2", name="Two", parent_id="1")
    require_team(team=replace(one, id="3", name="Three", parent_id="1"), teams=(one, two))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"name": None}, "field_missing"),
        ({"is_ours": True}, "field_is_ours"),
        ({"kind": "text"}, "field_not_number"),
        ({"is_editable": False}, "field_not_on_screen"),
        ({"is_editable": False, "epic_key": None}, None),
        ({}, None),
    ],
)
def test_which_field_may_be_bound(words: dict[str, object], code: str | None) -> None:
    facts = {
        "field_id": "customfield_7",
        "name": "NPS",
        "kind": "number",
        "is_ours": False,
        "epic_key": "GROW-9",
        "is_editable": True,
    }
    if code is None:
        require_bindable(**{**facts, **words})  # type: ignore[arg-type]
        return
    with pytest.raises(DomainError) as refused:
        require_bindable(**{**facts, **words})  # type: ignore[arg-type]
    assert (refused.value.code, refused.value.field) == (code, "field")


def test_only_changeable_fields_change() -> None:
    require_changeable(names=["a"], changeable=frozenset({"a", "b"}), noun="team")
    with pytest.raises(DomainError, match="'id' of a team.*a, b") as refused:  # noqa: RUF043
        require_changeable(names=["a", "id"], changeable=frozenset({"a", "b"}), noun="team")
    assert refused.value.field == "id"


@pytest.mark.parametrize("said", [{"value": 0.0}, {"confidence": 0.0}, {"projection": 0.0}, {"note": "x"}])
def test_a_checkin_says_something(said: dict[str, object]) -> None:
    silent = replace(CHECKIN, value=None)
    require_content(checkin=replace(silent, **said))  # type: ignore[arg-type]
    with pytest.raises(DomainError) as refused:
        require_content(checkin=silent)
    assert (refused.value.code, refused.value.field) == ("checkin_empty", "value")


def test_the_same_checkin_again_may_come_at_another_instant_unless_one_was_given() -> None:
    later = replace(CHECKIN, id="2", at=datetime(2026, 11, 2, tzinfo=UTC), recorded_at=CHECKIN.at)
    require_same(first=CHECKIN, again=later, at_given=False)
    with pytest.raises(DomainError, match="another at"):
        require_same(first=CHECKIN, again=later, at_given=True)
    with pytest.raises(DomainError, match="value and note"):
        require_same(first=CHECKIN, again=replace(later, value=2.0, note="x"), at_given=False)


@pytest.mark.parametrize(("title", "says"), [(" \n ", "is empty"), ("x" * 256, "has 256 characters")])
def test_a_title_that_jira_would_not_take_is_refused(title: str, says: str) -> None:
    with pytest.raises(DomainError, match=f"The name {says}") as refused:
        clean_title(title=title, field="name")
    assert (refused.value.code, refused.value.field) == ("title_invalid", "name")
