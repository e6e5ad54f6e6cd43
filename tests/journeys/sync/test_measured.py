"""Numbers that Jira already has, read through the real client from the simulated site; and a project adopted as it is.

Issue 3, points 2 and 10.
"""

from typing import Any

import pytest

from service.domain.errors import DomainError
from service.domain.model import CheckinSource, TrackerKind
from service.usecases.adopt_project import adopt_project
from service.usecases.link_initiative import link_initiative
from service.usecases.list_checkins import list_checkins
from service.usecases.read_board import read_board
from service.usecases.read_trackers import read_trackers
from tests.journeys.sync.house import ADA, House

POINTS = "customfield_10016"


def said(home: House, key_result_id: str) -> list[tuple[float | None, CheckinSource]]:
    return [(each.value, each.source) for each in list_checkins(**home.here, key_result_id=key_result_id)]


def story(home: House, summary: str, **fields: Any) -> Any:
    return home.site.jira.create(project="DEMO", issue_type="Story", summary=summary, by=ADA, fields=fields)


def test_a_query_is_counted_and_shown_on_the_epic(home: House) -> None:
    jql = 'project = DEMO AND summary ~ "refund"'
    objective, key_result = home.plan(tracker_kind=TrackerKind.JQL, jql=jql)
    assert said(home, key_result.id) == [(0, CheckinSource.TRACKER)]
    story(home, "Speed up the refund")
    story(home, "Explain every refund")
    home.come_back(after_s=3600)
    read_trackers(**home.here)
    home.settle()
    assert said(home, key_result.id)[-1] == (2, CheckinSource.TRACKER)
    assert home.shown(home.epic(objective), "kr-1") == 2, "what is measured is shown where people look"
    assert len(said(home, key_result.id)) == 2, "our own echo is no check-in"


def test_an_unbounded_query_is_refused_in_jiras_words(once: House) -> None:
    with pytest.raises(DomainError, match="Unbounded") as refused:
        once.plan(tracker_kind=TrackerKind.JQL, jql="ORDER BY created")
    assert (refused.value.code, refused.value.field) == ("query_refused", "jql")


def test_a_number_of_another_issue_is_followed(once: House) -> None:
    revenue = once.site.jira.fields.add_custom("Revenue")
    report = story(once, "The numbers of the month", **{revenue.id: 40})
    _, key_result = once.plan(issue=report.key, issue_field=revenue.id)
    assert said(once, key_result.id) == [(40, CheckinSource.TRACKER)]
    once.site.jira.edit(report.id, {revenue.id: 55}, by=ADA)
    once.come_back(after_s=3600)
    read_trackers(**once.here)
    assert said(once, key_result.id)[-1] == (55, CheckinSource.TRACKER)
    (last,) = list_checkins(**once.here, key_result_id=key_result.id, limit=1)
    assert report.key in (last.provenance or "")


def test_initiatives_by_points_once_all_are_estimated(once: House) -> None:
    """Requirements 3.1: by story points only when all are estimated; until then the count, and it says so."""
    big, small = story(once, "Big", **{POINTS: 8}), story(once, "Small")
    _, key_result = once.plan(tracker_kind=TrackerKind.INITIATIVES, tracker_method="points", baseline=None, target=None)
    for each in (big, small):
        link_initiative(**once.by_ada, key_result_id=key_result.id, issue=each.key)
    once.site.jira.change_status(big.id, "10002", by=ADA)
    once.settle()
    last = list_checkins(**once.here, key_result_id=key_result.id)[-1]
    assert (last.value, last.provenance) == (50, "1 of 2 initiatives done, 1 of them without points")
    once.site.jira.edit(small.id, {POINTS: 2}, by=ADA)
    once.settle()
    last = list_checkins(**once.here, key_result_id=key_result.id)[-1]
    assert (last.value, last.provenance) == (80, "8 of 10 points done")


def test_a_project_that_keeps_okrs_as_issues_is_adopted(once: House) -> None:
    jira = once.site.jira
    target, current = jira.fields.add_custom("Target"), jira.fields.add_custom("Current value")
    epic = jira.create(project="DEMO", issue_type="Epic", summary="Be trusted by clinics", by=ADA)
    tracked = story(once, "Clinics that renew", parent=epic.id, **{target.id: 90, current.id: 62})
    story(once, "Cut waiting from 12 days to 4 days", parent=epic.id)
    story(once, "Write the handbook", parent=epic.id)
    cycle = once.cycle()
    told = adopt_project(**once.here, by=None, project_key="DEMO", dry_run=True)
    assert read_board(**once.here, cycle_id=cycle.id).objectives() == (), "a dry run changes nothing"  # type: ignore[union-attr]
    assert any("Write the handbook" in line and "names no target" in line for line in told.lines)
    done = adopt_project(**once.here, by=None, project_key="DEMO")
    assert done.imported.added == told.imported.added
    once.settle()
    board = read_board(**once.here, cycle_id=cycle.id)
    assert board is not None
    found = next(each for each in board.objectives() if each.objective.epic_id == epic.id)
    rows = {row.key_result.title: row for row in found.key_results}
    assert set(rows) == {"Clinics that renew", "Cut waiting from 12 days to 4 days"}
    renew, waiting = (rows[title] for title in sorted(rows))
    assert (renew.key_result.target, renew.value, renew.key_result.tracker.issue_id) == (90, 62, tracked.id)
    assert (waiting.key_result.baseline, waiting.key_result.target, waiting.key_result.direction) == (12, 4, "decrease")
    again = adopt_project(**once.here, by=None, project_key="DEMO")
    assert sum(again.imported.added.values()) == 0
    assert any(line.startswith(epic.key) and "left alone" in line for line in again.lines)


def test_who_may_not_edit_the_epics_of_a_project_adopts_nothing_of_it(once: House) -> None:
    """All of it or nothing, the epics included."""
    once.cycle()
    once.team()
    with pytest.raises(DomainError) as refused:
        adopt_project(**once.here, by="5f-stranger", project_key="DEMO")
    assert refused.value.code == "forbidden"
    board = read_board(**once.here)
    assert board is not None
    assert board.objectives() == ()
