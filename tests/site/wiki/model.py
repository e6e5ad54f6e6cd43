"""What a Confluence site keeps: spaces, pages with their versions, properties, labels, attachments.

Plain records. No rules, no HTTP, no rendering.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(slots=True)
class Version:
    """One saved state of a page, a property or a file."""

    number: int
    author_id: str
    created_at: datetime
    message: str = ""
    minor_edit: bool = False
    title: str = ""
    body: str = ""


@dataclass(slots=True)
class Property:
    """A content property: JSON beside a page, with a version of its own."""

    id: str
    key: str
    value: Any
    version: Version


@dataclass(frozen=True, slots=True)
class Label:
    """A label; the id belongs to the name, not to the page."""

    id: str
    name: str
    prefix: str = "global"


@dataclass(slots=True)
class Attachment:
    """A file on a page, newest content only."""

    id: str
    page_id: str
    filename: str
    media_type: str
    content: bytes
    version: Version
    file_id: str
    status: str = "current"


@dataclass(slots=True)
class Page:
    """A page; `body` is storage format as Confluence hands it back. `readers`: nobody else may read it; empty for everybody."""

    id: str
    space_id: str
    title: str
    body: str
    parent_id: str | None
    author_id: str
    created_at: datetime
    position: int
    versions: list[Version]
    status: str = "current"
    visible_at: datetime | None = None
    properties: dict[str, Property] = field(default_factory=dict)
    labels: dict[str, Label] = field(default_factory=dict)
    attachments: dict[str, Attachment] = field(default_factory=dict)
    readers: list[str] = field(default_factory=list)

    @property
    def version(self) -> Version:
        """Return the newest version."""
        return self.versions[-1]


@dataclass(slots=True)
class Space:
    """A space with the page it opens on."""

    id: str
    key: str
    name: str
    author_id: str
    created_at: datetime
    homepage_id: str = ""
    type: str = "global"
    status: str = "current"
