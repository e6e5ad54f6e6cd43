"""What the products tell us, in our words: frozen values that leave this package. No vendor dict, no OKR meaning."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

StatusCategory = Literal["new", "indeterminate", "done"]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueSnapshot:
    """An issue as it stood when read.

    `type_level` is the level in Jira's hierarchy: 1 is an epic whatever the type is called, 0 ordinary, -1 subtask.
    `numbers` and `options` hold the custom fields that were asked for, by field id; an empty field is None and ().
    """

    id: str
    key: str
    summary: str
    status: str
    category: StatusCategory
    project_key: str
    type_level: int | None
    updated_at: datetime
    parent_id: str | None = None
    numbers: Mapping[str, float | None] = field(default_factory=dict)
    options: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    properties: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueLink:
    """A link as seen from an issue. `says` is its text on this side (`is blocked by`), `kind` the name of its type (`Blocks`)."""

    other_id: str
    says: str
    kind: str
    side: Literal["inward", "outward"]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueDetail:
    """An issue with its links, its dates and what its history is replayed from.

    `category_changed_at` is when it last entered its status category: of a done issue, when it was finished.
    `numbers` are the number fields that were asked for, by field id.
    """

    id: str
    key: str
    summary: str
    status: str
    category: StatusCategory
    project_key: str
    updated_at: datetime
    created_at: datetime
    category_changed_at: datetime | None = None
    due_on: date | None = None
    parent_id: str | None = None
    resolution: str | None = None
    priority: str | None = None
    links: tuple[IssueLink, ...] = ()
    numbers: Mapping[str, float | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """Answer to reading many issues by id.

    `missing` do not exist any more, or the app may not see them; `failed` could not be loaded this time and say nothing.
    """

    found: tuple[IssueSnapshot, ...] = ()
    missing: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One edit of one field. `author` is an account id, None for an unknown one; the texts are as Jira displays them."""

    field_id: str
    at: datetime
    author: str | None
    from_text: str | None
    to_text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of the site; `kind` is `number`, `multi_select`, `select`, `text`, or Jira's own word for another kind."""

    id: str
    key: str
    name: str
    kind: str
    is_app_field: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueType:
    """An issue type with its level in the hierarchy."""

    id: str
    name: str
    level: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A Jira project."""

    id: str
    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person, to be shown now and never stored."""

    account_id: str
    display_name: str
    active: bool
    avatar_url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An option of one of the app's select fields."""

    id: int
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """A Confluence space."""

    id: str
    key: str
    name: str
    homepage_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A Confluence page; `body` is storage format, `author_id` wrote the current version."""

    id: str
    title: str
    space_id: str
    parent_id: str | None
    version: int
    body: str
    author_id: str | None
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageProperty:
    """A content property of a page, with its own version."""

    id: str
    key: str
    version: int
    value: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file attached to a page."""

    id: str
    filename: str
    media_type: str | None
    comment: str | None
