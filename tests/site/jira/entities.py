"""Jira's JSON for everything but issues: people, statuses, types, projects, fields, options. Not here: routes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tests.site.jira.catalogue import CATEGORIES
from tests.site.jira.fields import clause_names
from tests.site.jira.model import Field, IssueType, Option, Project, Status

if TYPE_CHECKING:
    from tests.site.state import Site


def instant(moment: datetime) -> str:
    """Return an instant as Jira writes it: milliseconds and an offset without a colon."""
    text = moment.astimezone(UTC)
    return f"{text:%Y-%m-%dT%H:%M:%S}.{text.microsecond // 1000:03d}+0000"


def url(site: Site, path: str) -> str:
    """Return an absolute URL of this site."""
    return site.config.origin + path


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
