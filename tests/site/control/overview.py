"""Looking at the site: its state, the requests it got, the webhooks it sent. Not here: changing anything."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, request

from tests.site.jira.model import Issue
from tests.site.state import Site


def add(routes: Blueprint, site: Site) -> None:
    """Add the routes."""

    @routes.get("/state")
    def state() -> Any:
        with site.lock:
            return _state(site)

    @routes.get("/requests")
    def requests_seen() -> Any:
        """Return recorded requests after number `since`, optionally of one caller (`app`, `token`, `browser`)."""
        found = site.recorder.since(int(request.args.get("since", 0)))
        caller = request.args.get("caller")
        return {"total": site.recorder.total, "requests": [e for e in found if caller in (None, e["caller"])]}

    @routes.get("/webhooks")
    def webhooks() -> Any:
        return {"deliveries": [delivery.as_json() for delivery in list(site.webhooks.log)]}


def show(site: Site, issue: Issue) -> dict[str, Any]:
    """Return an issue in the site's own plain form."""
    jira = site.jira
    parent = jira.issues.get(issue.values.get("parent") or "")
    custom = {
        field.key: issue.values.get(field.id)
        for field in jira.fields.all()
        if field.is_custom and issue.values.get(field.id) is not None
    }
    return {
        "id": issue.id, "key": issue.key, "type": jira.type_of(issue).name, "level": jira.type_of(issue).level,
        "summary": issue.values["summary"], "status": jira.statuses[issue.values["status"]].name,
        "assignee": issue.values.get("assignee"), "parent": parent.key if parent else None,
        "fields": custom, "properties": issue.properties, "updated": issue.updated_at.isoformat(),
    }  # fmt: skip


def _state(site: Site) -> dict[str, Any]:
    app = site.app
    return {
        "jira": site.config.origin,
        "confluence": site.config.base_url("confluence"),
        "installKeys": f"{site.config.origin}/install-keys",
        "cloudId": site.cloud_id,
        "now": site.clock.now().isoformat(),
        "app": None
        if app is None
        else {
            "key": app.key,
            "accountId": app.account_id,
            "products": {
                name: {"clientKey": one.client_key, "baseUrl": one.base_url, "active": one.active}
                for name, one in app.products.items()
            },
        },
        "accounts": [
            {
                "accountId": one.account_id, "name": one.name, "title": one.title, "active": one.active,
                "kind": one.kind, "groups": sorted(one.groups), "email": one.email, "apiToken": one.api_token,
            }
            for one in site.accounts.all()
        ],
        "projects": [
            {
                "id": one.id, "key": one.key, "name": one.name, "style": one.style, "lead": one.lead,
                "issueTypes": [
                    {"id": kind, "name": site.jira.types[kind].name, "level": site.jira.types[kind].level}
                    for kind in one.types
                ],
            }
            for one in site.jira.projects.values()
        ],
        "fields": [{"id": one.id, "key": one.key, "name": one.name} for one in site.jira.fields.all() if one.is_custom],
        "issues": [show(site, issue) for issue in site.jira.issues.values()],
        "points": {"used": site.limits.points.at(site.clock.now()), "total": site.limits.points.total},
        "refused": site.limits.refused,
        "faults": site.faults.active(),
        "requests": site.recorder.total,
        "company": site.company,
    }  # fmt: skip
