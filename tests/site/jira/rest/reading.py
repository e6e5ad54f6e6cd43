"""Reading parameters and finding things for the routes. Not here: routes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from flask import g, request

from tests.site.accounts import Account
from tests.site.jira.model import Issue, Project
from tests.site.jira.permissions import may, project_permissions
from tests.site.wire import Refused, View, not_found

if TYPE_CHECKING:
    from tests.site.state import Site

Route = Callable[[str, str], Callable[[View], View]]


def caller() -> Account:
    """Return the account the request acts for."""
    account: Account = g.account
    return account


def listed(name: str) -> list[str] | None:
    """Return a list parameter, repeated or comma-separated; None when it is absent."""
    if name not in request.args:
        return None
    return [part.strip() for text in request.args.getlist(name) for part in text.split(",") if part.strip()]


def number(name: str, default: int) -> int:
    """Return a whole-number parameter. Raises: Refused 400."""
    text = request.args.get(name, str(default))
    if not text.lstrip("-").isdigit():
        raise Refused(400, f"The parameter {name} must be a whole number.")
    return int(text)


def body() -> dict[str, Any]:
    """Return the JSON object sent. Raises: Refused 400."""
    sent = request.get_json(silent=True)
    if not isinstance(sent, dict):
        raise Refused(400, "Invalid request payload. Refer to the REST API documentation and try again.")
    return sent


def closed(sent: dict[str, Any], *allowed: str) -> None:
    """Refuse members the documentation does not know; Jira does so for its newer endpoints."""
    for name in sent:
        if name not in allowed:
            raise Refused(400, f'Unrecognized field "{name}"')


def visible_issue(site: Site, ref: str) -> Issue:
    """Return an issue the caller may see. Raises: Refused 404, which does not tell why."""
    issue = site.jira.find(ref)
    if issue is None or not may(site.jira, caller(), "BROWSE_PROJECTS", issue):
        raise not_found()
    return issue


def visible_project(site: Site, ref: str) -> Project:
    """Return a project the caller may see. Raises: Refused 404."""
    project = site.jira.project(ref)
    if project is None or "BROWSE_PROJECTS" not in project_permissions(caller(), project):
        raise Refused(404, f"No project could be found with key '{ref}'.")
    return project


def need(site: Site, permission: str, issue: Issue, message: str) -> None:
    """Refuse with 403 unless the caller holds the permission."""
    if not may(site.jira, caller(), permission, issue):
        raise Refused(403, message)


def page(site: Site, items: Sequence[Any], *, default: int, most: int) -> dict[str, Any]:
    """Return a page bean of already rendered items."""
    start, size = number("startAt", 0), min(number("maxResults", default), most)
    values = list(items[start : start + size])
    shown: dict[str, Any] = {
        "self": site.config.origin + request.full_path.rstrip("?"),
        "maxResults": size,
        "startAt": start,
        "total": len(items),
        "isLast": start + size >= len(items),
        "values": values,
    }
    if not shown["isLast"]:
        rest = {**request.args.to_dict(), "startAt": str(start + size), "maxResults": str(size)}
        shown["nextPage"] = f"{site.config.origin}{request.path}?{urlencode(rest)}"
    return shown
