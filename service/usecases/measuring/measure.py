"""Rebuilding the past of one key result's number, whatever tracks it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from connect.outbound.jira import JiraClient
from service.domain.history import (
    History,
    IssuePast,
    NotReplayable,
    ReplayPlan,
    done_share_by_week,
    number_by_week,
    plan_replay,
    proven_history,
    query_by_week,
    week_ends,
)
from service.domain.model import Tracker, TrackerKind
from service.domain.trackers import TrackedIssueMissing
from service.usecases.measuring.pasts import find_pasts, read_pasts


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a history is rebuilt from: a number field of one issue, queries, or linked issues."""

    tracker: Tracker
    issue_id: str | None = None
    field_id: str | None = None
    plan: ReplayPlan | None = None
    of_plan: ReplayPlan | None = None
    linked_ids: tuple[str, ...] = ()


def source_of(
    *,
    tracker: Tracker,
    epic_id: str | None,
    field_id: str | None,
    linked_ids: tuple[str, ...],
    weeks: int,
    at: datetime,
) -> Source:
    """Return what the past can be rebuilt from; asks nobody. `field_id` shows the key result on its epic.

    Raises: NotReplayable with the way out, JqlInvalid.
    """
    if tracker.kind is TrackerKind.JQL and tracker.jql:
        of = tracker.jql_denominator
        return Source(
            tracker=tracker,
            plan=plan_replay(query=tracker.jql, weeks=weeks, at=at),
            of_plan=plan_replay(query=of, weeks=weeks, at=at) if of else None,
        )
    if tracker.kind is TrackerKind.INITIATIVES:
        if not linked_ids:
            raise NotReplayable("No initiative is linked yet, so there is no past to rebuild. Link one first.")
        return Source(tracker=tracker, linked_ids=linked_ids)
    if tracker.kind is TrackerKind.FIELD:
        issue_id, field = (tracker.issue_id, tracker.issue_field_id) if tracker.issue_id else (epic_id, field_id)
        if issue_id and field:
            return Source(tracker=tracker, issue_id=issue_id, field_id=field)
        raise NotReplayable("The number has no field in Jira yet. Map the objective to an epic first.")
    raise NotReplayable(
        f"A number that is {'pushed' if tracker.kind is TrackerKind.PUSH else 'typed'} leaves no trace in Jira. Track a field or "
        "a query, or state the baseline by hand."
    )


def measure(*, jira: JiraClient, source: Source, weeks: int, at: datetime) -> History:
    """Ask Jira and return the history. Raises: what `find_pasts` raises, TrackedIssueMissing."""
    instants = week_ends(until=at, weeks=weeks)
    if source.plan is not None:
        return _of_query(jira, source, source.plan, instants)
    if source.linked_ids:
        details = jira.details(issue_ids=source.linked_ids)
        pasts = read_pasts(jira=jira, details=details, since=instants[0])
        values = done_share_by_week(pasts=pasts, instants=instants, categories=jira.status_categories())
        notes = ("Counts the initiatives linked today, from the day each was created.",)
        return _proven(instants, values, f"done share of {len(pasts)} initiatives", at, pasts, notes)
    return _of_field(jira, source.issue_id or "", source.field_id or "", instants)


def _of_query(jira: JiraClient, source: Source, plan: ReplayPlan, instants: Sequence[datetime]) -> History:
    tracker, of_plan = source.tracker, source.of_plan
    since = instants[0]
    pasts = find_pasts(jira=jira, jql=plan.search, since=since, number_field=tracker.jql_field)
    whole = find_pasts(jira=jira, jql=of_plan.search, since=since) if of_plan else ()
    values = query_by_week(
        pasts=pasts,
        test=plan.test,
        instants=instants,
        categories=jira.status_categories(),
        aggregate=tracker.method,
        field=tracker.jql_field,
        of=(whole, of_plan.test) if of_plan else None,
    )
    asked = f"{tracker.method or 'count'} of JQL {tracker.jql}"
    asked += f" of JQL {tracker.jql_denominator}" if of_plan else ""
    notes = (*plan.notes, *(of_plan.notes if of_plan else ()))
    return _proven(instants, values, asked, instants[-1], (*pasts, *whole), notes)


def _of_field(jira: JiraClient, issue_id: str, field_id: str, instants: Sequence[datetime]) -> History:
    found = jira.details(issue_ids=(issue_id,), field_ids=(field_id,))
    if not found:
        raise TrackedIssueMissing(
            "Jira no longer shows the app the issue the number stands on. Let the app see its project.", field="issue"
        )
    pasts = read_pasts(jira=jira, details=found, since=instants[0], number_fields=(field_id,))
    values = number_by_week(past=pasts[0], field=field_id, instants=instants)
    return _proven(instants, values, f"{field_id} of {found[0].key}", instants[-1], pasts, ())


def _proven(
    instants: Sequence[datetime],
    values: Sequence[float | None],
    asked: str,
    at: datetime,
    pasts: Sequence[IssuePast],
    notes: Sequence[str],
) -> History:
    ids = [past.id for past in pasts]
    return proven_history(instants=instants, values=values, asked=asked, measured_at=at, issue_ids=ids, notes=notes)
