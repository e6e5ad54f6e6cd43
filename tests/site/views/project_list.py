"""The projects somebody may see, for the sidebar and the home page."""

from __future__ import annotations

from typing import Any

from tests.site.jira.permissions import project_permissions
from tests.site.views.shell import me, site, tint


def projects() -> list[dict[str, Any]]:
    """Return the projects of the person at the browser."""
    jira = site().jira
    return [
        {
            "key": project.key,
            "name": project.name,
            "tint": tint(project.key),
            "count": sum(issue.project_id == project.id for issue in jira.issues.values()),
        }
        for project in jira.projects.values()
        if "BROWSE_PROJECTS" in project_permissions(me(), project)
    ]
