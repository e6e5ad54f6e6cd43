"""The field registry: system fields, custom fields, and the fields an app brings with its descriptor.

Not here: checking a value (`values.py`); showing one (`render.py`).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any

from tests.site.descriptor import Descriptor
from tests.site.jira.catalogue import system_fields
from tests.site.jira.model import Field, Option, Project

CONNECT = "com.atlassian.plugins.atlassian-connect-plugin"
_FLOAT = "com.atlassian.jira.plugin.system.customfieldtypes:float"
_TEXT = "com.atlassian.jira.plugin.system.customfieldtypes:textfield"
# Connect's type → (schema type, item type). Source: platform.md section 2.
_CONNECT_KINDS: dict[str, tuple[str, str | None]] = {
    "number": ("number", None),
    "string": ("string", None),
    "text": ("string", None),
    "rich_text": ("string", None),
    "single_select": ("option2", None),
    "multi_select": ("array", "option2"),
}


class Fields:
    """Keep every field of the site and the search aliases of entity properties."""

    def __init__(self, projects: dict[str, Project]) -> None:
        self._by_id = {field.id: field for field in system_fields()}
        self._projects = projects
        self._numbers = itertools.count(10_050)
        # alias in JQL → (property key, path)
        self.aliases: dict[str, tuple[str, str]] = {}

    def all(self) -> list[Field]:
        """Return the fields that exist now."""
        return [field for field in self._by_id.values() if field.active]

    def find(self, ref: str) -> Field | None:
        """Return the field with this id or key."""
        field = self._by_id.get(ref)
        if field is None:
            field = next((field for field in self._by_id.values() if field.key == ref), None)
        return field if field and field.active else None

    def by_clause(self, name: str) -> list[Field]:
        """Return the fields a JQL clause name may mean; names are not unique and ignore case."""
        wanted = name.lower()
        return [field for field in self.all() if wanted in clause_names(field)]

    def add_custom(self, name: str, *, text: bool = False, on_screens: bool = True) -> Field:
        """Add a number (or text) field an admin made."""
        field_id = f"customfield_{next(self._numbers)}"
        kind = "string" if text else "number"
        field = Field(field_id, field_id, name, kind, custom=_TEXT if text else _FLOAT)
        self._by_id[field_id] = field
        if on_screens:
            self.put_on_screens(field, self._projects.values())
        return field

    def put_on_screens(self, field: Field, projects: Iterable[Project]) -> None:
        """Let people edit the field in these projects."""
        for project in projects:
            project.screen.add(field.id)

    def register_app(self, descriptor: Descriptor, *, on_screens: bool) -> None:
        """Create or revive the app's issue fields; ids and options survive a re-install."""
        for module in descriptor.modules("jiraIssueFields"):
            key = f"{descriptor.key}__{module['key']}"
            field = next((field for field in self._by_id.values() if field.key == key), None)
            if field is None:
                field = _app_field(f"customfield_{next(self._numbers)}", key, descriptor.key, module)
                self._by_id[field.id] = field
                if on_screens:
                    self.put_on_screens(field, self._projects.values())
            field.active = True
            field.name = module["name"]["value"]
        for entity in descriptor.modules("jiraEntityProperties"):
            for configuration in entity.get("keyConfigurations", []):
                for extraction in configuration.get("extractions", []):
                    if alias := extraction.get("alias"):
                        target = (configuration["propertyKey"], extraction["objectName"])
                        self.aliases[str(alias).lower()] = target

    def remove_app(self, app_key: str) -> None:
        """Hide the app's fields, as an uninstall does; their values stay."""
        for field in self._by_id.values():
            if field.app_key == app_key:
                field.active = False
        self.aliases.clear()

    def add_option(self, field: Field, value: str, body: dict[str, Any]) -> Option:
        """Add an option to an app's select field; ids count up per field."""
        option = Option(max(field.options, default=0) + 1, value, body.get("properties", {}), body.get("config", {}))
        field.options[option.id] = option
        return option


def clause_names(field: Field) -> set[str]:
    """Return what a field may be called in JQL, in lower case."""
    names = {field.name.lower(), *(clause.lower() for clause in field.clauses)}
    if field.is_custom:
        names |= {f"cf[{field.id.removeprefix('customfield_')}]", field.id, field.key.lower()}
    return names


def _app_field(field_id: str, key: str, app_key: str, module: dict[str, Any]) -> Field:
    description = str(module.get("description", {}).get("value", ""))
    name, custom = module["name"]["value"], f"{CONNECT}:{key}"
    if module["type"] == "read_only":
        prop = module["property"]
        kind = "number" if prop["type"] == "number" else "string"
        where = (str(prop["key"]), str(prop["path"]), str(prop["type"]))
        return Field(
            field_id, key, name, kind, custom=custom, app_key=app_key,
            prop=where, description=description, editable=False,
        )  # fmt: skip
    kind, items = _CONNECT_KINDS[module["type"]]
    return Field(field_id, key, name, kind, items, custom=custom, app_key=app_key, description=description)
