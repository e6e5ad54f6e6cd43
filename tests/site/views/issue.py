"""The issue view, its refresh and its inline edits by the person at the browser."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from tests.site.jira.model import Issue
from tests.site.jira.permissions import may
from tests.site.jira.state import EditRefused
from tests.site.views import fragments, issue_model
from tests.site.views.project_list import projects
from tests.site.views.shell import Missing, me, site

routes = Blueprint("issue", __name__)
_PARTS = ("heading", "description", "children", "links", "activity", "status", "app_fields", "details")


@routes.get("/browse/<key>")
def show(key: str) -> str | AnyResponse:
    """Show an issue; an old key leads to the new one."""
    issue = _visible(key)
    if issue.key != key:
        return redirect(f"/browse/{issue.key}")
    with site().lock:
        model = issue_model.view(site(), issue, me())
        return render_template(
            "issue.html",
            issue=model,
            project=site().jira.projects[issue.project_id],
            projects=projects(),
            panels=_panels(issue, "jiraIssueContents"),
            contexts=_panels(issue, "jiraIssueContexts"),
            fragments=fragments.rendered("issue_parts.html", _PARTS, model),
        )


@routes.get("/_browser/issues/<key>")
def refresh(key: str) -> Response:
    """Answer with the parts of the page as they are now."""
    issue = _visible(key)
    with site().lock:
        model = issue_model.view(site(), issue, me())
        return fragments.answer(fragments.rendered("issue_parts.html", _PARTS, model))


@routes.post("/_browser/issues/<key>/fields")
def edit(key: str) -> tuple[dict[str, Any], int]:
    """Save one field, as text typed by the person."""
    issue, sent = _visible(key), request.get_json()
    if not may(site().jira, me(), "EDIT_ISSUES", issue):
        return {"message": "You do not have permission to edit this issue."}, 403
    field_id, given = str(sent["field"]), sent["value"]
    found = site().jira.fields.find(field_id)
    try:
        value = _number(given) if found is not None and found.kind == "number" else given
        site().jira.edit(issue.key, {field_id: value}, by=me().account_id)
    except ValueError:
        return {"message": f"“{given}” is not a number."}, 400
    except EditRefused as refused:
        return {"message": " ".join(refused.errors.values())}, 400
    return {}, 200


@routes.post("/_browser/issues/<key>/status")
def change_status(key: str) -> tuple[dict[str, Any], int]:
    """Move the issue to another status."""
    issue = _visible(key)
    if not may(site().jira, me(), "TRANSITION_ISSUES", issue):
        return {"message": "You do not have permission to move this issue."}, 403
    try:
        site().jira.change_status(issue.key, str(request.get_json()["status"]), by=me().account_id)
    except KeyError:
        return {"message": "There is no such status."}, 400
    return {}, 200


def _visible(key: str) -> Issue:
    issue: Issue | None = site().jira.find(key)
    if issue is None or not may(site().jira, me(), "BROWSE_PROJECTS", issue):
        raise Missing("We can't find that issue", f"{key} does not exist, or you do not have permission to see it.")
    return issue


def _number(text: Any) -> float | int | None:
    plain = str(text).strip().replace(",", "").replace("\u202f", "").replace(" ", "")
    if not plain:
        return None
    value = float(plain)
    return int(value) if value.is_integer() else value


def _panels(issue: Issue, kind: str) -> list[dict[str, Any]]:
    app = site().app
    if app is None or not app.is_active("jira"):
        return []
    project = site().jira.projects[issue.project_id]
    params = {
        "issue.key": issue.key,
        "issue.id": issue.id,
        "issuetype.id": issue.values["issuetype"],
        "project.key": project.key,
        "project.id": project.id,
    }
    return [
        {
            "key": module["key"],
            "name": module.get("name", {}).get("value", module["key"]),
            "icon": _icon(app.descriptor.base_url, module),
            "params": params,
        }
        for module in app.descriptor.modules(kind)
    ]


def _icon(base_url: str, module: dict[str, Any]) -> str:
    url = str(module.get("icon", {}).get("url", ""))
    return url if not url or url.startswith("http") else base_url + url
