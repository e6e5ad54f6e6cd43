"""Which webhooks a change fires and what they say. Not here: delivering them (`webhooks.py`).

Connect apps get the webhooks their descriptor lists, their own changes included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.site.descriptor import fill
from tests.site.jira import entities, render
from tests.site.jira.catalogue import LINK_TYPES
from tests.site.jira.model import History, Issue, Link
from tests.site.jira.search import matches

if TYPE_CHECKING:
    from tests.site.state import Site


def issue_event(site: Site, event: str, issue: Issue, *, by: str, history: History | None = None) -> None:
    """Fire a `jira:issue_*` webhook."""
    body: dict[str, Any] = {
        "timestamp": _now_ms(site),
        "webhookEvent": event,
        "user": entities.user(site, by),
        "issue": render.issue(site, issue, fields=None),
    }
    if event != "jira:issue_deleted":
        body["issue_event_type_name"] = _event_type(event, history)
    if history is not None:
        body["changelog"] = {"id": history.id, "items": [render.change(item) for item in history.changes]}
    _fire(site, event, body, issue=issue, by=by)


def link_event(site: Site, event: str, link: Link, *, by: str) -> None:
    """Fire an `issuelink_*` webhook."""
    name, inward, outward = LINK_TYPES[link.type_id]
    body = {
        "timestamp": _now_ms(site),
        "webhookEvent": event,
        "issueLink": {
            "id": int(link.id),
            "sourceIssueId": int(link.outward),
            "destinationIssueId": int(link.inward),
            "issueLinkType": {
                "id": int(link.type_id), "name": name, "outwardName": outward, "inwardName": inward,
                "isSubTaskLinkType": False, "isSystemLinkType": False,
            },
            "systemLink": False,
        },
    }  # fmt: skip
    _fire(site, event, body, issue=None, by=by)


def property_event(site: Site, event: str, issue: Issue, key: str, *, by: str) -> None:
    """Fire an `issue_property_*` webhook."""
    entry: dict[str, Any] = {"key": key}
    if event == "issue_property_set":
        entry["value"] = issue.properties[key]
    body = {
        "timestamp": _now_ms(site),
        "webhookEvent": event,
        "user": entities.user(site, by),
        "issue": {"id": issue.id, "key": issue.key, "self": render.issue_url(site, issue)},
        "property": entry,
    }
    _fire(site, event, body, issue=issue, by=by)


def _fire(site: Site, event: str, body: dict[str, Any], *, issue: Issue | None, by: str) -> None:
    app = site.app
    if app is None or not app.is_active("jira"):
        return
    for module in app.descriptor.modules("webhooks"):
        if module.get("event") != event:
            continue
        if issue is not None and module.get("filter") and not matches(site, issue, str(module["filter"])):
            continue
        sent: dict[str, Any] | None = None if module.get("excludeBody") else dict(body)
        if sent and issue is not None and module.get("propertyKeys") and "issue" in sent:
            wanted = {key: issue.properties[key] for key in module["propertyKeys"] if key in issue.properties}
            sent["issue"] = {**sent["issue"], "properties": wanted}
        site.webhooks.send(
            product="jira", event=event, url=_url(site, str(module["url"]), issue), body=sent, account_id=by
        )


def _url(site: Site, template: str, issue: Issue | None) -> str:
    values: dict[str, str] = {}
    if issue is not None:
        project = site.jira.projects[issue.project_id]
        values = {"issue.id": issue.id, "issue.key": issue.key, "project.id": project.id, "project.key": project.key}
    target = fill(template, values)
    base = site.app.descriptor.base_url if site.app else ""
    return target if target.startswith(("http://", "https://")) else base + target


def _now_ms(site: Site) -> int:
    return int(site.clock.epoch_s() * 1000)


def _event_type(event: str, history: History | None) -> str:
    if event == "jira:issue_created":
        return "issue_created"
    touched = {item.field_id for item in history.changes} if history else set()
    if "status" in touched:
        return "issue_generic"
    return "issue_assigned" if touched == {"assignee"} else "issue_updated"
