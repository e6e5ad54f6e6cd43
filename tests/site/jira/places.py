"""Where issues live: projects, their issue types, statuses and fields. Not here: issues (`state.py`)."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from tests.site.jira.catalogue import STATUSES, issue_types
from tests.site.jira.fields import Fields
from tests.site.jira.model import IssueType, Project


class Places:
    """Hold projects and what they are made of."""

    def __init__(self) -> None:
        self.statuses = {status.id: status for status in STATUSES}
        self.types = {kind.id: kind for kind in issue_types()}
        self.projects: dict[str, Project] = {}
        self.fields = Fields(self.projects)
        self._type_numbers = itertools.count(10_020)

    def add_project(
        self,
        key: str,
        name: str,
        *,
        lead: str,
        team_managed: bool = False,
        epic_name: str = "Epic",
        description: str = "",
        members: Iterable[str] | None = None,
    ) -> Project:
        """Add a project; a team-managed one has issue types of its own."""
        project_id = str(10_000 + len(self.projects))
        types = list(issue_types())
        if team_managed or epic_name != "Epic":
            own = [
                IssueType(
                    str(next(self._type_numbers)),
                    epic_name if kind.level == 1 else kind.name,
                    kind.level,
                    project_id if team_managed else None,
                    kind.description,
                )
                for kind in types
            ]
            types = own if team_managed else [own[0], *types[1:]]
            self.types |= {kind.id: kind for kind in types}
        custom = {field.id for field in self.fields.all() if field.is_custom}
        project = Project(
            project_id, key, name, "next-gen" if team_managed else "classic", lead,
            [kind.id for kind in types], description, screen=custom,
            members=None if members is None else set(members),
        )  # fmt: skip
        self.projects[project_id] = project
        return project

    def project(self, ref: str) -> Project | None:
        """Return the project with this id or key."""
        found = self.projects.get(ref)
        return found or next((p for p in self.projects.values() if p.key == ref.upper()), None)

    def next_key(self, project: Project) -> str:
        """Return the key of the project's next issue."""
        key = f"{project.key}-{project.next_number}"
        project.next_number += 1
        return key
