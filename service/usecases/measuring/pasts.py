"""From Jira's changelogs to issues that can be replayed. The bulk form of the call is closed to Connect apps, so: one call an issue."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import ClassVar, Final

from connect.errors import Rejected
from connect.outbound.jira import JiraClient
from connect.outbound.shapes import IssueDetail
from service.domain.errors import DomainError
from service.domain.history import Edit, IssuePast
from service.domain.trackers import QueryRefused

MOST_CHANGELOGS: Final = 500
"""One point and one request each; more would take the hour's share of a small site. Ours."""

_REPLAYED: Final = ("status", "resolution", "priority")


class HistoryTooWide(DomainError):
    """Too many issues changed to replay them one by one."""

    code: ClassVar[str] = "history_too_wide"


def find_pasts(
    *, jira: JiraClient, jql: str, since: datetime, number_field: str | None = None
) -> tuple[IssuePast, ...]:
    """Return the issues a query finds today with their edits since an instant; unchanged ones cost no changelog.

    Raises: QueryRefused, HistoryTooWide, connect.errors.ProductError.
    """
    fields = (number_field,) if number_field else ()
    try:
        found = list(jira.search_details(jql=jql, field_ids=fields))
    except Rejected as error:
        said = "; ".join((*error.messages, *error.fields.values())) or error.message
        raise QueryRefused(f"Jira does not accept the query: {said}", field="jql") from error
    return read_pasts(jira=jira, details=found, since=since, number_fields=fields)


def read_pasts(
    *, jira: JiraClient, details: Iterable[IssueDetail], since: datetime, number_fields: Sequence[str] = ()
) -> tuple[IssuePast, ...]:
    """Return issues already read with their edits. Raises: HistoryTooWide, connect.errors.ProductError."""
    every = list(details)
    changed = sum(each.updated_at >= since for each in every)
    if changed > MOST_CHANGELOGS:
        raise HistoryTooWide(
            f"{changed} of the issues changed in this time and each costs a call; {MOST_CHANGELOGS} are the most. "
            "Narrow the query, by type or component for instance.",
            field="jql",
        )
    return tuple(_past(jira, each, since, number_fields) for each in every)


def _past(jira: JiraClient, detail: IssueDetail, since: datetime, number_fields: Sequence[str]) -> IssuePast:
    asked = (*_REPLAYED, *number_fields)
    changes = jira.field_changes(issue_id=detail.id, field_ids=asked) if detail.updated_at >= since else ()
    return IssuePast(
        id=detail.id,
        created_at=detail.created_at,
        now={
            "status": detail.status,
            "resolution": detail.resolution,
            "priority": detail.priority,
            **{id: None if number is None else repr(number) for id, number in detail.numbers.items()},
        },
        edits=tuple(
            Edit(field=each.field_id, at=each.at, before=each.from_text or None, after=each.to_text or None)
            for each in changes
        ),
    )
