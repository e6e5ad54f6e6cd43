"""Fields and the options of an app's select fields. Not here: values of issues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import g, request

from tests.site.jira import entities
from tests.site.jira.model import Field, Option
from tests.site.jira.permissions import global_permissions
from tests.site.jira.rest.reading import Route, body, caller, closed, listed, page
from tests.site.wire import Refused, charge

if TYPE_CHECKING:
    from tests.site.state import Site

_MOST_OPTIONS = 10_000


def add(route: Route, site: Site) -> None:
    """Add the routes."""

    @route("GET", "/field")
    def every() -> Any:
        fields = site.jira.fields.all()
        charge(other=len(fields))
        return [entities.field(site, field) for field in fields]

    @route("GET", "/field/search")
    def search() -> Any:
        ids, query, kinds = request.args.getlist("id"), request.args.get("query", "").lower(), listed("type")
        shown = [
            {
                "id": field.id, "key": field.key, "name": field.name, "schema": entities.field_schema(field),
                "description": field.description, "isLocked": field.app_key is not None,
            }
            for field in site.jira.fields.all()
            if (not ids or field.id in ids)
            and (query in field.name.lower() or query in field.description.lower())
            and (not kinds or ("custom" if field.is_custom else "system") in kinds)
        ]  # fmt: skip
        answer = page(site, shown, default=50, most=100)
        charge(other=len(answer["values"]))
        return answer

    @route("POST", "/field")
    def create() -> Any:
        _need_admin()
        sent = body()
        kind = str(sent.get("type", ""))
        if not sent.get("name") or not kind.endswith((":float", ":textfield")):
            raise Refused(400, errors={"type": "This site makes number (:float) and text (:textfield) fields."})
        # A new field is on no screen yet: the next call most scripts make is addToDefault.
        field = site.jira.fields.add_custom(sent["name"], text=kind.endswith(":textfield"), on_screens=False)
        return entities.field(site, field), 201

    @route("POST", "/screens/addToDefault/<field_id>")
    def add_to_default(field_id: str) -> Any:
        _need_admin()
        field = site.jira.fields.find(field_id)
        if field is None:
            raise Refused(404, f"The field with id '{field_id}' was not found.")
        # The default screen serves company-managed projects; a team-managed one has its own.
        classic = [project for project in site.jira.projects.values() if project.style == "classic"]
        site.jira.fields.put_on_screens(field, classic)
        return {}

    @route("GET", "/field/<field_key>/option")
    def options(field_key: str) -> Any:
        field = _select(site, field_key)
        answer = page(site, [entities.option(one) for one in field.options.values()], default=50, most=1_000)
        charge(other=len(answer["values"]))
        return answer

    @route("POST", "/field/<field_key>/option")
    def add_option(field_key: str) -> Any:
        field, sent = _select(site, field_key), body()
        closed(sent, "config", "properties", "value")
        if len(field.options) >= _MOST_OPTIONS:
            raise Refused(400, f"A field can have at most {_MOST_OPTIONS} options.")
        return entities.option(site.jira.fields.add_option(field, _text(sent), sent))

    @route("GET", "/field/<field_key>/option/<int:option_id>")
    def option(field_key: str, option_id: int) -> Any:
        charge(other=1)
        return entities.option(_option(_select(site, field_key), option_id))

    @route("PUT", "/field/<field_key>/option/<int:option_id>")
    def put_option(field_key: str, option_id: int) -> Any:
        field, sent = _select(site, field_key), body()
        closed(sent, "config", "id", "properties", "value")
        if sent.get("id") != option_id:
            raise Refused(400, "The id in the body must be the id in the path.")
        found = _option(field, option_id)
        found.value, found.properties = _text(sent), sent.get("properties", {})
        found.config = sent.get("config", found.config)
        return entities.option(found)

    @route("DELETE", "/field/<field_key>/option/<int:option_id>")
    def delete_option(field_key: str, option_id: int) -> Any:
        field = _select(site, field_key)
        _option(field, option_id)
        used = [issue.key for issue in site.jira.issues.values() if option_id in (issue.values.get(field.id) or [])]
        if used:
            raise Refused(409, "The option is selected for issues and cannot be deleted.")
        del field.options[option_id]
        return "", 204


def _select(site: Site, field_key: str) -> Field:
    field = next((one for one in site.jira.fields.all() if one.key == field_key and one.app_key), None)
    if field is None or "option2" not in (field.kind, field.items):
        raise Refused(404, "The field does not exist or does not support options.")
    owner = site.app.key if site.app and g.caller == "app" else None
    if field.app_key != owner and "ADMINISTER" not in global_permissions(caller()):
        raise Refused(403, "Only the app that provides the field, or an administrator, may do this.")
    return field


def _option(field: Field, option_id: int) -> Option:
    if option_id not in field.options:
        raise Refused(404, f"The option with id {option_id} does not exist.")
    return field.options[option_id]


def _text(sent: dict[str, Any]) -> str:
    value = sent.get("value")
    if not isinstance(value, str) or not value.strip() or len(value) > 255:
        raise Refused(400, "The option's value must be a text of 1 to 255 characters.")
    return value


def _need_admin() -> None:
    # The descriptor's scope was checked already; a person needs the global permission.
    if g.caller != "app" and "ADMINISTER" not in global_permissions(caller()):
        raise Refused(403, "Administer Jira is required.")
