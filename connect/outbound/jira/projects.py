"""Projects and the issue type that is an epic there."""

from collections.abc import Mapping
from typing import Any

from connect.outbound.http import Endpoint
from connect.outbound.jira.calls import Calls
from connect.outbound.paging import by_offset
from connect.outbound.shapes import IssueType, Project
from schemas.jira import IssueType as IssueTypeReply
from schemas.jira import Project as ProjectReply
from schemas.jira import ProjectPage

GET_PROJECT = Endpoint(method="GET", path="rest/api/3/project/{project}", object_points=1)
SEARCH_PROJECTS = Endpoint(method="GET", path="rest/api/3/project/search", object_points=1)
GET_ISSUE_TYPES = Endpoint(method="GET", path="rest/api/3/issuetype/project", object_points=1)

PAGE_SIZE = 100
EPIC_LEVEL = 1
ORDINARY_LEVEL = 0
FIRST_CHOICE = "task"
"""The type of ordinary issues that nearly every project has; any other of its level will do where it is missing."""


class Projects(Calls):
    """Jira projects."""

    def project(self, *, key: str) -> Project:
        """Read one project by key or id.

        Scope: READ. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-projectidorkey-get
        """
        return _project(self._sender.load(GET_PROJECT, reply=ProjectReply(), path={"project": key}))

    def projects(self) -> tuple[Project, ...]:
        """Return the projects the app may see.

        Scope: READ. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-projects/#api-rest-api-3-project-search-get
        """

        def page(start: int) -> tuple[list[Project], bool]:
            reply = self._sender.load(
                SEARCH_PROJECTS,
                reply=ProjectPage(),
                expect=PAGE_SIZE // 4,
                count=lambda reply: len(reply["values"]),
                query={"startAt": start, "maxResults": PAGE_SIZE},
            )
            return [_project(value) for value in reply["values"]], bool(reply["is_last"])

        return tuple(by_offset(page))

    def epic_type(self, *, project_key: str) -> IssueType | None:
        """Return the project's issue type one level above ordinary issues, whatever it is called; None if it has none.

        Scope: READ. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-types/#api-rest-api-3-issuetype-project-get
        """
        return next(iter(self._types(project_key, EPIC_LEVEL)), None)

    def ordinary_type(self, *, project_key: str) -> IssueType | None:
        """Return the project's type for ordinary issues: its tasks, else the first of that level; None if it has none.

        Scope: READ. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-types/#api-rest-api-3-issuetype-project-get
        """
        types = self._types(project_key, ORDINARY_LEVEL)
        return next((each for each in types if each.name.casefold() == FIRST_CHOICE), next(iter(types), None))

    def _types(self, project_key: str, level: int) -> tuple[IssueType, ...]:
        types = self._sender.load(
            GET_ISSUE_TYPES,
            reply=IssueTypeReply(many=True),
            query={"projectId": self.project(key=project_key).id, "level": level},
        )
        return tuple(
            IssueType(id=each["id"], name=each["name"], level=level) for each in types if each["level"] == level
        )


def _project(value: Mapping[str, Any]) -> Project:
    return Project(id=value["id"], key=value["key"], name=value["name"])
