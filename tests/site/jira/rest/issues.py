"""Reading and writing issues. Not here: search, changelog, transitions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import request

from tests.site.jira import render
from tests.site.jira.model import Issue
from tests.site.jira.permissions import may, project_permissions
from tests.site.jira.rest.editing import edits_of, refuse_off_screen
from tests.site.jira.rest.projects import meta
from tests.site.jira.rest.properties import checked_property
from tests.site.jira.rest.reading import Route, body, caller, closed, listed, need, visible_issue
from tests.site.jira.screens import screen_fields
from tests.site.jira.state import EditRefused
from tests.site.wire import Refused, charge, not_found

if TYPE_CHECKING:
    from tests.site.state import Site

_MOST_FETCHED = 100


def add(route: Route, site: Site) -> None:
    """Add the routes."""

    @route("GET", "/issue/<issue_ref>")
    def one(issue_ref: str) -> Any:
        issue = visible_issue(site, issue_ref)
        charge(core=1)
        by_key = request.args.get("fieldsByKeys") == "true"
        properties = listed("properties") or []
        shown = render.issue(site, issue, fields=listed("fields"), properties=properties, by_key=by_key)
        expand = listed("expand") or []
        if "changelog" in expand:
            newest = [render.history(site, entry) for entry in reversed(issue.histories)]
            shown["changelog"] = {
                "startAt": 0,
                "maxResults": len(newest[:40]),
                "total": len(newest),
                "histories": newest[:40],
            }
        if "names" in expand:
            shown["names"] = {field.id: field.name for field in site.jira.fields.all()}
        return shown

    @route("POST", "/issue")
    def create() -> Any:
        sent = body()
        closed(sent, "fields", "update", "properties", "historyMetadata", "transition")
        issue = _create(site, dict(sent.get("fields") or {}))
        for entry in sent.get("properties") or []:
            issue.properties[entry["key"]] = checked_property(entry["value"])
        return {"id": issue.id, "key": issue.key, "self": render.issue_url(site, issue)}, 201

    @route("PUT", "/issue/<issue_ref>")
    def edit(issue_ref: str) -> Any:
        issue = visible_issue(site, issue_ref)
        sent = body()
        closed(sent, "fields", "update", "properties", "historyMetadata", "transition")
        need(site, "EDIT_ISSUES", issue, "You do not have permission to edit issues in this project.")
        if site.faults.strikes("stale-409"):
            raise Refused(409, "The issue was updated by another request. Try again.")
        edits = edits_of(site, issue, sent)
        refuse_off_screen(site, site.jira.projects[issue.project_id], edits)
        try:
            site.jira.edit(issue.id, edits, by=caller().account_id)
        except EditRefused as refused:
            raise Refused(400, errors=refused.errors) from refused
        for entry in sent.get("properties") or []:
            site.jira.set_property(issue.id, entry["key"], checked_property(entry["value"]), caller().account_id)
        if request.args.get("returnIssue") == "true":
            return render.issue(site, issue, fields=None)
        return "", 204

    @route("DELETE", "/issue/<issue_ref>")
    def delete(issue_ref: str) -> Any:
        issue = visible_issue(site, issue_ref)
        need(site, "DELETE_ISSUES", issue, "You do not have permission to delete issues in this project.")
        subtasks = [ref for ref in site.jira.children.get(issue.id, ()) if _level(site, ref) < 0]
        if subtasks and request.args.get("deleteSubtasks") != "true":
            raise Refused(400, "The issue has subtasks; set deleteSubtasks to delete them too.")
        for ref in [*subtasks, issue.id]:
            site.jira.delete(ref, by=caller().account_id)
        return "", 204

    @route("GET", "/issue/<issue_ref>/editmeta")
    def edit_meta(issue_ref: str) -> Any:
        issue = visible_issue(site, issue_ref)
        need(site, "EDIT_ISSUES", issue, "You do not have permission to edit issues in this project.")
        fields = screen_fields(site.jira, site.jira.projects[issue.project_id])
        charge(other=len(fields))
        return {
            "fields": {field.id: {k: v for k, v in meta(site, field).items() if k != "fieldId"} for field in fields}
        }

    @route("POST", "/issue/bulkfetch")
    def bulk_fetch() -> Any:
        sent = body()
        closed(sent, "expand", "fields", "fieldsByKeys", "issueIdsOrKeys", "properties")
        refs = [str(ref) for ref in sent.get("issueIdsOrKeys") or []]
        if not 1 <= len(refs) <= _MOST_FETCHED:
            raise Refused(400, f"Between 1 and {_MOST_FETCHED} issues may be fetched at once.")
        issues: dict[str, Issue] = {}
        errors = []
        for ref in refs:
            found = site.jira.find(ref)
            if found is None or not may(site.jira, caller(), "BROWSE_PROJECTS", found):
                errors.append({"id": ref, "errorMessage": not_found().messages[0]})
            else:
                issues[found.id] = found
        charge(core=len(issues))
        by_key, properties = bool(sent.get("fieldsByKeys")), sent.get("properties") or []
        shown = [
            render.issue(site, issue, fields=sent.get("fields"), properties=properties, by_key=by_key)
            for issue in sorted(issues.values(), key=lambda one: int(one.id))
        ]
        return {"issues": shown, "issueErrors": errors}


def _level(site: Site, issue_id: str) -> int:
    return site.jira.type_of(site.jira.issues[issue_id]).level


def _create(site: Site, fields: dict[str, Any]) -> Issue:
    home, kind = fields.pop("project", None) or {}, fields.pop("issuetype", None) or {}
    project = site.jira.project(str(home.get("key") or home.get("id") or ""))
    if project is None:
        raise Refused(400, errors={"project": "valid project is required"})
    if "CREATE_ISSUES" not in project_permissions(caller(), project):
        raise Refused(400, errors={"project": "You do not have permission to create issues in this project."})
    if not kind:
        raise Refused(400, errors={"issuetype": "Specify an issue type"})
    if "summary" not in fields:
        raise Refused(400, errors={"summary": "You must specify a summary of the issue."})
    refuse_off_screen(site, project, fields)
    try:
        return site.jira.create(
            project=project.id, issue_type=str(kind.get("id") or kind.get("name")), summary=fields.pop("summary"),
            fields=fields, by=caller().account_id,
        )  # fmt: skip
    except EditRefused as refused:
        raise Refused(400, errors=refused.errors) from refused
