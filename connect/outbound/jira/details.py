"""Reading issues with their links, dates and whatever their past is replayed from. Ordinary reading is `reading.py`'s."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from marshmallow import ValidationError

from connect.errors import BadReply
from connect.outbound.http import Endpoint
from connect.outbound.jira.calls import Calls
from connect.outbound.jira.reading import FETCH_CHUNK, FETCH_ISSUES, PAGE_SIZE, SEARCH, found_by_jql
from connect.outbound.jira.snapshots import SYSTEM_FIELDS, instant, snapshot
from connect.outbound.shapes import IssueDetail, IssueLink, StatusCategory
from schemas.jira import FetchedIssues, StatusOfSite

GET_STATUSES = Endpoint(method="GET", path="rest/api/3/status", object_points=1)

_CATEGORIES: Mapping[str, StatusCategory] = {
    "new": "new",
    "undefined": "new",
    "indeterminate": "indeterminate",
    "done": "done",
}
DETAIL_FIELDS = (
    *SYSTEM_FIELDS,
    *("created", "statuscategorychangedate", "duedate", "resolution", "priority", "issuelinks"),
)


class IssueDetails(Calls):
    """What stands in and between issues."""

    def details(self, *, issue_ids: Collection[str], field_ids: Sequence[str] = ()) -> tuple[IssueDetail, ...]:
        """Read issues with their links, 100 at a time; those Jira leaves out are left out.

        Scope: WRITE (sic). https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post
        """
        wanted = iter(dict.fromkeys(issue_ids))
        found: list[IssueDetail] = []
        while chunk := list(islice(wanted, FETCH_CHUNK)):
            reply = self._sender.load(
                FETCH_ISSUES,
                reply=FetchedIssues(),
                expect=len(chunk),
                count=lambda reply: len(reply["issues"]),
                body={"issueIdsOrKeys": chunk, "fields": [*DETAIL_FIELDS, *field_ids]},
            )
            found += [_detail(issue, field_ids, FETCH_ISSUES) for issue in reply["issues"]]
        return tuple(found)

    def search_details(self, *, jql: str, field_ids: Sequence[str] = ()) -> Iterator[IssueDetail]:
        """Yield the issues a bounded JQL finds, with their links, page by page.

        Scope: READ. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-post
        Raises: Rejected for JQL that Jira does not accept.
        """
        question = {"jql": jql, "maxResults": PAGE_SIZE, "fields": [*DETAIL_FIELDS, *field_ids]}
        return found_by_jql(self._sender, question, of=lambda issue: _detail(issue, field_ids, SEARCH))

    def status_categories(self) -> Mapping[str, StatusCategory]:
        """Return the category of every status by its name in lower case; of two with one name the one further on counts.

        Scope: READ. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflow-statuses/#api-rest-api-3-status-get
        """
        reply = self._sender.load(GET_STATUSES, reply=StatusOfSite(many=True))
        order = list(dict.fromkeys(_CATEGORIES.values()))
        named = [(each["name"].casefold(), _CATEGORIES.get(each["category"]["key"], "new")) for each in reply]
        return dict(sorted(named, key=lambda pair: order.index(pair[1])))


def _detail(issue: Mapping[str, Any], field_ids: Sequence[str], endpoint: Endpoint) -> IssueDetail:
    values = issue["fields_"]
    try:
        plain = snapshot(issue, field_ids=field_ids)
        created_at, changed_at = _instant(values["created"]), _instant(values["category_changed"])
        if created_at is None:
            raise ValidationError("an issue without its date of creation", "created")
    except ValidationError as error:
        raise BadReply(str(error), method=endpoint.method, path=endpoint.path) from error
    return IssueDetail(
        id=plain.id,
        key=plain.key,
        summary=plain.summary,
        status=plain.status,
        category=plain.category,
        project_key=plain.project_key,
        updated_at=plain.updated_at,
        created_at=created_at,
        category_changed_at=changed_at,
        due_on=values["due"],
        parent_id=plain.parent_id,
        resolution=values["resolution"]["name"] if values["resolution"] else None,
        priority=values["priority"]["name"] if values["priority"] else None,
        links=tuple(_links(values["links"])),
        numbers=plain.numbers,
    )


def _instant(text: str | None) -> datetime | None:
    return None if text is None else instant(text)


def _links(links: Sequence[Mapping[str, Any]]) -> Iterator[IssueLink]:
    for link in links:
        kind = link["type"]
        if link["inward"] is not None:
            yield IssueLink(other_id=link["inward"]["id"], says=kind["inward"], kind=kind["name"], side="inward")
        if link["outward"] is not None:
            yield IssueLink(other_id=link["outward"]["id"], says=kind["outward"], kind=kind["name"], side="outward")
