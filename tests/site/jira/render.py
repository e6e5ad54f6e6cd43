"""Jira's JSON for issues, fields, people and changes. Not here: paging, routes, permissions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tests.site.jira.catalogue import CATEGORIES, LINK_TYPES, PRIORITIES
from tests.site.jira.fields import clause_names
from tests.site.jira.model import Change, Field, History, Issue, IssueType, Option, Project, Status

if TYPE_CHECKING:
    from tests.site.state import Site


def instant(moment: datetime) -> str:
    """Return an instant as Jira writes it: milliseconds and an offset without a colon."""
    text = moment.astimezone(UTC)
    return f"{text:%Y-%m-%dT%H:%M:%S}.{text.microsecond // 1000:03d}+0000"


def url(site: Site, path: str) -> str:
    """Return an absolute URL of this site."""
    return site.config.origin + path


def issue_url(site: Site, issue: Issue) -> str:
    """Return the REST address of an issue."""
    return url(site, f"/rest/api/3/issue/{issue.id}")


def avatars(site: Site, account_id: str) -> dict[str, str]:
    """Return the avatar addresses of an account."""
    return {f"{n}x{n}": url(site, f"/avatar/{account_id}?size={n}") for n in (16, 24, 32, 48)}


def user(site: Site, account_id: str | None) -> dict[str, Any] | None:
    """Return an account without its e-mail address, which apps rarely get to see."""
    account = site.accounts.find(account_id)
    if account is None:
        return None
    return {
        "self": url(site, f"/rest/api/3/user?accountId={account.account_id}"),
        "accountId": account.account_id,
        "accountType": account.kind,
        "avatarUrls": avatars(site, account.account_id),
        "displayName": account.name,
        "active": account.active,
        "timeZone": "Etc/UTC",
    }


def status(site: Site, found: Status) -> dict[str, Any]:
    """Return a status with its category."""
    number, colour, name = CATEGORIES[found.category]
    return {
        "self": url(site, f"/rest/api/3/status/{found.id}"),
        "description": "",
        "iconUrl": url(site, "/images/icons/statuses/generic.png"),
        "name": found.name,
        "id": found.id,
        "statusCategory": {
            "self": url(site, f"/rest/api/3/statuscategory/{number}"),
            "id": number,
            "key": found.category,
            "colorName": colour,
            "name": name,
        },
    }


def issue_type(site: Site, kind: IssueType) -> dict[str, Any]:
    """Return an issue type; a team-managed project's own type has a scope."""
    shown: dict[str, Any] = {
        "self": url(site, f"/rest/api/3/issuetype/{kind.id}"),
        "id": kind.id,
        "description": kind.description,
        "iconUrl": url(site, f"/images/icons/issuetypes/{kind.level}.svg"),
        "name": kind.name,
        "subtask": kind.level < 0,
        "avatarId": 10_300 + kind.level,
        "hierarchyLevel": kind.level,
    }
    if kind.project_id:
        shown["scope"] = {"type": "PROJECT", "project": {"id": kind.project_id}}
    return shown


def project(site: Site, home: Project) -> dict[str, Any]:
    """Return a project as it appears within an issue."""
    return {
        "self": url(site, f"/rest/api/3/project/{home.id}"),
        "id": home.id,
        "key": home.key,
        "name": home.name,
        "projectTypeKey": "software",
        "simplified": home.style == "next-gen",
        "avatarUrls": avatars(site, f"project-{home.key}"),
    }


def field(site: Site, found: Field) -> dict[str, Any]:
    """Return a field as `GET /field` lists it."""
    shown: dict[str, Any] = {
        "id": found.id,
        "key": found.key,
        "name": found.name,
        "custom": found.is_custom,
        "orderable": found.editable,
        "navigable": True,
        "searchable": True,
        "clauseNames": sorted(clause_names(found) - {found.id, found.key.lower()}) or [found.id],
    }
    return {**shown, "schema": field_schema(found)}


def field_schema(found: Field) -> dict[str, Any]:
    """Return a field's schema."""
    schema: dict[str, Any] = {"type": found.kind}
    if found.items:
        schema["items"] = found.items
    if found.custom:
        return schema | {"custom": found.custom, "customId": int(found.id.removeprefix("customfield_"))}
    return schema | {"system": found.id}


def option(found: Option) -> dict[str, Any]:
    """Return an option of an app's select field."""
    config = {"scope": {"projects": [], "projects2": [], "global": {}}, "attributes": []} | found.config
    return {"id": found.id, "value": found.value, "properties": found.properties, "config": config}


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
        return user(site, raw)
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
        "author": user(site, found.author),
        "created": instant(found.created_at),
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
            "self": url(site, f"/rest/api/3/issueLinkType/{link.type_id}"),
        }  # fmt: skip
        shown.append(
            {
                "id": link.id, "self": url(site, f"/rest/api/3/issueLink/{link.id}"), "type": kind,
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
    return {"self": url(site, "/rest/api/3/resolution/10000"), "id": "10000", "description": "", "name": "Done"}


def _priority(site: Site, found: Issue) -> Any:
    number = found.values["priority"]
    return {
        "self": url(site, f"/rest/api/3/priority/{number}"),
        "iconUrl": url(site, f"/images/icons/priorities/{number}.svg"),
        "name": PRIORITIES[number],
        "id": number,
    }


_SYSTEM: dict[str, Callable[[Any, Issue], Any]] = {
    "issuetype": lambda site, found: issue_type(site, site.jira.type_of(found)),
    "project": lambda site, found: project(site, site.jira.projects[found.project_id]),
    "status": lambda site, found: status(site, site.jira.statuses[found.values["status"]]),
    "statusCategory": lambda site, found: status(site, site.jira.statuses[found.values["status"]])["statusCategory"],
    "statuscategorychangedate": lambda _, found: instant(found.values["statuscategorychangedate"]),
    "created": lambda _, found: instant(found.created_at),
    "updated": lambda _, found: instant(found.updated_at),
    "resolution": _resolution,
    "priority": _priority,
    "parent": _parent,
    "issuelinks": _links,
    "subtasks": _subtasks,
}
