"""People: who somebody is, who may be chosen, and who may do what. Nothing of it may be stored."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from connect.outbound.http import Endpoint
from connect.outbound.jira.calls import Calls
from connect.outbound.shapes import Person
from connect.qsh import canonicals
from schemas.jira import Grants, User, UserPage

GET_PEOPLE = Endpoint(method="GET", path="rest/api/3/user/bulk", object_points=2)
FIND_PEOPLE = Endpoint(method="GET", path="rest/api/3/user/assignable/search", object_points=2)
CHECK_PERMISSIONS = Endpoint(method="POST", path="rest/api/3/permissions/check", object_points=2)

# Every id is a parameter of its own; 90 stay under common limits on the length of an address.
PEOPLE_CHUNK = 90
FOUND_PEOPLE = 20
# Source: platform 3 (permissions/check).
PERMISSION_CHUNK = 1000


class People(Calls):
    """Accounts and permissions."""

    def people(self, *, account_ids: Collection[str]) -> tuple[Person, ...]:
        """Read people by account id; unknown ids are left out.

        Scope: READ. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/#api-rest-api-3-user-bulk-get
        """
        found: list[Person] = []
        for chunk in _signable_chunks(account_ids):
            reply = self._sender.load(
                GET_PEOPLE,
                reply=UserPage(),
                expect=len(chunk),
                count=lambda reply: len(reply["values"]),
                query={"accountId": chunk, "maxResults": len(chunk)},
            )
            found += [_person(value) for value in reply["values"]]
        return tuple(found)

    def find_people(
        self, *, query: str, issue_key: str | None = None, project_key: str | None = None
    ) -> tuple[Person, ...]:
        """Return up to 20 people who can be assigned there and match a few letters of a name.

        Scope: READ. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-user-search/#api-rest-api-3-user-assignable-search-get
        One of `issue_key` and `project_key` is needed. Raises: RateLimited early, all apps of a site share its limit.
        """
        if (issue_key is None) == (project_key is None):
            raise ValueError("name either an issue or a project")
        place = {"issueKey": issue_key} if issue_key is not None else {"project": str(project_key)}
        reply = self._sender.load(
            FIND_PEOPLE,
            reply=User(many=True),
            expect=FOUND_PEOPLE,
            count=len,
            query={"query": query, "maxResults": FOUND_PEOPLE, **place},
        )
        return tuple(_person(value) for value in reply)

    def may(
        self,
        *,
        account_id: str,
        permission: str,
        issue_ids: Collection[str] = (),
        project_ids: Collection[str] = (),
    ) -> frozenset[str]:
        """Return those of the issues and projects on which a person holds a permission.

        Scope: READ. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-permissions-check-post
        A Connect app may ask about anybody. `permission` is a key like `BROWSE_PROJECTS` or `EDIT_ISSUES`.
        """
        granted: set[str] = set()
        for issues, projects in _permission_chunks(issue_ids, project_ids):
            reply = self._sender.load(
                CHECK_PERMISSIONS,
                reply=Grants(),
                body={
                    "accountId": account_id,
                    "globalPermissions": [],
                    "projectPermissions": [{"permissions": [permission], "issues": issues, "projects": projects}],
                },
            )
            for grant in reply["project_permissions"]:
                if grant["permission"] == permission:
                    granted.update(str(one) for one in (*grant["issues"], *grant["projects"]))
        return frozenset(granted)

    def administers(self, *, account_id: str) -> bool:
        """Tell whether a person administers the site.

        Scope: READ. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-permissions-check-post
        """
        body = {"accountId": account_id, "globalPermissions": ["ADMINISTER"], "projectPermissions": []}
        reply = self._sender.load(CHECK_PERMISSIONS, reply=Grants(), body=body)
        return "ADMINISTER" in reply["global_permissions"]


def _permission_chunks(
    issue_ids: Collection[str], project_ids: Collection[str]
) -> Iterator[tuple[list[int], list[int]]]:
    issues, projects = iter([int(one) for one in issue_ids]), iter([int(one) for one in project_ids])
    while True:
        chunk = list(islice(issues, PERMISSION_CHUNK)), list(islice(projects, PERMISSION_CHUNK))
        if not any(chunk):
            return
        yield chunk


def _signable_chunks(account_ids: Collection[str]) -> Iterator[Sequence[str]]:
    """Cut the ids into lists whose address has only one canonical form.

    Implementations differ in sorting repeated values with punctuation in them, and account ids contain colons; where
    the orders would differ, the list is halved until they agree. Source: platform 1.7.
    """
    wanted = iter(dict.fromkeys(account_ids))
    pending = []
    while chunk := list(islice(wanted, PEOPLE_CHUNK)):
        pending.append(chunk)
    while pending:
        chunk = pending.pop(0)
        address = "/?" + urlencode({"accountId": chunk}, doseq=True)
        if len(chunk) > 1 and len(canonicals("GET", address)) > 1:
            middle = len(chunk) // 2
            pending[:0] = [chunk[:middle], chunk[middle:]]
        else:
            yield chunk


def _person(value: Mapping[str, Any]) -> Person:
    avatars = value["avatar_urls"]
    return Person(
        account_id=value["account_id"],
        display_name=value["display_name"] or "",
        active=value["active"],
        avatar_url=avatars.get("48x48") or next(iter(avatars.values()), None),
    )
