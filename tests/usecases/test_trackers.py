"""Trackers that have to be asked: queries, numbers of named issues, readings beside what people say. Issue 3, point 2."""

from dataclasses import dataclass, field
from datetime import datetime

import pytest

from connect.errors import NotFound, RateLimited, Rejected
from connect.outbound.shapes import Field, IssueSnapshot
from service.domain.errors import DomainError
from service.domain.model import CheckinSource, KeyResult, TrackerKind
from service.usecases.list_checkins import list_checkins
from service.usecases.read_board import read_board
from service.usecases.read_trackers import TrackersRead, read_trackers
from service.usecases.record_checkin import record_checkin
from tests.usecases.world import FakeJira, World

COST = "customfield_10050"
BUGS = "project = GROW AND type = Bug"


@dataclass
class SearchedJira(FakeJira):
    """Answers queries and single issues, and notes each question."""

    found: dict[str, list[float | None]] = field(default_factory=dict)
    shown: dict[str, float | None] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    spent: bool = False

    def count(self, *, jql: str) -> int:
        assert not self.store.in_transaction
        if self.spent:
            raise RateLimited("no points left", retry_after_s=60, lane="app")
        self.asked.append(jql)
        if jql not in self.found:
            raise Rejected("400", messages=("Unbounded JQL queries are not allowed here.",))
        return len(self.found[jql])

    def search(self, *, jql: str, field_ids: tuple[str, ...]) -> list[IssueSnapshot]:
        return [snapshot(str(n), {field_ids[0]: number}) for n, number in enumerate(self.found[jql])]

    def get_issue(self, *, issue: str, field_ids: tuple[str, ...] = ()) -> IssueSnapshot:
        if issue not in self.shown:
            raise NotFound("404")
        return snapshot("10012", dict.fromkeys(field_ids, self.shown[issue]))


def snapshot(id: str, numbers: dict[str, float | None]) -> IssueSnapshot:
    return IssueSnapshot(
        id=id,
        key=f"GROW-{id}",
        summary="An issue",
        status="Open",
        category="new",
        project_key="GROW",
        type_level=0,
        updated_at=datetime.fromisoformat("2026-11-20T10:00:00Z"),
        numbers=numbers,
    )


@pytest.fixture
def jira(world: World) -> SearchedJira:
    """A Jira with one query and two fields."""
    searched = SearchedJira(world.store)
    searched.known_fields = (
        Field(id=COST, key=COST, name="Cost", kind="number", is_app_field=False),
        Field(id="customfield_1", key="customfield_1", name="Colour", kind="text", is_app_field=False),
    )
    searched.found = {BUGS: [3.0, None, 5.0], "project = GROW": [None] * 12}
    world.jira = searched
    return searched


def key_result(world: World, **words: object) -> KeyResult:
    words = {"tracker_kind": TrackerKind.JQL, "jql": BUGS, **words}
    made = world.key_result(world.objective(world.cycle(), world.team()), **words)
    world.jobs.clear()
    return made


def values(world: World, made: KeyResult) -> list[tuple[float | None, CheckinSource]]:
    return [(each.value, each.source) for each in list_checkins(**world.here, key_result_id=made.id)]


@pytest.mark.parametrize(
    ("words", "value", "says"),
    [
        ({}, 3, "3 issues found"),
        ({"tracker_method": "sum", "jql_field": COST}, 8, "sum over 2 of 3 issues"),
        ({"tracker_method": "average", "jql_field": COST}, 4, "average over 2 of 3"),
        ({"tracker_method": "min", "jql_field": COST}, 3, "min over 2 of 3"),
        ({"tracker_method": "max", "jql_field": COST}, 5, "max over 2 of 3"),
        ({"tracker_method": "share", "jql_denominator": "project = GROW"}, 25, "3 of 12 issues"),
    ],
    ids=lambda each: str(each.get("tracker_method", "count")) if isinstance(each, dict) else None,
)
def test_a_query_becomes_a_check_in_that_proves_itself(
    world: World, jira: SearchedJira, words: dict[str, object], value: float, says: str
) -> None:
    made = key_result(world, **words)
    assert read_trackers(**world.here) == TrackersRead(asked=1, recorded=1)
    (said,) = list_checkins(**world.here, key_result_id=made.id)
    assert (said.value, said.source, said.author) == (value, CheckinSource.TRACKER, None)
    assert said.provenance is not None
    assert says in said.provenance
    assert BUGS in said.provenance
    assert "read 2026-11-20T12:00:00Z | sha256 " in said.provenance


def test_adding_a_query_asks_for_its_first_reading(world: World, jira: SearchedJira) -> None:
    world.key_result(world.objective(world.cycle(), world.team()), tracker_kind=TrackerKind.JQL, jql=BUGS)
    assert ("read_trackers", (world.site_id,)) in world.jobs


