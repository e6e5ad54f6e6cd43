"""Jira issues that are believed to move a number."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class StatusCategory(StrEnum):
    """Jira's three status categories (keys `new`, `indeterminate`, `done`)."""

    TO_DO = "new"
    IN_PROGRESS = "indeterminate"
    DONE = "done"


class LinkSource(StrEnum):
    """How an issue became an initiative."""

    FIELD = "field"
    PANEL = "panel"
    API = "api"
    IMPORT = "import"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Our small mirror of a linked issue, keyed by the stable issue id.

    `seen_options` are the option ids of *Key results* as last read or written: the base of the three-way link decision.
    """

    id: str
    key: str
    summary: str
    status: str = ""
    category: StatusCategory = StatusCategory.TO_DO
    points: float | None = None
    project_key: str = ""
    updated_at: datetime | None = None
    gone: bool = False
    seen_options: tuple[int, ...] = ()
    changed_rev: int = 0
    published_rev: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative:
    """The link of one issue to one key result."""

    key_result_id: str
    issue_id: str
    source: LinkSource = LinkSource.API
    linked_by: str | None = None
    linked_at: datetime | None = None
