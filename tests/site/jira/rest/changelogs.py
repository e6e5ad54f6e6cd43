"""What changed, when and by whom. Not here: writing it (`state.py`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.site.jira import render
from tests.site.jira.model import History
from tests.site.jira.permissions import may
from tests.site.jira.rest.reading import Route, body, caller, closed, page, visible_issue
from tests.site.wire import Refused, charge

if TYPE_CHECKING:
    from tests.site.state import Site

_MOST_ISSUES, _MOST_FIELDS, _MOST_ENTRIES = 1_000, 10, 1_000


def add(route: Route, site: Site) -> None:
    """Add the routes."""

    @route("GET", "/issue/<issue_ref>/changelog")
    def of_issue(issue_ref: str) -> Any:
        issue = visible_issue(site, issue_ref)
        entries = sorted(issue.histories, key=lambda entry: (entry.created_at, int(entry.id)))
        answer = page(site, [render.history(site, entry) for entry in entries], default=100, most=100)
        charge(other=len(answer["values"]))
        return answer

    @route("POST", "/changelog/bulkfetch")
    def bulk() -> Any:
        sent = body()
        closed(sent, "fieldIds", "issueIdsOrKeys", "maxResults", "nextPageToken")
        refs, fields = sent.get("issueIdsOrKeys") or [], sent.get("fieldIds") or []
        if not 1 <= len(refs) <= _MOST_ISSUES:
            raise Refused(400, f"Between 1 and {_MOST_ISSUES} issues may be asked for.")
        if len(fields) > _MOST_FIELDS:
            raise Refused(400, f"At most {_MOST_FIELDS} fieldIds may be given.")
        entries = _entries(site, [str(ref) for ref in refs], set(fields))
        start = _offset(sent.get("nextPageToken"))
        size = max(1, min(int(sent.get("maxResults") or _MOST_ENTRIES), 10_000))
        chosen = entries[start : start + size]
        charge(other=len(chosen))
        logs: dict[str, list[Any]] = {}
        for issue_id, entry in chosen:
            logs.setdefault(issue_id, []).append(render.history(site, entry))
        answer: dict[str, Any] = {
            "issueChangeLogs": [{"issueId": ref, "changeHistories": found} for ref, found in logs.items()]
        }
        if start + size < len(entries):
            answer["nextPageToken"] = f"after-{start + size}"
        return answer


def _entries(site: Site, refs: list[str], fields: set[str]) -> list[tuple[str, History]]:
    issues = [issue for issue in (site.jira.find(ref) for ref in refs) if issue]
    visible = {issue.id: issue for issue in issues if may(site.jira, caller(), "BROWSE_PROJECTS", issue)}
    found = [
        (issue.id, entry)
        for issue in visible.values()
        for entry in issue.histories
        if not fields or fields & {change.field_id for change in entry.changes}
    ]
    return sorted(found, key=lambda one: (one[1].created_at, int(one[1].id)))


def _offset(token: str | None) -> int:
    if token is None:
        return 0
    number = token.removeprefix("after-")
    if not number.isdigit():
        raise Refused(400, "The nextPageToken is not valid.")
    return int(number)
