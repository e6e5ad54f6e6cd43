"""A plan that comes back to its Jira: epics and initiatives are found again, checked first, and added all or none. Issue 3, point 10."""

import json
from typing import Any

import pytest

from service.domain.errors import DomainError
from service.domain.exchange import rows_of_csv, rows_of_document, to_csv
from service.domain.model import TrackerKind
from service.store.tables import metadata, sites
from service.usecases.export_plan import export_plan
from service.usecases.import_plan import ImportRefused, import_plan
from service.usecases.link_initiative import link_initiative
from service.usecases.list_checkins import list_checkins
from service.usecases.list_initiatives import list_initiatives
from service.usecases.verify_ledger import verify_ledger
from tests.journeys.sync.house import ADA, PROPERTY, House


def epic(home: House, summary: str) -> Any:
    return home.site.jira.create(project="DEMO", issue_type="Epic", summary=summary, by=ADA, fields={})


def document(epic_key: str, issue_key: str, **more: str) -> dict[str, Any]:
    """A plan written by hand, about two issues."""
    return {
        "format": "northstar",
        "version": 1,
        "cycles": [{"key": "next", "name": "Next", "starts_on": "2099-01-01", "ends_on": "2099-03-31"}],
        "teams": [{"name": "Growth", "project_key": "DEMO"}],
        "objectives": [{"id": "o", "cycle": "next", "team": "Growth", "title": "Be loved", "epic": epic_key, **more}],
        "key_results": [
            {"id": "k", "objective": "o", "title": "Work", "baseline": 0, "target": 100, "tracker_kind": "initiatives"}
        ],
        "initiatives": [{"key_result": "k", "issue": issue_key, **more}],
    }


def plan_of(whole: dict[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in whole.items() if name not in ("ledger", "votes")}


@pytest.mark.parametrize("by", [ADA, None], ids=["a person", "the operator"])
def test_a_file_maps_epics_and_links_initiatives(once: House, by: str | None) -> None:
    found, story = epic(once, "Old words"), once.story()
    rows = rows_of_document(data=document(found.key, story.key))
    told = import_plan(**once.here, by=by, rows=rows, dry_run=True)
    assert (told.errors, told.added["objectives"], told.added["initiatives"]) == ((), 1, 1)
    import_plan(**once.here, by=by, rows=rows)
    once.settle()
    whole = export_plan(**once.here)
    (row,) = whole["key_results"]
    assert once.site.jira.get(found.id).properties[PROPERTY]["objective_id"] == whole["objectives"][0]["id"]
    assert once.site.jira.get(found.id).values["summary"] == "Be loved"
    assert [each.key for each in list_initiatives(**once.here, key_result_id=row["id"])] == [story.key]
    assert [each.value for each in list_checkins(**once.here, key_result_id=row["id"])] == [0]
    assert once.failed == []
    before = len(once.calls())
    again = import_plan(**once.here, by=by, rows=rows_of_document(data=json.loads(json.dumps(whole))))
    assert (sum(again.added.values()), again.left_out) == (0, 0)
    assert len(once.calls()) == before, "what stands already is not asked for again"
    assert verify_ledger(**once.here).is_sound


@pytest.mark.parametrize("shape", ["json", "csv"])
def test_what_was_lost_comes_back_as_it_was(once: House, shape: str) -> None:
    """Everything of the site is deleted; the file of the day before makes it whole again, epic and work included."""
    _, key_result = once.plan(tracker_kind=TrackerKind.INITIATIVES)
    link_initiative(**once.by_ada, key_result_id=key_result.id, issue=once.story().key)
    once.settle()
    whole = export_plan(**once.here)
    assert whole["objectives"][0]["epic"].startswith("DEMO-")
    forget(once)
    assert export_plan(**once.here)["objectives"] == []
    rows = rows_of_csv(text=to_csv(document=whole)) if shape == "csv" else rows_of_document(data=whole)
    assert import_plan(**once.here, by=None, rows=rows).errors == ()
    once.settle()
    assert plan_of(export_plan(**once.here)) == plan_of(whole)
    assert once.failed == []


def forget(home: House) -> None:
    """Drop every row of the plan, as a lost database would, and keep the installation."""
    with home.needs.store.transaction() as tx:
        tx.sites._connection.execute(sites.update().values(uninstalled_at=home.needs.now()))
        for table in reversed(metadata.sorted_tables):
            if table.name not in ("sites", "installations", "fields"):
                tx.sites._connection.execute(table.delete())
        tx.sites._connection.execute(sites.update().values(uninstalled_at=None))


@pytest.mark.parametrize(
    ("of_epic", "of_issue", "place", "column", "says"),
    [
        ("DEMO-99999", None, "objectives[0]", "epic", "no issue DEMO-99999"),
        (None, "DEMO-99999", "initiatives[0]", "issue", "no issue DEMO-99999"),
        ("story", None, "objectives[0]", "epic", "not on the level of epics"),
        (None, "epic", "initiatives[0]", "issue", "is the epic of this objective"),
    ],
)
def test_an_issue_that_does_not_fit_is_named_and_nothing_is_kept(
    once: House, of_epic: str | None, of_issue: str | None, place: str, column: str, says: str
) -> None:
    found, story = epic(once, "Free"), once.story()
    epic_key = {None: found.key, "story": story.key}.get(of_epic, of_epic or "")
    issue_key = {None: story.key, "epic": found.key}.get(of_issue, of_issue or "")
    rows = rows_of_document(data=document(epic_key, issue_key))
    with pytest.raises(ImportRefused) as refused:
        import_plan(**once.by_ada, rows=rows)
    first = refused.value.errors[0]
    assert (first.place, first.column) == (place, column)
    assert says in first.message
    assert export_plan(**once.here)["cycles"] == []


def test_an_epic_that_is_taken_is_refused(once: House) -> None:
    objective, _ = once.plan()
    rows = rows_of_document(data=document(objective.epic_key or "", once.story().key))
    errors = import_plan(**once.by_ada, rows=rows, dry_run=True).errors
    assert (errors[0].place, errors[0].column) == ("objectives[0]", "epic")
    assert "“Be loved by small shops”" in errors[0].message


def test_who_may_not_edit_an_issue_brings_it_into_no_plan(once: House) -> None:
    found, story = epic(once, "Free"), once.story()
    rows = rows_of_document(data=document(found.key, story.key))
    with pytest.raises(DomainError) as refused:
        import_plan(**once.here, by="5f-stranger", rows=rows)
    assert refused.value.code == "forbidden"
    assert export_plan(**once.here)["cycles"] == []
