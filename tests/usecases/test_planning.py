"""Cycles, teams, objectives, key results: created, changed, cancelled, and refused with a way out."""

from dataclasses import replace
from datetime import date

import pytest

from connect.outbound.shapes import Field
from service.domain.cycles import CycleDatesInvalid, CycleStateRefused
from service.domain.errors import DomainError, Forbidden, NotThere
from service.domain.model import (
    CycleKind,
    CycleState,
    Direction,
    KeyResultState,
    ObjectiveState,
    OwnerState,
    RollupMode,
    TrackerKind,
)
from service.usecases.cancel_key_result import cancel_key_result
from service.usecases.cancel_objective import cancel_objective
from service.usecases.choose_space import SpaceMissing, choose_space
from service.usecases.create_cycle import CycleKeyTaken
from service.usecases.current_cycle import current_cycle
from service.usecases.edit_key_result import edit_key_result
from service.usecases.edit_team import edit_team
from service.usecases.list_cycles import list_cycles
from service.usecases.list_key_results import list_key_results
from service.usecases.list_objectives import list_objectives
from service.usecases.list_teams import list_teams
from service.usecases.move_cycle import move_cycle
from service.usecases.read_settings import read_settings
from service.usecases.record_checkin import record_checkin
from tests.usecases.world import ADA, WHY, World

NPS = Field(id="customfield_7", key="customfield_7", name="NPS", kind="number", is_app_field=False)


def test_cycles_run_in_parallel_and_the_shortest_is_current(world: World) -> None:
    """T-19."""
    year = world.cycle(
        key="2026", name="2026", kind=CycleKind.YEAR, starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31)
    )
    quarter = world.cycle()
    assert list_cycles(**world.here) == (year, quarter)
    assert current_cycle(**world.here) == quarter


def test_a_cycle_key_is_used_once(world: World) -> None:
    world.cycle()
    with pytest.raises(CycleKeyTaken, match="another key") as refused:
        world.cycle(name="Again")
    assert refused.value.field == "key"


def test_a_cycle_ends_after_it_starts(world: World) -> None:
    with pytest.raises(CycleDatesInvalid):
        world.cycle(ends_on=date(2026, 9, 1))


def test_a_cycle_moves_one_step_and_everything_is_told_again(world: World) -> None:
    cycle = world.cycle()
    world.map_to_epic(world.objective(cycle, world.team()))
    world.jobs.clear()
    assert (
        move_cycle(**world.by_ada, cycle_id=cycle.id, state=CycleState.REVIEW, regardless=True).state
        is CycleState.REVIEW
    )
    assert [name for name, _ in world.jobs] == ["publish_objective"]
    with pytest.raises(CycleStateRefused):
        move_cycle(**world.by_ada, cycle_id=cycle.id, state=CycleState.ACTIVE)
    closed = move_cycle(**world.by_ada, cycle_id=cycle.id, state=CycleState.CLOSED, regardless=True)
    assert closed.closed_at == world.at


def test_team_names_differ_in_more_than_case(world: World) -> None:
    growth, sales = world.team(), world.team(name="Sales")
    assert list_teams(**world.here) == (growth, sales)
    for change in (lambda: world.team(name=" growth "), lambda: edit(world, sales.id, name="GROWTH")):
        with pytest.raises(DomainError) as refused:
            change()
        assert (refused.value.code, refused.value.field) == ("team_name_taken", "name")


def edit(world: World, team_id: str, **changes: object) -> object:
    """Change a team."""
    return edit_team(**world.by_ada, team_id=team_id, changes=changes)


def test_a_renamed_team_is_told_to_its_epics(world: World) -> None:
    team = world.team()
    world.map_to_epic(world.objective(world.cycle(), team))
    world.jobs.clear()
    with world.unchanged():
        edit(world, team.id, name="Growth")
    edit(world, team.id, name="Growth and care", project_key="care ")
    assert [name for name, _ in world.jobs] == ["publish_objective"]
    (stored,) = list_teams(**world.here)
    assert (stored.name, stored.project_key) == ("Growth and care", "CARE")


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"parent_id": "nobody"}, "team_parent_missing", "parent_id"),
        ({"preset": "no such doctrine"}, "preset_unknown", "preset"),
        ({"name": "  "}, "title_invalid", "name"),
        ({"id": "x"}, "change_unknown", "id"),
    ],
)
def test_a_bad_change_of_a_team_is_named(world: World, changes: dict[str, object], code: str, field: str) -> None:
    team = world.team()
    with pytest.raises(DomainError) as refused:
        edit(world, team.id, **changes)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert list_teams(**world.here) == (team,)


