"""People and what they may do. Not here: projects. Accounts are identity objects: two points each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import request

from tests.site.accounts import Account
from tests.site.jira import entities
from tests.site.jira.permissions import ADMINS, GLOBAL_ADMINS, global_permissions, project_permissions
from tests.site.jira.rest.reading import Route, body, caller, closed, listed, number, page, visible_issue
from tests.site.wire import Refused, charge

if TYPE_CHECKING:
    from tests.site.state import Site

_MOST = 1_000


def add(route: Route, site: Site) -> None:
    """Add the routes."""

    def found(accounts: list[Account]) -> list[Any]:
        start, size = number("startAt", 0), number("maxResults", 50)
        chosen = accounts[start : start + size]
        charge(identity=len(chosen))
        return [entities.user(site, account.account_id) for account in chosen]

    @route("GET", "/user")
    def user() -> Any:
        shown = entities.user(site, request.args.get("accountId"))
        if shown is None:
            raise Refused(404, "The user does not exist or you do not have permission to view it.")
        charge(identity=1)
        return shown

    @route("GET", "/user/bulk")
    def users() -> Any:
        wanted = request.args.getlist("accountId")
        if not wanted or len(wanted) > 200:
            raise Refused(400, "Between 1 and 200 accountId parameters are required.")
        shown = [one for one in (entities.user(site, ref) for ref in dict.fromkeys(wanted)) if one]
        charge(identity=len(shown))
        return page(site, shown, default=10, most=200)

    @route("GET", "/user/search")
    def search() -> Any:
        return found([account for account in site.accounts.people() if _fits(account)])

    @route("GET", "/user/assignable/search")
    def assignable() -> Any:
        project = site.jira.project(request.args.get("project", ""))
        if ref := request.args.get("issueKey") or request.args.get("issueId"):
            project = site.jira.projects[visible_issue(site, ref).project_id]
        if project is None:
            raise Refused(400, "A project or an issue is required.")
        people = [one for one in site.accounts.people() if "ASSIGNABLE_USER" in project_permissions(one, project)]
        return found([account for account in people if _fits(account)])

    @route("POST", "/permissions/check")
    def check() -> Any:
        return _check(site, body())

    @route("GET", "/mypermissions")
    def mine() -> Any:
        wanted = listed("permissions")
        if not wanted:
            raise Refused(400, "The 'permissions' query parameter is required.")
        held = set(global_permissions(caller()))
        if ref := request.args.get("issueKey") or request.args.get("issueId"):
            held |= project_permissions(caller(), site.jira.projects[visible_issue(site, ref).project_id])
        elif ref := request.args.get("projectKey") or request.args.get("projectId"):
            project = site.jira.project(ref)
            held |= project_permissions(caller(), project) if project else set()
        else:
            for project in site.jira.projects.values():
                held |= project_permissions(caller(), project)
        charge(identity=len(wanted))
        return {"permissions": {key: _permission(key, key in held) for key in wanted}}


def _fits(account: Account) -> bool:
    if wanted := request.args.get("accountId"):
        return account.account_id == wanted
    query = request.args.get("query", "").lower()
    return account.active and any(
        part.startswith(query) for part in [account.name.lower(), *account.name.lower().split()]
    )


def _permission(key: str, held: bool) -> dict[str, Any]:
    if key not in ADMINS | GLOBAL_ADMINS:
        raise Refused(400, f"Unrecognized permission: {key}")
    kind = "GLOBAL" if key in GLOBAL_ADMINS else "PROJECT"
    return {
        "id": "-1", "key": key, "name": key.replace("_", " ").capitalize(), "type": kind,
        "description": "", "havePermission": held,
    }  # fmt: skip


def _check(site: Site, sent: dict[str, Any]) -> dict[str, Any]:
    closed(sent, "accountId", "globalPermissions", "projectPermissions")
    account = caller() if "accountId" not in sent else site.accounts.find(sent["accountId"])
    if account is None:
        raise Refused(400, "The account does not exist.")
    is_admin = caller().kind == "app" or "ADMINISTER" in global_permissions(caller())
    if account.account_id != caller().account_id and not is_admin:
        raise Refused(403, "Only Jira administrators may check another user's permissions.")
    held = global_permissions(account)
    answers = []
    for asked in sent.get("projectPermissions", []):
        issues, projects = asked.get("issues", []), asked.get("projects", [])
        if len(issues) > _MOST or len(projects) > _MOST:
            raise Refused(400, f"At most {_MOST} projects and {_MOST} issues may be checked.")
        for key in asked["permissions"]:
            if key not in ADMINS:
                raise Refused(400, f"Unrecognized permission: {key}")
            answers.append(
                {
                    "permission": key,
                    "issues": [ref for ref in issues if _holds(site, account, key, issue_id=str(ref))],
                    "projects": [ref for ref in projects if _holds(site, account, key, project_id=str(ref))],
                }
            )
    charge(identity=sum(len(answer["issues"]) + len(answer["projects"]) for answer in answers))
    return {
        "globalPermissions": [key for key in sent.get("globalPermissions", []) if key in held],
        "projectPermissions": answers,
    }


def _holds(site: Site, account: Account, key: str, *, issue_id: str = "", project_id: str = "") -> bool:
    issue = site.jira.issues.get(issue_id)
    project = site.jira.projects.get(issue.project_id if issue else project_id)
    return project is not None and key in project_permissions(account, project)
