"""Which clauses Jira answers today and which are replayed; queries whose past nobody can know."""

from datetime import UTC, datetime, timedelta

import pytest

from service.domain.history import (
    Edit,
    IssuePast,
    NotReplayable,
    holds_as_of,
    plan_replay,
    proven_history,
    week_ends,
)

AT = datetime(2026, 4, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("query", "search"),
    [
        ("project = SHOP AND type = Bug AND status = Open", 'project IN ("SHOP") AND issuetype IN ("Bug")'),
        ("project = SHOP AND NOT (status = Done OR resolution is not EMPTY)", 'project IN ("SHOP")'),
        ("project = SHOP AND created >= -30d", 'project IN ("SHOP") AND created >= "-100d"'),
        ('project = SHOP AND created >= "2026-01-01"', 'project IN ("SHOP") AND created >= "2026-01-01"'),
        ("project = SHOP AND created >= startOfMonth()", 'project IN ("SHOP")'),
    ],
)
def test_the_search_finds_every_issue_that_may_have_mattered(query: str, search: str) -> None:
    assert plan_replay(query=query, weeks=10, at=AT).search == search


def test_a_clause_taken_as_it_stands_today_is_said() -> None:
    plan = plan_replay(query="project = SHOP AND labels = checkout AND status = Open", weeks=10, at=AT)
    assert plan.notes == ("Taken as it stands today: labels.",)


@pytest.mark.parametrize(
    "query",
    [
        "status = Open",
        "project = SHOP AND status WAS Open",
        "project = SHOP AND updated >= -7d",
        "project = SHOP AND (status = Open OR labels = x)",
        "project = SHOP AND status ~ Open",
        "project = SHOP AND resolved >= lastRelease()",
    ],
)
def test_a_past_that_nobody_can_know_is_refused_by_its_clause(query: str) -> None:
    with pytest.raises(NotReplayable):
        plan_replay(query=query, weeks=10, at=AT)


def day(number: int) -> datetime:
    return datetime(2026, 1, number, tzinfo=UTC)


PAST = IssuePast(
    id="1",
    created_at=day(5),
    now={"status": "Open", "resolution": None, "priority": "High"},
    edits=(
        Edit(field="status", at=day(10), before="Open", after="Done"),
        Edit(field="resolution", at=day(10), before=None, after="Fixed"),
        Edit(field="status", at=day(20), before="Done", after="Open"),
        Edit(field="resolution", at=day(20), before="Fixed", after=None),
    ),
)


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("status = Open", {6, 25}),
        ("statusCategory = Done", {12, 19}),
        ("resolution = Unresolved", {6, 25}),
        ("resolution is not EMPTY", {12, 19}),
        ("resolution != Fixed", set()),
        ("resolved >= -3d", {12}),
        ("resolved >= startOfMonth()", {12, 19}),
        ("created >= -3d AND status = Open", {6}),
        ("priority in (High, Highest)", {6, 12, 19, 25}),
        ("created <= now()", {6, 12, 19, 25}),
    ],
)
def test_an_issue_is_found_on_the_days_it_would_have_been(query: str, days: set[int]) -> None:
    test = plan_replay(query=f"project = S AND {query}", weeks=4, at=AT).test
    asked = (2, 6, 12, 19, 25)
    held = {
        number
        for number in asked
        if holds_as_of(test=test, past=PAST, at=day(number), categories={"open": "new", "done": "done"})
    }
    assert held == days


def test_a_history_begins_with_its_first_value_and_carries_its_proof() -> None:
    """2.4: provenance is query, timestamp, issue count and hash."""
    instants = week_ends(until=AT, weeks=4)
    kept = {"instants": instants, "asked": "JQL project = S", "measured_at": AT}
    history = proven_history(**kept, values=(None, None, 3.0, 4.0), issue_ids=["2", "1", "2"])  # type: ignore[arg-type]
    assert history.points == ((AT - timedelta(weeks=1), 3.0), (AT, 4.0))
    assert history.issue_count == 2
    assert history.provenance.startswith(
        "JQL project = S | 2 weeks from 2 issues' changelogs | read 2026-04-01T00:00:00Z"
    )
    other = proven_history(**kept, values=(None, None, 3.0, 5.0), issue_ids=["1", "2"])  # type: ignore[arg-type]
    assert other.digest != history.digest
