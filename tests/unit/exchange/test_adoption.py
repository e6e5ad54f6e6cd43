"""What a Jira project already keeps as OKRs: read from numbers, else from titles, and never guessed. Issue 3, point 10."""

import pytest

from service.domain.exchange import Known, NamedIssue, assemble, rows_of_document
from service.domain.exchange.adoption import Work, propose, roles
from service.domain.model import Cycle, CycleKind, Direction, Team, TeamKind, TrackerKind
from tests.unit.domain.make import ENDS_ON, STARTS_ON, at

ISSUES = {"G-1": NamedIssue(id="1", key="G-1", is_epic=True)}


def work(key, title, *children, **numbers):
    return Work(id=key.split("-")[1], key=key, title=title, numbers=numbers, children=children)


def proposed(*epics, current_field=None, taken=frozenset(), team=None):
    return propose(
        epics=epics, current_field=current_field, cycle_key="Q1", team=team or {"name": "Growth"}, taken=taken
    )


def test_fields_are_known_by_what_teams_call_them():
    """The first that fits; one field plays one role."""
    named = [("f1", "Target value"), ("f2", " goal "), ("f3", "Start"), ("f4", "Actual"), ("f5", "Story Points")]
    assert roles(fields=named) == {"target": "f1", "baseline": "f3", "current": "f4"}


@pytest.mark.parametrize(
    ("issue", "row"),
    [
        (
            work("G-2", "Shops", baseline=10.0, target=40.0),
            {"direction": "increase", "baseline": 10.0, "target": 40.0, "tracker_kind": "manual"},
        ),
        (work("G-2", "Bugs", baseline=40.0, target=10.0), {"direction": "decrease"}),
        (work("G-2", "Shops", target=40.0), {"baseline": 0.0}),
        (work("G-2", "Cut churn from 9 % to 5 %"), {"baseline": 9.0, "target": 5.0, "unit": "%"}),
        (work("G-2", "Answer from 12 h to 4"), {"target": 4.0, "unit": "h"}),
        (work("G-2", "Raise from 1 to 2", target=3.0), {"baseline": 1.0, "target": 3.0}),
        (
            work("G-2", "Shops", target=40.0, current=12.0),
            {"tracker_kind": "field", "issue_id": "2", "issue_field_id": "f4"},
        ),
        (work("G-2", "Launch the shop"), None),
        (work("G-2", "Stay at five", baseline=5.0, target=5.0), None),
    ],
)
def test_an_issue_with_a_target_is_a_key_result(issue, row):
    found = proposed(work("G-1", "Be loved", issue), current_field="f4")
    rows = found.document["key_results"]
    if row is None:
        assert rows == []
        assert found.lines[1] == f"  G-2  no key result: it names no target: {issue.title}"
    else:
        assert row.items() <= rows[0].items()
        assert found.lines[1].startswith("  G-2  key result: ")


def test_without_a_field_for_the_current_value_nothing_is_followed():
    found = proposed(work("G-1", "Be loved", work("G-2", "Shops", target=40.0, current=12.0)))
    assert found.document["key_results"][0]["tracker_kind"] == "manual"


def test_an_epic_may_carry_its_own_target():
    found = proposed(work("G-1", "Grow from 10 to 20"))
    assert [each["id"] for each in found.document["key_results"]] == ["issue 1"]
    assert found.lines == ("G-1  objective: Grow from 10 to 20", "  G-1  key result: Grow from 10 to 20 (10 → 20)")


def test_an_epic_that_is_somebodys_already_is_left_alone():
    found = proposed(work("G-1", "Be loved", work("G-2", "x from 1 to 2")), taken=frozenset({"1"}))
    assert (found.document["objectives"], found.document["key_results"]) == ([], [])
    assert found.lines == ("G-1  left alone: it is the epic of an objective already",)


def test_a_sixth_key_result_is_left_out_and_told():
    children = [work(f"G-{number}", f"Number {number} from 1 to {number}") for number in range(2, 8)]
    found = proposed(work("G-1", "Be loved", *children))
    assert len(found.document["key_results"]) == 5
    assert found.lines[-1] == "  G-7  left out: the epic's 5 fields are given out: Number 7 from 1 to 7"


def test_what_is_proposed_can_be_imported():
    """The proposal is an import document like any other; a new team comes with its project."""
    children = (work("G-2", "Cut churn from 9 % to 5 %"), work("G-3", "Shops", target=40.0, current=1.0))
    found = proposed(
        work("G-1", "Be loved", *children), current_field="f4", team={"name": "Growth", "project_key": "G"}
    )
    cycle = Cycle(id="c", key="Q1", name="Q1", kind=CycleKind.CUSTOM, starts_on=STARTS_ON, ends_on=ENDS_ON)
    known = Known(site_id="s", cycles={"c": cycle}, issues=ISSUES)
    done = assemble(rows=rows_of_document(data=found.document), known=known, now=at(2, 1), importer=None)
    assert done.errors == ()
    assert [(each.name, each.project_key) for each in done.teams] == [("Growth", "G")]
    assert [(each.direction, each.tracker.kind) for each in done.key_results] == [
        (Direction.DECREASE, TrackerKind.MANUAL),
        (Direction.INCREASE, TrackerKind.FIELD),
    ]
    assert [(each.epic_id, each.epic_key) for each in done.objectives] == [("1", "G-1")]
    stands = Known(
        site_id="s",
        cycles={"c": cycle},
        issues=ISSUES,
        teams={"t": Team(id="t", name="Growth", kind=TeamKind.TEAM, project_key="G")},
    )
    again = proposed(work("G-1", "Be loved", *children), current_field="f4")
    assert "teams" not in again.document
    assert assemble(rows=rows_of_document(data=again.document), known=stands, now=at(2, 1), importer=None).errors == ()
