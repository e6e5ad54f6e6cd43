"""From an objective to its epic. Issue "The main job", point 3: clear errors that name the thing and the way out."""

from collections.abc import Callable
from typing import Any

import pytest

from service.domain.errors import DomainError
from service.domain.exchange import Row
from service.domain.model import CheckinSource, Objective
from service.usecases.cancel_objective import cancel_objective
from service.usecases.create_objective import create_objective
from service.usecases.edit_team import edit_team
from service.usecases.import_plan import import_plan
from service.usecases.list_checkins import list_checkins
from service.usecases.map_objective import map_objective
from service.usecases.read_objective import read_objective
from service.usecases.read_setup import read_setup
from service.usecases.record_checkin import record_checkin
from tests.journeys.sync.house import ADA, BEN, CLEO, House
from tests.usecases.world import WHY

NUMBERS = {"baseline": "0", "target": "10"}


def draft(home: House, *, title: str = "Be loved by small shops", project_key: str | None = None) -> Objective:
    with home.needs.store.reading() as tx:
        cycles, teams = tx.cycles.list(site_id=home.site_id), tx.teams.list(site_id=home.site_id)
    cycle, team = (cycles or [home.cycle()])[0], (teams or [home.team()])[0]
    if project_key is not None:
        edit_team(**home.here, by=None, team_id=team.id, changes={"project_key": project_key})
    return create_objective(**home.by_ada, cycle_id=cycle.id, team_id=team.id, title=title)


def epic_to_adopt(home: House) -> Any:
    return next(each for each in home.site.jira.issues.values() if each.values["summary"] == "An epic to adopt")


def test_the_type_above_ordinary_issues_is_used_whatever_its_name(home: House) -> None:
    home.site.jira.add_project("VENT", "Ventures", lead=ADA, epic_name="Bet")
    objective = draft(home, project_key="VENT")
    mapped = map_objective(**home.by_ada, objective_id=objective.id)
    assert mapped.epic_key == "VENT-1"
    assert home.site.jira.type_of(home.epic(mapped)).name == "Bet"


def test_an_adopted_epic_brings_its_numbers_and_takes_the_title(home: House) -> None:
    epic = epic_to_adopt(home)
    home.type_in(epic, "kr-1", 12, by=BEN)
    home.settle()
    objective, key_result = home.plan(adopt=epic.key)
    assert home.epic(objective).id == epic.id
    assert epic.values["summary"] == "Be loved by small shops"
    history = list_checkins(**home.here, key_result_id=key_result.id)
    assert [(each.value, each.author, each.source) for each in history] == [(12, BEN, CheckinSource.FIELD)]


def test_a_number_of_ours_stands_when_an_epic_is_adopted(home: House) -> None:
    objective = draft(home)
    key_result = home.key_result(objective.id)
    record_checkin(**home.by_ada, key_result_id=key_result.id, value=70.0)
    epic = epic_to_adopt(home)
    home.type_in(epic, "kr-1", 12, by=BEN)
    map_objective(**home.by_ada, objective_id=objective.id, adopt=epic.id)
    home.settle()
    assert home.shown(epic, "kr-1") == 70
    assert len(list_checkins(**home.here, key_result_id=key_result.id)) == 1


def two_on_one_epic(home: House) -> dict[str, Any]:
    first = draft(home, title="First come")
    map_objective(**home.by_ada, objective_id=first.id, adopt=epic_to_adopt(home).key)
    return {"objective_id": draft(home, title="Second").id, "adopt": epic_to_adopt(home).key}


def mapped_twice(home: House) -> dict[str, Any]:
    first = draft(home)
    map_objective(**home.by_ada, objective_id=first.id)
    return {"objective_id": first.id}


def barred(home: House, permission: str, **words: Any) -> dict[str, Any]:
    for project in home.site.jira.projects.values():
        project.revoked[CLEO] = {permission}
    return {"objective_id": draft(home).id, "by": CLEO, **words}


REFUSALS: list[tuple[str, Callable[[House], dict[str, Any]], list[str]]] = [
    ("epic_missing", lambda home: {"objective_id": draft(home).id, "adopt": "DEMO-999"}, ["DEMO-999"]),
    ("not_an_epic", lambda home: {"objective_id": draft(home).id, "adopt": home.story().key}, ["level of epics"]),
    ("epic_taken", two_on_one_epic, ["First come", "DEMO-1"]),
    ("objective_mapped", mapped_twice, ["Be loved by small shops"]),
    ("project_missing", lambda home: {"objective_id": draft(home, project_key="NOPE").id}, ["NOPE", "Growth"]),
    ("forbidden", lambda home: barred(home, "CREATE_ISSUES"), ["Create Issues", "DEMO"]),
    ("forbidden", lambda home: barred(home, "EDIT_ISSUES", adopt=epic_to_adopt(home).key), ["Edit Issues", "DEMO-1"]),
    ("not_found", lambda home: {"objective_id": draft(home).id[:-1] + "x"}, ["objective"]),
]