def test_the_same_reading_is_no_news_and_a_person_is_not_overwritten(world: World, jira: SearchedJira) -> None:
    made = key_result(world)
    read_trackers(**world.here)
    world.later(hours=1)
    record_checkin(**world.by_ada, key_result_id=made.id, value=180.0)
    world.later(hours=1)
    assert read_trackers(**world.here) == TrackersRead(asked=1, recorded=0)
    board = read_board(**world.here)
    assert board is not None
    (row,) = board.objectives()[0].key_results
    assert (row.value, row.measured_value) == (180.0, 3)
    jira.found[BUGS].append(None)
    world.later(hours=1)
    read_trackers(**world.here)
    assert values(world, made) == [(3, CheckinSource.TRACKER), (180, CheckinSource.HUMAN), (4, CheckinSource.TRACKER)]


def test_a_question_that_several_ask_is_asked_once_and_not_again_while_fresh(world: World, jira: SearchedJira) -> None:
    objective = world.objective(world.cycle(), world.team())
    for title in ("One", "Two"):
        world.key_result(objective, title=title, tracker_kind=TrackerKind.JQL, jql=BUGS)
    jira.asked.clear()
    assert read_trackers(**world.here) == TrackersRead(asked=1, recorded=2)
    world.later(minutes=5)
    assert read_trackers(**world.here) == TrackersRead()
    assert jira.asked == [BUGS]


def test_a_pass_without_points_waits_and_keeps_what_it_has(world: World, jira: SearchedJira) -> None:
    key_result(world)
    jira.spent = True
    with pytest.raises(RateLimited):
        read_trackers(**world.here)
    jira.spent = False
    assert read_trackers(**world.here).recorded == 1


def test_a_number_of_a_named_issue_is_read(world: World, jira: SearchedJira) -> None:
    jira.shown["GROW-12"] = jira.shown["10012"] = 7.5
    made = key_result(world, tracker_kind=TrackerKind.FIELD, jql=None, issue="GROW-12", issue_field=COST)
    assert made.tracker.issue_id == "10012", "the stable id is kept, keys change"
    read_trackers(**world.here)
    assert values(world, made) == [(7.5, CheckinSource.TRACKER)]


def test_a_tracker_that_fails_is_a_problem_until_it_works_again(world: World, jira: SearchedJira) -> None:
    made = key_result(world)
    kept = jira.found.pop(BUGS)
    assert read_trackers(**world.here).failed == 1
    with world.store.reading() as tx:
        (found,) = tx.problems.list(site_id=world.site_id, scope=f"tracker:{made.id}")
    assert (found.code, found.key_result_id) == ("tracker_unreadable", made.id)
    assert "Unbounded" in found.message
    jira.found[BUGS] = kept
    world.later(hours=1)
    read_trackers(**world.here)
    with world.store.reading() as tx:
        assert tx.problems.list(site_id=world.site_id, scope=f"tracker:{made.id}") == ()


@pytest.mark.parametrize(
    ("words", "code", "field"),
    [
        ({"jql": "order by created"}, "query_refused", "jql"),
        ({"tracker_method": "median"}, "aggregate_unknown", "tracker_method"),
        ({"tracker_method": "sum"}, "tracker_mismatch", "jql_field"),
        ({"jql_field": COST}, "tracker_mismatch", "jql_field"),
        ({"tracker_method": "share"}, "tracker_mismatch", "jql_denominator"),
        ({"tracker_method": "share", "jql_denominator": "x"}, "query_refused", "jql_denominator"),
        ({"tracker_method": "sum", "jql_field": "customfield_1"}, "field_not_number", "jql_field"),
        ({"tracker_method": "sum", "jql_field": "customfield_2"}, "field_missing", "jql_field"),
        ({"tracker_kind": TrackerKind.MANUAL}, "tracker_mismatch", "jql"),
        ({"tracker_kind": TrackerKind.FIELD, "jql": None, "issue": "A-1"}, "tracker_mismatch", "issue_field"),
        (
            {"tracker_kind": TrackerKind.FIELD, "jql": None, "issue": "A-1", "issue_field": COST},
            "tracked_issue_missing",
            "issue",
        ),
        (
            {"tracker_kind": TrackerKind.INITIATIVES, "jql": None, "tracker_method": "sum"},
            "aggregate_unknown",
            "tracker_method",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_when_it_is_made(
    world: World, jira: SearchedJira, words: dict[str, object], code: str, field: str
) -> None:
    with pytest.raises(DomainError) as refused:
        key_result(world, **words)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_a_query_over_too_many_issues_is_refused(world: World, jira: SearchedJira) -> None:
    jira.found["project = ALL"] = [1.0] * 1001
    with pytest.raises(DomainError) as refused:
        key_result(world, jql="project = ALL", tracker_method="sum", jql_field=COST)
    assert refused.value.code == "query_too_wide"
