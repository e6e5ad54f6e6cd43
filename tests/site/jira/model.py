"""What a Jira site is made of. Not here: rules and JSON; values are kept in the site's own plain form.

Shape of `Issue.values`: field id → string | number | dict (rich text) | list | id of the thing referred to.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(slots=True)
class IssueType:
    """One kind of issue; level 1 is an epic whatever its name, 0 a story, -1 a subtask."""

    id: str
    name: str
    level: int
    project_id: str | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """One workflow status and its category (`new`, `indeterminate`, `done`)."""

    id: str
    name: str
    category: str


@dataclass(slots=True)
class Option:
    """One option of an app's select field."""

    id: int
    value: str
    properties: dict[str, Any] = field(default_factory=dict)
    config: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Field:
    """One issue field. `kind` is the schema type; `prop` is (property key, path, type) of a read-only app field."""

    id: str
    key: str
    name: str
    kind: str
    items: str | None = None
    custom: str | None = None
    app_key: str | None = None
    prop: tuple[str, str, str] | None = None
    description: str = ""
    clauses: tuple[str, ...] = ()
    editable: bool = True
    active: bool = True
    options: dict[int, Option] = field(default_factory=dict)

    @property
    def is_custom(self) -> bool:
        """Tell whether somebody added the field to this site."""
        return self.custom is not None


@dataclass(slots=True)
class Project:
    """One project (space). `screen` holds the custom fields people and apps can edit here."""

    id: str
    key: str
    name: str
    style: str
    lead: str
    types: list[str]
    description: str = ""
    screen: set[str] = field(default_factory=set)
    members: set[str] | None = None
    revoked: dict[str, set[str]] = field(default_factory=dict)
    bars_apps: bool = False
    next_number: int = 1


@dataclass(frozen=True, slots=True)
class Change:
    """One field's change, as Jira's changelog words it."""

    field: str
    field_id: str
    custom: bool
    before: str | None
    before_text: str | None
    after: str | None
    after_text: str | None


@dataclass(frozen=True, slots=True)
class History:
    """What one person changed in one go."""

    id: str
    author: str
    created_at: datetime
    changes: tuple[Change, ...]


@dataclass(slots=True)
class Link:
    """A link between two issues; `outward` is the one that, say, blocks."""

    id: str
    type_id: str
    outward: str
    inward: str


@dataclass(slots=True)
class Issue:
    """One issue; the id never changes, the key does when it moves."""

    id: str
    key: str
    project_id: str
    values: dict[str, Any]
    created_at: datetime
    updated_at: datetime
    properties: dict[str, Any] = field(default_factory=dict)
    histories: list[History] = field(default_factory=list)
    old_keys: list[str] = field(default_factory=list)
    # What a lagging search index still believes, and until when (seconds since 1970).
    indexed: Issue | None = None
    stale_until_s: float = 0.0
