"""Reading issues: one, many by id, by JQL, and what changed in one."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from marshmallow import ValidationError

from connect.errors import BadReply, NotFound
from connect.outbound.http import Endpoint, Sender
from connect.outbound.jira.calls import Calls
from connect.outbound.jira.snapshots import SYSTEM_FIELDS, instant, snapshot
from connect.outbound.paging import by_offset, by_token
from connect.outbound.shapes import Fetched, FieldChange, IssueSnapshot
from schemas.jira import ChangelogPage, Count, FetchedIssues, FoundIssues, Issue

GET_ISSUE = Endpoint(method="GET", path="rest/api/3/issue/{issue}", object_points=1)
FETCH_ISSUES = Endpoint(method="POST", path="rest/api/3/issue/bulkfetch", object_points=1)
SEARCH = Endpoint(method="POST", path="rest/api/3/search/jql", object_points=1)
COUNT = Endpoint(method="POST", path="rest/api/3/search/approximate-count", object_points=1)
GET_CHANGELOG = Endpoint(method="GET", path="rest/api/3/issue/{issue}/changelog", object_points=1)

# The documented maximum; more works only for few explicit fields. Source: platform 3.
FETCH_CHUNK = 100
PAGE_SIZE = 100
# More errors than this in one answer mean that Jira has trouble; the next pass will ask again.
ONE_BY_ONE = 20

Found = TypeVar("Found")


def found_by_jql(
    sender: Sender, question: Mapping[str, Any], *, of: Callable[[Mapping[str, Any]], Found]
) -> Iterator[Found]:
    """Yield every issue a search finds, page by page, each as `of` makes it of Jira's reply."""

    def page(token: str | None) -> tuple[list[Found], str | None]:
        reply = sender.load(
            SEARCH,
            reply=FoundIssues(),
            expect=PAGE_SIZE,
            count=lambda reply: len(reply["issues"]),
            body={**question, **({"nextPageToken": token} if token else {})},
        )
        # A short page is not the last one; only the missing token is. Source: platform 3.
        return [of(issue) for issue in reply["issues"]], None if reply["is_last"] else reply["next_page_token"]

    return by_token(page)


class IssueReading(Calls):
    """What stands in issues."""

    def get_issue(self, *, issue: str, field_ids: Sequence[str] = (), properties: Sequence[str] = ()) -> IssueSnapshot:
        """Read one issue by id or key.

        Scope: READ. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-get
        Raises: NotFound also when the app may not see it.
        """
        query = {"fields": ",".join((*SYSTEM_FIELDS, *field_ids))}
        if properties:
            query["properties"] = ",".join(properties)
        found = self._sender.load(GET_ISSUE, reply=Issue(), path={"issue": issue}, query=query)
        return _snapshot(found, field_ids, GET_ISSUE)

    def fetch_issues(
        self, *, issue_ids: Collection[str], field_ids: Sequence[str] = (), properties: Sequence[str] = ()
    ) -> Fetched:
        """Read many issues by id, 100 at a time.

        Scope: WRITE (sic). https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post
        What Jira leaves out of its reply is missing: deleted, or not visible to the app. An issue it reports an error
        for could not be loaded together with the others; a few of those are read again one by one.
        """
        wanted = iter(dict.fromkeys(issue_ids))
        found: list[IssueSnapshot] = []
        missing: list[str] = []
        failed: list[str] = []
        while chunk := list(islice(wanted, FETCH_CHUNK)):
            reply = self._sender.load(
                FETCH_ISSUES,
                reply=FetchedIssues(),
                expect=len(chunk),
                count=lambda reply: len(reply["issues"]),
                body=_question(field_ids, properties) | {"issueIdsOrKeys": chunk},
            )
            snapshots = {issue["id"]: _snapshot(issue, field_ids, FETCH_ISSUES) for issue in reply["issues"]}
            found += snapshots.values()
            errors = {error["id"] for error in reply["failed"]}
            missing += [one for one in chunk if one not in snapshots and one not in errors]
            alone = [one for one in chunk if one in errors]
            failed += alone[ONE_BY_ONE:]
            for issue_id in alone[:ONE_BY_ONE]:
                try:
                    found.append(self.get_issue(issue=issue_id, field_ids=field_ids, properties=properties))
                except NotFound:
                    missing.append(issue_id)
        return Fetched(found=tuple(found), missing=tuple(missing), failed=tuple(failed))

    def search(
        self, *, jql: str, field_ids: Sequence[str] = (), properties: Sequence[str] = ()
    ) -> Iterator[IssueSnapshot]:
        """Yield the issues a bounded JQL finds, page by page.

        Scope: READ. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-post
        The index lags behind writes for seconds: never conclude from what is not found. Properties: at most 5.
        Raises: Rejected for JQL that Jira does not accept, also when it is unbounded.
        """
        question = _question(field_ids, properties) | {"jql": jql, "maxResults": PAGE_SIZE}
        return found_by_jql(self._sender, question, of=lambda issue: _snapshot(issue, field_ids, SEARCH))

    def count(self, *, jql: str) -> int:
        """Return about how many issues a bounded JQL finds.

        Scope: READ. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-approximate-count-post
        """
        reply: Mapping[str, int] = self._sender.load(COUNT, reply=Count(), body={"jql": jql})
        return reply["count"]

    def field_changes(self, *, issue_id: str, field_ids: Collection[str]) -> tuple[FieldChange, ...]:
        """Return the edits of some fields of an issue, oldest first.

        Scope: READ. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-changelog-get
        The bulk form of this operation is closed to Connect apps.
        """
        wanted = frozenset(field_ids)

        def page(start: int) -> tuple[list[Mapping[str, Any]], bool]:
            reply = self._sender.load(
                GET_CHANGELOG,
                reply=ChangelogPage(),
                expect=PAGE_SIZE // 4,
                count=lambda reply: len(reply["values"]),
                path={"issue": issue_id},
                query={"startAt": start, "maxResults": PAGE_SIZE},
            )
            return reply["values"], bool(reply["is_last"])

        changes = []
        for history in by_offset(page):
            try:
                at = instant(history["created"])
            except ValidationError as error:
                raise BadReply("a change without a readable instant", path=GET_CHANGELOG.path) from error
            author = history["author"]["account_id"] if history["author"] else None
            changes += [
                FieldChange(
                    field_id=item["field_id"],
                    at=at,
                    author=author,
                    from_text=item["from_text"],
                    to_text=item["to_text"],
                )
                for item in history["items"]
                if item["field_id"] in wanted
            ]
        return tuple(sorted(changes, key=lambda change: change.at))


def _question(field_ids: Sequence[str], properties: Sequence[str]) -> dict[str, Any]:
    question: dict[str, Any] = {"fields": [*SYSTEM_FIELDS, *field_ids]}
    if properties:
        question["properties"] = list(properties)
    return question


def _snapshot(issue: Mapping[str, Any], field_ids: Sequence[str], endpoint: Endpoint) -> IssueSnapshot:
    try:
        return snapshot(issue, field_ids=field_ids)
    except ValidationError as error:
        raise BadReply(str(error), method=endpoint.method, path=endpoint.path) from error
