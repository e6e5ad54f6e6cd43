"""Looking at what a new tracker names, so that its first reading cannot fail for a reason that was known when it was made."""

from dataclasses import replace

from connect.errors import NotFound, Rejected
from connect.outbound.jira import JiraClient
from service.domain.bound_fields import FieldMissing, FieldNotNumber, require_bindable
from service.domain.model import Objective, Tracker, TrackerKind
from service.domain.trackers import (
    OF_A_NUMBER,
    QueryRefused,
    TrackedIssueMissing,
    require_narrow,
    require_tracker,
)
from service.usecases.needs import Needs


def checked_tracker(*, parts: Needs, site_id: str, tracker: Tracker) -> Tracker:
    """Return the tracker with its issue's stable id; asks Jira about a query, an issue or a number field it names.

    Raises: TrackerMismatch, AggregateUnknown, QueryRefused, QueryTooWide, TrackedIssueMissing, FieldMissing, FieldNotNumber,
    connect.errors.ProductError.
    """
    require_tracker(tracker=tracker)
    if tracker.kind is TrackerKind.JQL and tracker.jql is not None:
        _look_at_queries(parts.jira(site_id), tracker, tracker.jql)
    if tracker.issue_id is not None and tracker.issue_field_id is not None:
        jira = parts.jira(site_id)
        _require_number(jira, tracker.issue_field_id, "issue_field")
        try:
            found = jira.get_issue(issue=tracker.issue_id, field_ids=(tracker.issue_field_id,))
        except NotFound as error:
            raise TrackedIssueMissing(
                f"Jira shows the app no issue {tracker.issue_id}. Check the key, or let the app see its project.",
                field="issue",
            ) from error
        return replace(tracker, issue_id=found.id)
    return tracker


def look_at_field(*, parts: Needs, site_id: str, objective: Objective, field_id: str) -> None:
    """Ask Jira about a number field of the epic that a key result shall be bound to.

    Raises: what `require_bindable` raises, connect.errors.ProductError.
    """
    jira = parts.jira(site_id)
    found = next((field for field in jira.fields() if field.id == field_id), None)
    editable = jira.editable_field_ids(issue_id=objective.epic_id) if found and objective.epic_id else frozenset()
    require_bindable(
        field_id=field_id,
        name=found.name if found else None,
        kind=found.kind if found else None,
        is_ours=bool(found and found.is_app_field),
        epic_key=objective.epic_key or objective.epic_id,
        is_editable=field_id in editable,
    )


def counted(*, jira: JiraClient, jql: str, field: str) -> int:
    """Return how many issues a query finds. Raises: QueryRefused with Jira's own words."""
    try:
        return jira.count(jql=jql)
    except Rejected as error:
        said = "; ".join((*error.messages, *error.fields.values())) or error.message
        raise QueryRefused(f"Jira does not accept the query: {said}", field=field) from error


def _look_at_queries(jira: JiraClient, tracker: Tracker, jql: str) -> None:
    count = counted(jira=jira, jql=jql, field="jql")
    if tracker.jql_denominator is not None:
        counted(jira=jira, jql=tracker.jql_denominator, field="jql_denominator")
    if tracker.method in OF_A_NUMBER and tracker.jql_field is not None:
        _require_number(jira, tracker.jql_field, "jql_field")
        require_narrow(count=count, field="jql")


def _require_number(jira: JiraClient, field_id: str, name: str) -> None:
    found = next((each for each in jira.fields() if each.id == field_id), None)
    if found is None:
        raise FieldMissing(
            f"Jira shows no field {field_id}. Check the id under Settings, Issues, Custom fields.", field=name
        )
    if found.kind != "number":
        raise FieldNotNumber(f"“{found.name}” is a {found.kind} field. Choose a number field.", field=name)
