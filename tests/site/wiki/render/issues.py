"""The Jira macro: one issue inline, a count, or a table of what a query finds now, as the reader may see it."""

from __future__ import annotations

from typing import Any

from markupsafe import escape

from tests.site.jira.jql import BadJql
from tests.site.jira.model import Issue
from tests.site.jira.render import read_only_value
from tests.site.jira.search import search
from tests.site.wiki.errors import BadRequest
from tests.site.wiki.render.rendering import Rendering

_LOZENGES = {"new": "grey", "indeterminate": "blue", "done": "green"}
_DEFAULT_COLUMNS = "key,summary,type,status,assignee"
_NAMES = {"key": "Key", "summary": "Summary", "type": "T", "issuetype": "T", "status": "Status", "assignee": "Assignee"}
_LIMIT = 20


def table(parameters: dict[str, str], rendering: Rendering) -> str:
    """Return what a `jira` macro shows. Raises: BadRequest for a query Jira refuses."""
    site = rendering.site
    if key := parameters.get("key"):
        issue = site.jira.find(key)
        return _inline(site, issue) if issue else f'<span class="link-missing">{escape(key)}</span>'
    query = parameters.get("jqlQuery") or parameters.get("jql") or ""
    try:
        found = search(site, query, rendering.viewer)
    except BadJql as error:
        raise BadRequest(str(error)) from None
    if parameters.get("count") == "true":
        return f'<span class="issue-count">{len(found)} {"issue" if len(found) == 1 else "issues"}</span>'
    limit = parameters.get("maximumIssues", str(_LIMIT))
    columns = [c.strip() for c in (parameters.get("columns") or _DEFAULT_COLUMNS).split(",") if c.strip()]
    return _table(site, found, columns, int(limit) if limit.isdigit() else _LIMIT)


def _table(site: Any, found: list[Issue], columns: list[str], limit: int) -> str:
    if not found:
        return '<p class="muted">No issues found.</p>'
    head = "".join(f"<th>{escape(_heading(site, column))}</th>" for column in columns)
    rows = "".join(
        f"<tr>{''.join(f'<td>{_cell(site, issue, column)}</td>' for column in columns)}</tr>" for issue in found[:limit]
    )
    count = f"{len(found)} {'issue' if len(found) == 1 else 'issues'}"
    return (
        f'<div class="table-wrap jira-table"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
        f'<p class="muted">{count}</p></div>'
    )


def _inline(site: Any, issue: Issue) -> str:
    status = site.jira.statuses[issue.values["status"]]
    return (
        f'<span class="issue-inline"><a href="/browse/{escape(issue.key)}">{escape(issue.key)}</a> '
        f'{escape(issue.values["summary"])} <span class="lozenge {_LOZENGES[status.category]}">'
        f"{escape(status.name)}</span></span>"
    )


def _heading(site: Any, column: str) -> str:
    fields = site.jira.fields.by_clause(column)
    return _NAMES.get(column.lower()) or (fields[0].name if fields else column.capitalize())


def _cell(site: Any, issue: Issue, column: str) -> str:
    jira, values, name = site.jira, issue.values, column.lower()
    if name == "key":
        return f'<a href="/browse/{escape(issue.key)}">{escape(issue.key)}</a>'
    if name == "summary":
        return f'<a href="/browse/{escape(issue.key)}">{escape(values["summary"])}</a>'
    if name in {"type", "issuetype"}:
        return str(escape(jira.type_of(issue).name))
    if name == "status":
        status = jira.statuses[values["status"]]
        return f'<span class="lozenge {_LOZENGES[status.category]}">{escape(status.name)}</span>'
    if name in {"assignee", "reporter"}:
        account = site.accounts.find(values.get(name))
        return str(escape(account.name)) if account else "Unassigned"
    if name in {"updated", "created"}:
        at = issue.updated_at if name == "updated" else issue.created_at
        return f"{at.day} {at:%b %Y}"
    return _field(site, issue, column)


def _field(site: Any, issue: Issue, column: str) -> str:
    for found in site.jira.fields.by_clause(column):
        value = read_only_value(issue, found.prop) if found.prop else issue.values.get(found.id)
        if found.items == "option2":
            value = ", ".join(found.options[option].value for option in value or [] if option in found.options)
        if isinstance(value, list):
            value = ", ".join(str(part) for part in value)
        if value is not None:
            return str(escape(f"{value:,.10g}" if isinstance(value, int | float) else value))
    return ""
