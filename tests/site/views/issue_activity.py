"""The activity of an issue: its changelog in sentences, newest first."""

from __future__ import annotations

from typing import Any

from tests.site.jira.model import Change, Issue
from tests.site.views.shell import ago

_LIMIT = 30
_LONG = frozenset({"description"})


def activity(site: Any, issue: Issue) -> list[dict[str, Any]]:
    """Return one entry a change, ending with the creation."""
    now = site.clock.now()
    entries = [
        _entry(site, change, history.author, history.created_at, now)
        for history in reversed(issue.histories)
        for change in history.changes
    ][:_LIMIT]
    if len(entries) < _LIMIT:
        entries.append(
            {
                "author": site.accounts.find(issue.values.get("creator")),
                "sentence": "created this issue",
                "at": issue.created_at,
                "ago": ago(issue.created_at, now),
                "before": None,
                "after": None,
            }
        )
    return entries


def _entry(site: Any, change: Change, author: str, at: Any, now: Any) -> dict[str, Any]:
    is_long = change.field in _LONG
    return {
        "author": site.accounts.find(author),
        "sentence": f"changed the {change.field}" if not change.custom else f"changed {change.field}",
        "at": at,
        "ago": ago(at, now),
        "before": None if is_long else change.before_text,
        "after": None if is_long else change.after_text,
    }
