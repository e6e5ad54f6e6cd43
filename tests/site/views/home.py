"""Jira's start page and the list and board of a project."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template, request

from tests.site.jira.model import Issue
from tests.site.jira.permissions import may, project_permissions
from tests.site.views.issue_model import row
from tests.site.views.project_list import projects
from tests.site.views.shell import Missing, me, site

routes = Blueprint("home", __name__)
_SHOWN = 12


@routes.get("/")
def home() -> str:
    """Show projects, what moved lately and what is mine."""
    with site().lock:
        seen = [issue for issue in site().jira.issues.values() if may(site().jira, me(), "BROWSE_PROJECTS", issue)]
        lately = sorted(seen, key=lambda issue: issue.updated_at, reverse=True)
        mine = [issue for issue in lately if issue.values.get("assignee") == me().account_id]
        return render_template(
            "home.html",
            projects=projects(),
            recent=[row(site(), issue) for issue in lately[:_SHOWN]],
            mine=[row(site(), issue) for issue in mine[:_SHOWN]],
        )


@routes.get("/projects/<key>")
def project(key: str) -> str:
    """Show a project's issues, below their epics or on a board."""
    found = site().jira.project(key)
    if found is None or "BROWSE_PROJECTS" not in project_permissions(me(), found):
        raise Missing("We can't find that project", f"{key} does not exist, or you do not have permission to see it.")
    with site().lock:
        issues = [issue for issue in site().jira.issues.values() if issue.project_id == found.id]
        return render_template(
            "project.html",
            project=found,
            projects=projects(),
            view="board" if request.args.get("view") == "board" else "list",
            groups=_groups(issues),
            columns=_columns(issues),
        )


def _groups(issues: list[Issue]) -> list[dict[str, Any]]:
    jira = site().jira
    epics = [issue for issue in issues if jira.type_of(issue).level >= 1]
    groups = [
        {
            "epic": row(site(), epic),
            "rows": [row(site(), jira.issues[i]) for i in sorted(jira.children.get(epic.id, ()), key=int)],
        }
        for epic in epics
    ]
    loose = [row(site(), i) for i in issues if not i.values.get("parent") and jira.type_of(i).level == 0]
    return [*groups, *([{"epic": None, "rows": loose}] if loose else [])]


def _columns(issues: list[Issue]) -> list[dict[str, Any]]:
    base = [issue for issue in issues if site().jira.type_of(issue).level == 0]
    return [
        {"status": status, "rows": [row(site(), issue) for issue in base if issue.values["status"] == status.id]}
        for status in site().jira.statuses.values()
    ]
