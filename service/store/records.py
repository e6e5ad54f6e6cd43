"""Book-keeping rows that are no nouns of the product. Frozen values only."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A row that Jira or Confluence has not been told about yet. `rev` is its `changed_rev` when it was read."""

    site_id: str
    id: str
    rev: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CyclePage:
    """The Confluence page of a cycle. `page_id` is None until it was first published.

    `body_hash` and `chart_hash` are what was last written; equal hashes mean no write. `next_publish_at` is when the
    already scheduled publication runs, None when none is scheduled.
    """

    cycle_id: str
    page_id: str | None = None
    space_key: str | None = None
    title: str | None = None
    url: str | None = None
    version: int | None = None
    body_hash: str | None = None
    chart_hash: str | None = None
    changed_rev: int = 0
    published_rev: int = 0
    next_publish_at: datetime | None = None
    published_at: datetime | None = None
    publish_error: str | None = None