def test_only_who_edits_in_its_project_changes_a_team(world: World) -> None:
    """Neither somebody else, nor with the help of a project of their own; what Jira no longer shows binds nobody."""
    team = world.team()
    world.jira.grants = {(ADA, "BROWSE_PROJECTS")}
    with pytest.raises(Forbidden, match="GROW"):
        edit(world, team.id, name="Mine")
    world.jira.grants = {(ADA, "EDIT_ISSUES")}
    world.jira.hidden_projects = frozenset({"GONE"})
    with pytest.raises(Forbidden, match="no project GONE"):
        edit(world, team.id, project_key="GONE")
    assert list_teams(**world.here) == (team,)
    world.jira.hidden_projects = frozenset({"GROW"})
    edit(world, team.id, project_key="CARE")
    assert [each.project_key for each in list_teams(**world.here)] == ["CARE"]


def test_teams_do_not_stand_above_themselves(world: World) -> None:
    top = world.team(name="Top")
    middle = world.team(name="Middle", parent_id=top.id)
    low = world.team(name="Low", parent_id=middle.id)
    with pytest.raises(DomainError, match="Top → Low → Middle → Top") as refused:
        edit(world, top.id, parent_id=low.id)
    assert refused.value.code == "team_parent_loop"
    with pytest.raises(DomainError, match="Top → Top"):
        edit(world, top.id, parent_id=top.id)


def test_objectives_stand_in_the_order_they_came_unless_placed(world: World) -> None:
    cycle, team = world.cycle(), world.team()
    first, second = world.objective(cycle, team), world.objective(cycle, team, title=" Two \n lines ")
    ahead = world.objective(cycle, team, title="Ahead", position=-1)
    listed = list_objectives(**world.here, cycle_id=cycle.id)
    assert [each.id for each in listed] == [ahead.id, first.id, second.id]
    assert second.title == "Two lines"


@pytest.mark.parametrize("title", ["", " \n ", "x" * 256])
def test_a_title_must_fit_a_jira_summary(world: World, title: str) -> None:
    cycle, team = world.cycle(), world.team()
    with pytest.raises(DomainError) as refused:
        world.objective(cycle, team, title=title)
    assert (refused.value.code, refused.value.field) == ("title_invalid", "title")


def test_an_objective_needs_cycle_team_and_parent_of_this_site(world: World) -> None:
    cycle, team = world.cycle(), world.team()
    with pytest.raises(NotThere, match="no objective"):
        world.objective(cycle, team, parent_id="f" * 32)
    world.install(client_key="elsewhere", base_url="https://elsewhere.atlassian.net")
    with pytest.raises(NotThere, match="no cycle"):
        world.objective(cycle, team)


def test_a_closed_plan_takes_no_change(world: World) -> None:
    cycle, team = world.cycle(), world.team()
    objective = world.objective(cycle, team)
    key_result = world.key_result(objective)
    for state in (CycleState.REVIEW, CycleState.CLOSED):
        move_cycle(**world.by_ada, cycle_id=cycle.id, state=state, regardless=True)
    changes = [
        lambda: world.objective(cycle, team),
        lambda: world.key_result(objective),
        lambda: edit_key_result(**world.by_ada, key_result_id=key_result.id, changes={"target": 300.0}, because=WHY),
        lambda: cancel_key_result(**world.by_ada, key_result_id=key_result.id, because=WHY),
        lambda: cancel_objective(**world.by_ada, objective_id=objective.id, because=WHY),
    ]
    with world.unchanged():
        for change in changes:
            with pytest.raises(DomainError, match="closed") as refused:
                change()
            assert (refused.value.code, refused.value.status) == ("plan_closed", 409)


def test_key_results_take_the_lowest_free_slot(world: World) -> None:
    """Contract: slots 1…5; a sixth is refused with the way out; a cancelled one gives its slot free."""
    objective = world.objective(world.cycle(), world.team())
    given = [world.key_result(objective, title=f"KR {n}") for n in range(5)]
    assert [each.tracker.slot for each in given] == [1, 2, 3, 4, 5]
    with pytest.raises(DomainError, match="existing number field") as refused:
        world.key_result(objective, title="Sixth")
    assert refused.value.code == "slots_full"
    assert cancel_key_result(**world.by_ada, key_result_id=given[1].id, because=WHY).state is KeyResultState.CANCELLED
    assert world.key_result(objective, title="Sixth").tracker.slot == 2


