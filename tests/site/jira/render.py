"""Jira's JSON for issues and their changes. Not here: other things (`entities.py`), paging, routes, permissions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from tests.site.jira import entities
from tests.site.jira.catalogue import LINK_TYPES, PRIORITIES
from tests.site.jira.model import Change, Field, History, Issue

if TYPE_CHECKING:
    from tests.site.state import Site


def issue_url(site: Site, issue: Issue) -> str:
    """Return the REST address of an issue."""
    return entities.url(site, f"/rest/api/3/issue/{issue.id}")


def value(site: Site, issue: Issue, found: Field) -> Any:
    """Return a field's value of an issue as Jira shows it."""
    if found.prop:
        return read_only_value(issue, found.prop)
    raw = issue.values.get(found.id)
    special = _SYSTEM.get(found.id)
    if special is not None:
        return special(site, issue)
    if raw is None:
        return [] if found.id == "labels" else None
    if found.kind == "user":
        return entities.user(site, raw)
    if found.items == "option2":
        chosen = [found.options[item] for item in raw if item in found.options]
        return [{"id": one.id, "value": one.value} for one in chosen] or None
    if found.kind == "option2":
        return {"id": raw, "value": found.options[raw].value} if raw in found.options else None
    return float(raw) if found.kind == "number" and found.custom else raw


def read_only_value(issue: Issue, prop: tuple[str, str, str]) -> Any:
    """Return what a read-only app field shows: a path within an issue property, if of the declared type."""
    key, path, kind = prop
    found: Any = issue.properties.get(key)
    for step in path.split("."):
        found = found.get(step) if isinstance(found, dict) else None
    is_number = isinstance(found, int | float) and not isinstance(found, bool)
    if kind == "number":
        return float(found) if is_number else None
    return found if isinstance(found, str) else None


def issue(
    site: Site, found: Issue, *, fields: Iterable[str] | None, properties: Iterable[str] = (), by_key: bool = False
) -> dict[str, Any]:
    """Return an issue; `fields` None means all that are navigable."""
    shown: dict[str, Any] = {
        "expand": "renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations",
        "id": found.id,
        "self": issue_url(site, found),
        "key": found.key,
    }
    wanted = chosen_fields(site, fields)
    if wanted:
        shown["fields"] = {(one.key if by_key else one.id): value(site, found, one) for one in wanted}
    keys = list(properties)
    if keys:
        shown["properties"] = {
            key: content for key, content in found.properties.items() if key in keys or "*all" in keys
        }
    return shown


def chosen_fields(site: Site, fields: Iterable[str] | None) -> list[Field]:
    """Return the fields meant by a `fields` parameter: ids, keys, `*all`, `*navigable`, `-id`."""
    everything = site.jira.fields.all()
    if fields is None:
        return everything
    names = list(fields)
    if any(name in ("*all", "*navigable") for name in names) or all(name.startswith("-") for name in names):
        dropped = {name[1:] for name in names if name.startswith("-")}
        return [one for one in everything if one.id not in dropped and one.key not in dropped] if names else []
    return [one for one in everything if one.id in names or one.key in names]


def brief(site: Site, found: Issue) -> dict[str, Any]:
    """Return an issue as another issue's parent, child or link shows it."""
    names = ("summary", "status", "priority", "issuetype")
    chosen = [one for one in site.jira.fields.all() if one.id in names]
    return {
        "id": found.id,
        "key": found.key,
        "self": issue_url(site, found),
        "fields": {one.id: value(site, found, one) for one in chosen},
    }


def change(item: Change) -> dict[str, Any]:
    """Return one line of a changelog entry."""
    return {
        "field": item.field,
        "fieldtype": "custom" if item.custom else "jira",
        "fieldId": item.field_id,
        "from": item.before,
        "fromString": item.before_text,
        "to": item.after,
        "toString": item.after_text,
    }


def history(site: Site, found: History) -> dict[str, Any]:
    """Return one changelog entry."""
    return {
        "id": found.id,
        "author": entities.user(site, found.author),
        "created": entities.instant(found.created_at),
        "items": [change(item) for item in found.changes],
    }


def _parent(site: Site, found: Issue) -> Any:
    parent = site.jira.issues.get(found.values.get("parent") or "")
    return brief(site, parent) if parent else None


def _links(site: Site, found: Issue) -> list[dict[str, Any]]:
    shown = []
    for link in site.jira.links_of(found):
        name, inward, outward = LINK_TYPES[link.type_id]
        side, other = ("outwardIssue", link.inward) if link.outward == found.id else ("inwardIssue", link.outward)
        kind = {
            "id": link.type_id, "name": name, "inward": inward, "outward": outward,
            "self": entities.url(site, f"/rest/api/3/issueLinkType/{link.type_id}"),
        }  # fmt: skip
        shown.append(
            {
                "id": link.id, "self": entities.url(site, f"/rest/api/3/issueLink/{link.id}"), "type": kind,
                side: brief(site, site.jira.issues[other]),
            }
        )  # fmt: skip
    return shown


def _subtasks(site: Site, found: Issue) -> list[dict[str, Any]]:
    children = sorted(site.jira.children.get(found.id, ()), key=int)
    issues = [site.jira.issues[child] for child in children]
    return [brief(site, child) for child in issues if site.jira.type_of(child).level < 0]


def _resolution(site: Site, found: Issue) -> Any:
    if site.jira.statuses[found.values["status"]].category != "done":
        return None
    return {
        "self": entities.url(site, "/rest/api/3/resolution/10000"),
        "id": "10000",
        "description": "",
        "name": "Done",
    }


def _priority(site: Site, found: Issue) -> Any:
    number = found.values["priority"]
    return {
        "self": entities.url(site, f"/rest/api/3/priority/{number}"),
        "iconUrl": entities.url(site, f"/images/icons/priorities/{number}.svg"),
        "name": PRIORITIES[number],
        "id": number,
    }


_SYSTEM: dict[str, Callable[[Any, Issue], Any]] = {
    "issuetype": lambda site, found: entities.issue_type(site, site.jira.type_of(found)),
    "project": lambda site, found: entities.project(site, site.jira.projects[found.project_id]),
    "status": lambda site, found: entities.status(site, site.jira.statuses[found.values["status"]]),
    "statusCategory": lambda site, found: entities.status(site, site.jira.statuses[found.values["status"]])[
        "statusCategory"
    ],
    "statuscategorychangedate": lambda _, found: entities.instant(found.values["statuscategorychangedate"]),
    "created": lambda _, found: entities.instant(found.created_at),
    "updated": lambda _, found: entities.instant(found.updated_at),
    "resolution": _resolution,
    "priority": _priority,
    "parent": _parent,
    "issuelinks": _links,
    "subtasks": _subtasks,
}
