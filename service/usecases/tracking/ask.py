"""Reading a tracker's value from Jira: a query, or a number on a named issue."""

from datetime import datetime

from connect.errors import NotFound, Rejected
from connect.outbound.jira import JiraClient
from service.domain.model import Tracker, TrackerKind
from service.domain.trackers import (
    OF_A_NUMBER,
    QueryRefused,
    Reading,
    TrackedIssueMissing,
    proven,
    query_reading,
    require_narrow,
)
from service.usecases.tracking.look import counted


def is_asked(*, tracker: Tracker) -> bool:
    """Tell whether the tracker's value must be asked of Jira; the others arrive by themselves."""
    return tracker.kind is TrackerKind.JQL or (tracker.kind is TrackerKind.FIELD and tracker.issue_id is not None)


def question_of(tracker: Tracker) -> Tracker:
    """Return what is asked, without whose field shows the answer."""
    return Tracker(
        kind=tracker.kind,
        method=tracker.method,
        jql=tracker.jql,
        jql_field=tracker.jql_field,
        jql_denominator=tracker.jql_denominator,
        issue_id=tracker.issue_id,
        issue_field_id=tracker.issue_field_id,
    )


def tracker_scope(key_result_id: str) -> str:
    """Return the name under which a tracker's last reading and its problems are kept."""
    return f"tracker:{key_result_id}"


def ask(*, jira: JiraClient, tracker: Tracker, at: datetime) -> Reading:
    """Return what the tracker reads now, with its provenance.

    Costs one point for a count, one an issue for a number. Raises: QueryRefused, QueryTooWide, TrackedIssueMissing,
    connect.errors.ProductError.
    """
    if tracker.kind is TrackerKind.JQL:
        return _ask_query(jira, tracker, tracker.jql or "", at)
    return _ask_issue(jira, tracker, tracker.issue_id or "", tracker.issue_field_id or "", at)


def _ask_query(jira: JiraClient, tracker: Tracker, jql: str, at: datetime) -> Reading:
    count = counted(jira=jira, jql=jql, field="jql")
    if tracker.method in OF_A_NUMBER and tracker.jql_field is not None:
        require_narrow(count=count, field="jql")
        try:
            found = list(jira.search(jql=jql, field_ids=(tracker.jql_field,)))
        except Rejected as error:
            raise QueryRefused(f"Jira does not accept the query: {error.message}", field="jql") from error
        numbers = {each.id: each.numbers.get(tracker.jql_field) for each in found}
        reading = query_reading(aggregate=tracker.method, count=len(numbers), numbers=list(numbers.values()))
        return proven(reading=reading, asked=f"{tracker.jql_field} of JQL {jql}", at=at, seen=numbers.items())
    if tracker.jql_denominator is None:
        reading = query_reading(aggregate=tracker.method, count=count)
        return proven(reading=reading, asked=f"JQL {jql}", at=at, seen=((jql, count),))
    whole = counted(jira=jira, jql=tracker.jql_denominator, field="jql_denominator")
    reading = query_reading(aggregate=tracker.method, count=count, of_count=whole)
    seen = ((jql, count), (tracker.jql_denominator, whole))
    return proven(reading=reading, asked=f"JQL {jql} of JQL {tracker.jql_denominator}", at=at, seen=seen)


def _ask_issue(jira: JiraClient, tracker: Tracker, issue_id: str, field_id: str, at: datetime) -> Reading:
    try:
        found = jira.get_issue(issue=issue_id, field_ids=(field_id,))
    except NotFound as error:
        raise TrackedIssueMissing(
            f"Jira no longer shows the app the issue {tracker.issue_id}. Track another one, or let the app see its project.",
            field="issue",
        ) from error
    number = found.numbers.get(field_id)
    said = f"the number on {found.key}" if number is not None else f"{found.key} has no number in that field"
    return proven(reading=Reading(number, said), asked=f"{field_id} of {found.key}", at=at, seen=((found.id, number),))