@pytest.mark.parametrize(
    ("words", "code", "field"),
    [
        ({"target": 100.0}, "baseline_equals_target", "target"),
        ({"target": 50.0}, "direction_contradicted", "direction"),
        ({"target": None}, "number_missing", "target"),
        ({"target": float("nan")}, "value_not_finite", "target"),
        ({"direction": Direction.BETWEEN, "lower": 3.0, "upper": 2.0}, "bounds_invalid", "lower"),
        ({"weight": -1.0}, "weight_invalid", "weight"),
        ({"confidence": 60.0}, "confidence_out_of_range", "confidence"),
        ({"due_on": date(2027, 1, 1)}, "outside_cycle", "due_on"),
        ({"tracker_kind": TrackerKind.JQL}, "tracker_incomplete", "tracker_kind"),
        ({"title": " "}, "title_invalid", "title"),
        ({"owner": "nobody"}, "owner_unknown", "owner"),
    ],
)
def test_a_bad_key_result_is_named(world: World, words: dict[str, object], code: str, field: str) -> None:
    objective = world.objective(world.cycle(), world.team())
    with world.unchanged(), pytest.raises(DomainError) as refused:
        world.key_result(objective, **words)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert list_key_results(**world.here, objective_id=objective.id) == ()


@pytest.mark.parametrize("field", ["baseline", "target"])
def test_an_edit_is_held_to_the_same_rules(world: World, field: str) -> None:
    key_result = world.key_result(world.objective(world.cycle(), world.team()))
    with pytest.raises(DomainError):
        edit_key_result(
            **world.by_ada,
            key_result_id=key_result.id,
            changes={field: 200.0 if field == "baseline" else 100.0},
        )
    with pytest.raises(DomainError, match="cannot be changed here") as refused:
        edit_key_result(**world.by_ada, key_result_id=key_result.id, changes={"owner": ADA}, because=WHY)
    assert refused.value.field == "owner"


def test_an_edit_that_changes_nothing_tells_nobody(world: World) -> None:
    key_result = world.key_result(world.objective(world.cycle(), world.team()))
    with world.unchanged():
        edit_key_result(**world.by_ada, key_result_id=key_result.id, changes={"target": 200.0}, because=WHY)
    edited = edit_key_result(
        **world.by_ada, key_result_id=key_result.id, changes={"title": "New", "target": 300.0}, because=WHY
    )
    assert (edited.title, edited.target) == ("New", 300.0)
    assert world.jobs[-1][0] == "sync_options"


@pytest.mark.parametrize(
    ("known", "editable", "code"),
    [
        ((), False, "field_missing"),
        ((Field(id=NPS.id, key="k", name="Text", kind="text", is_app_field=False),), True, "field_not_number"),
        ((Field(id=NPS.id, key="k", name="KR 1", kind="number", is_app_field=True),), True, "field_is_ours"),
        ((NPS,), False, "field_not_on_screen"),
        ((NPS,), True, None),
    ],
)
def test_only_a_number_field_of_the_epic_is_bound(
    world: World, known: tuple[Field, ...], editable: bool, code: str | None
) -> None:
    objective = world.objective(world.cycle(), world.team())
    world.map_to_epic(objective)
    world.jira.known_fields = known
    world.jira.editable = frozenset({NPS.id} if editable else ())
    if code is None:
        assert world.key_result(objective, field=NPS.id).tracker.field_id == NPS.id
        with pytest.raises(DomainError) as refused:
            world.key_result(objective, field=NPS.id, title="Twice")
        assert refused.value.code == "field_taken"
    else:
        with pytest.raises(DomainError) as refused:
            world.key_result(objective, field=NPS.id)
        assert (refused.value.code, refused.value.field) == (code, "field")