@pytest.mark.parametrize(
    ("code", "prepare", "named"), REFUSALS, ids=[f"{row[0]}-{i}" for i, row in enumerate(REFUSALS)]
)
def test_what_cannot_be_mapped_says_why(
    once: House, code: str, prepare: Callable[[House], dict[str, Any]], named: list[str]
) -> None:
    words = prepare(once)
    issues = len(once.site.jira.issues)
    with pytest.raises(DomainError) as refused:
        map_objective(**{**once.by_ada, **words})
    assert refused.value.code == code
    assert all(name in refused.value.message for name in named), refused.value.message
    assert len(once.site.jira.issues) == issues, "nothing was created"


def test_a_project_without_epics_is_named(once: House) -> None:
    project = once.site.jira.add_project("FLAT", "Flat", lead=ADA)
    levels = once.site.jira.types
    project.types[:] = [each for each in project.types if levels[each].level < 1]
    with pytest.raises(DomainError, match="FLAT has no issue type") as refused:
        map_objective(**once.by_ada, objective_id=draft(once, project_key="FLAT").id)
    assert refused.value.code == "no_epic_type"


def test_a_cancelled_objective_gives_its_epic_free(home: House) -> None:
    objective, _ = home.plan()
    epic = home.epic(objective)
    cancel_objective(**home.by_ada, objective_id=objective.id, because=WHY)
    home.settle()
    assert epic.properties["northstar.objective"]["status"] == "cancelled"
    follower = draft(home, title="Another try")
    map_objective(**home.by_ada, objective_id=follower.id, adopt=epic.key)
    home.settle()
    assert epic.values["summary"] == "Another try"
    assert epic.properties["northstar.objective"]["objective_id"] == follower.id


def test_a_missing_screen_is_a_problem_with_a_name_and_the_rest_is_written(home: House) -> None:
    objective, key_result = home.plan()
    home.site.faults.add("field-off-screen")
    record_checkin(**home.by_ada, key_result_id=key_result.id, value=40.0)
    home.settle()
    epic = home.epic(objective)
    assert home.shown(epic, "kr-1") is None
    assert epic.properties["northstar.objective"]["progress_percent"] == 40
    with home.needs.store.reading() as tx:
        problem = tx.problems.list(site_id=home.site_id, scope=f"objective:{objective.id}")[0]
    assert problem.code == "field_not_on_screen"
    assert "KR 1" in problem.message
    assert "DEMO" in problem.way_out
    assert [each.name for each in read_setup(**home.here).checks if not each.ok and "Screens" in each.name]
    home.site.faults.clear()
    record_checkin(**home.by_ada, key_result_id=key_result.id, value=41.0)
    home.settle()
    assert home.shown(epic, "kr-1") == 41
    with home.needs.store.reading() as tx:
        assert tx.problems.list(site_id=home.site_id, scope=f"objective:{objective.id}") == ()


def test_a_file_may_bring_more_key_results_than_an_epic_has_fields(home: House) -> None:
    """Issue 3, point 10: five take the fields, the sixth is kept without one, says so, and takes numbers all the same."""
    objective = draft(home)
    rows = [
        Row(
            record="key_result",
            place=f"row {n}",
            cells={"id": f"k{n}", "objective": objective.id, **NUMBERS, "title": f"KR {n}"},
        )
        for n in range(1, 7)
    ]
    import_plan(**home.by_ada, rows=rows)
    map_objective(**home.by_ada, objective_id=objective.id)
    home.settle()
    view = read_objective(**home.here, objective_id=objective.id)
    assert [each.key_result.tracker.slot for each in view.key_results] == [1, 2, 3, 4, 5, None]
    last = view.key_results[-1]
    assert [each.code for each in last.problems if each.code == "no_field"] == ["no_field"]
    record_checkin(**home.by_ada, key_result_id=last.key_result.id, value=5.0)
    home.settle()
    told = home.epic(view.objective).properties["northstar.objective"]["key_results"]
    assert [(each["title"], each["value"], each["slot"]) for each in told][-1] == ("KR 6", 5.0, None)
