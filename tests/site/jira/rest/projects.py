"""Projects, their issue types and what a new issue needs. Not here: issues."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from flask import request

from tests.site.jira import entities
from tests.site.jira.catalogue import HIERARCHY
from tests.site.jira.model import Field, IssueType, Project
from tests.site.jira.permissions import project_permissions
from tests.site.jira.rest.reading import Route, caller, listed, number, page, visible_project
from tests.site.jira.screens import screen_fields
from tests.site.wire import Refused, charge

if TYPE_CHECKING:
    from tests.site.state import Site


def add(route: Route, site: Site) -> None:
    """Add the routes."""

    @route("GET", "/project/search")
    def search() -> Any:
        keys, ids, query = listed("keys"), request.args.getlist("id"), request.args.get("query", "").lower()
        action = {"create": "CREATE_ISSUES", "edit": "ADMINISTER_PROJECTS"}.get(
            request.args.get("action", "view"), "BROWSE_PROJECTS"
        )
        shown = [
            _project(site, project)
            for project in sorted(site.jira.projects.values(), key=lambda one: one.key)
            if action in project_permissions(caller(), project)
            and (not keys or project.key in keys)
            and (not ids or project.id in ids)
            and (query in project.key.lower() or query in project.name.lower())
        ]
        answer = page(site, shown, default=50, most=100)
        charge(core=len(answer["values"]))
        return answer

    @route("GET", "/project/<project_ref>")
    def one(project_ref: str) -> Any:
        project = visible_project(site, project_ref)
        charge(core=1)
        types = [entities.issue_type(site, kind) for kind in _types(site, project)]
        lead = entities.user(site, project.lead)
        return _project(site, project) | {"issueTypes": types, "lead": lead, "assigneeType": "UNASSIGNED"}

    @route("GET", "/project/<project_ref>/hierarchy")
    def hierarchy(project_ref: str) -> Any:
        project = visible_project(site, project_ref)
        charge(other=1)
        levels = []
        for level in (-1, 0, 1):
            kinds = [kind for kind in _types(site, project) if kind.level == level]
            types = [{"id": int(kind.id), "name": kind.name, "avatarId": 10_300 + level} for kind in kinds]
            entity = str(uuid.uuid5(uuid.NAMESPACE_URL, f"level-{level}"))
            name = kinds[0].name if level == 1 and kinds else HIERARCHY[level]
            levels.append({"entityId": entity, "level": level, "name": name, "issueTypes": types})
        return {"projectId": int(project.id), "hierarchy": levels}

    @route("GET", "/issuetype/project")
    def types_of_project() -> Any:
        project = visible_project(site, request.args.get("projectId", ""))
        kinds = _types(site, project)
        if "level" in request.args:
            kinds = [kind for kind in kinds if kind.level == number("level", 0)]
        charge(other=len(kinds))
        return [entities.issue_type(site, kind) for kind in kinds]

    @route("GET", "/issue/createmeta/<project_ref>/issuetypes")
    def create_types(project_ref: str) -> Any:
        project = _creatable(site, project_ref)
        charge(other=len(project.types))
        return _old_page([entities.issue_type(site, kind) for kind in _types(site, project)], "issueTypes")

    @route("GET", "/issue/createmeta/<project_ref>/issuetypes/<type_id>")
    def create_fields(project_ref: str, type_id: str) -> Any:
        project = _creatable(site, project_ref)
        if type_id not in project.types:
            raise Refused(400, "The issue type is not valid for the project.")
        fields = [meta(site, field) for field in screen_fields(site.jira, project)]
        charge(other=len(fields))
        return _old_page(fields, "fields")


def meta(site: Site, field: Field) -> dict[str, Any]:
    """Return what an editor needs to know about a field."""
    shown: dict[str, Any] = {
        "required": field.id == "summary",
        "schema": entities.field_schema(field),
        "name": field.name,
        "key": field.key,
        "fieldId": field.id,
        "hasDefaultValue": field.id == "priority",
        "operations": ["add", "set", "remove"] if field.kind == "array" else ["set"],
    }
    if field.options:
        shown["allowedValues"] = [{"id": one.id, "value": one.value} for one in field.options.values()]
    return shown


def _types(site: Site, project: Project) -> list[IssueType]:
    return [site.jira.types[type_id] for type_id in project.types]


def _creatable(site: Site, ref: str) -> Project:
    project = site.jira.project(ref)
    if project is None or "CREATE_ISSUES" not in project_permissions(caller(), project):
        raise Refused(404, f"No project could be found with key '{ref}'.")
    return project


def _old_page(items: list[Any], name: str) -> dict[str, Any]:
    start, size = number("startAt", 0), min(number("maxResults", 50), 200)
    return {name: items[start : start + size], "startAt": start, "maxResults": size, "total": len(items)}


def _project(site: Site, project: Project) -> dict[str, Any]:
    return {
        **entities.project(site, project),
        "description": project.description,
        "style": project.style,
        "isPrivate": project.members is not None,
        "properties": {},
        "uuid": str(uuid.uuid5(uuid.NAMESPACE_URL, f"project-{project.id}")),
    }