def test_an_owner_must_be_able_to_see_the_epic(world: World) -> None:
    """M-17, T-08: one accountable, active person who may see it."""
    objective = world.objective(world.cycle(), world.team())
    assert world.key_result(objective, owner=ADA).owner_state is OwnerState.OK
    world.map_to_epic(objective)
    with pytest.raises(DomainError) as refused:
        world.key_result(objective, title="Two", owner=ADA)
    assert refused.value.code == "owner_cannot_see_epic"
    world.jira.grants.add((ADA, "BROWSE_PROJECTS"))
    assert world.key_result(objective, title="Two", owner=ADA).owner == ADA
    world.jira.accounts[ADA] = False
    with pytest.raises(DomainError) as refused:
        world.key_result(objective, title="Three", owner=ADA)
    assert refused.value.code == "owner_inactive"


def test_initiatives_count_from_nothing_to_all(world: World) -> None:
    key_result = world.key_result(
        world.objective(world.cycle(), world.team()),
        baseline=None,
        target=None,
        tracker_kind=TrackerKind.INITIATIVES,
    )
    assert (key_result.baseline, key_result.target, key_result.unit) == (0, 100, "%")


def test_cancelling_twice_is_cancelling_once(world: World) -> None:
    objective = world.objective(world.cycle(), world.team())
    key_result = world.key_result(objective)
    cancelled = cancel_key_result(**world.by_ada, key_result_id=key_result.id, because=WHY)
    gone = cancel_objective(**world.by_ada, objective_id=objective.id, because=WHY)
    assert gone.state is ObjectiveState.CANCELLED
    with world.unchanged():
        assert cancel_key_result(**world.by_ada, key_result_id=key_result.id, because=WHY) == cancelled
        assert (
            cancel_objective(**world.by_ada, objective_id=objective.id, because=WHY).state is ObjectiveState.CANCELLED
        )


def test_a_change_tells_the_chain_of_those_who_are_made_of_it(world: World) -> None:
    """Only parents that take their children's progress change with them."""
    cycle, team = world.cycle(), world.team()
    top = world.objective(cycle, team, title="Top")
    with world.store.transaction() as tx:
        tx.objectives.save(
            site_id=world.site_id,
            item=replace(tx.objectives.get(site_id=world.site_id, id=top.id), rollup=RollupMode.CHILDREN),
        )
    middle = world.objective(cycle, team, title="Middle", parent_id=top.id)
    for n, each in enumerate((top, middle)):
        world.map_to_epic(each, epic_id=f"2000{n}")
    world.jobs.clear()
    world.key_result(middle)
    assert {args[1] for name, args in world.jobs if name == "publish_objective"} == {top.id, middle.id}


def test_the_space_must_exist_and_pages_follow(world: World) -> None:
    cycle = world.cycle()
    with world.unchanged(), pytest.raises(SpaceMissing):
        choose_space(**world.by_ada, space_key="NOPE")
    assert choose_space(**world.by_ada, space_key="OKR").space_key == "OKR"
    assert read_settings(**world.here).space_key == "OKR"
    assert world.jobs == [("publish_cycle", (world.site_id, cycle.id))]


def test_nobody_changes_an_epic_through_us_that_they_cannot_edit_there(world: World) -> None:
    """What a person could not do in Jira, they cannot make the app do for them."""
    objective = world.objective(world.cycle(), world.team())
    key_result = world.key_result(objective)
    world.jira.grants.clear()
    edit_key_result(**world.by_ada, key_result_id=key_result.id, changes={"unit": "shops"}, because=WHY)
    world.map_to_epic(objective)
    changes = [
        lambda: world.key_result(objective, title="Two"),
        lambda: edit_key_result(**world.by_ada, key_result_id=key_result.id, changes={"unit": "%"}, because=WHY),
        lambda: cancel_key_result(**world.by_ada, key_result_id=key_result.id, because=WHY),
        lambda: cancel_objective(**world.by_ada, objective_id=objective.id, because=WHY),
        lambda: record_checkin(**world.by_ada, key_result_id=key_result.id, value=1.0),
    ]
    with world.unchanged():
        for change in changes:
            with pytest.raises(Forbidden, match=r"Edit Issues.* on GROW-9"):
                change()


def test_an_owner_speaks_for_the_key_result_without_editing_the_epic(world: World) -> None:
    objective = world.objective(world.cycle(), world.team())
    key_result = world.key_result(objective, owner=ADA)
    world.map_to_epic(objective)
    world.jira.grants.clear()
    assert record_checkin(**world.by_ada, key_result_id=key_result.id, value=1.0).created
