"""An issue the way its page shows it. Reads the site's Jira; changes nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from tests.site.accounts import Account
from tests.site.jira.catalogue import LINK_TYPES, PRIORITIES
from tests.site.jira.model import Field, Issue, IssueType
from tests.site.jira.permissions import may
from tests.site.jira.render import read_only_value
from tests.site.views import rich_text
from tests.site.views.issue_activity import activity
from tests.site.views.shell import ago

_POINTS = "customfield_10016"
_MARKS = {1: "epic", -1: "subtask"}


@dataclass(slots=True)
class FieldRow:
    """One field on the page: what it shows, and how it is edited if it is."""

    id: str
    name: str
    text: str = ""
    raw: Any = ""
    description: str = ""
    editor: str = ""
    href: str = ""
    person: Account | None = None
    chips: list[str] = field(default_factory=list)
    options: list[dict[str, Any]] = field(default_factory=list)


def issue_kind(kind: IssueType) -> dict[str, str]:
    """Return a type's name and the mark it is drawn with."""
    return {"name": kind.name, "mark": _MARKS.get(kind.level, kind.name.lower())}


def row(site: Any, issue: Issue) -> dict[str, Any]:
    """Return an issue as a line of a list."""
    jira, values = site.jira, issue.values
    parent = jira.issues.get(values.get("parent") or "")
    points = values.get(_POINTS)
    return {
        "key": issue.key,
        "summary": values["summary"],
        "kind": issue_kind(jira.type_of(issue)),
        "status": jira.statuses[values["status"]],
        "assignee": site.accounts.find(values.get("assignee")),
        "parent": parent.values["summary"] if parent else "",
        "points": number(points) if points is not None else "",
    }


def view(site: Any, issue: Issue, account: Account) -> dict[str, Any]:
    """Return everything the issue's page shows to an account."""
    jira, values, now = site.jira, issue.values, site.clock.now()
    children = [row(site, jira.issues[i]) for i in sorted(jira.children.get(issue.id, ()), key=int)]
    parent = jira.issues.get(values.get("parent") or "")
    shown, more = _app_rows(site, issue)
    app = site.app
    return {
        **row(site, issue),
        "id": issue.id,
        "parent": row(site, parent) if parent else None,
        "description": Markup(rich_text.html(values.get("description"))),  # noqa: S704  (built escaped)
        "children": children,
        "done_percent": _share(children, "done"),
        "doing_percent": _share(children, "indeterminate"),
        "links": _links(site, issue),
        "activity": activity(site, issue),
        "statuses": list(jira.statuses.values()),
        "may_edit": may(jira, account, "EDIT_ISSUES", issue),
        "may_move": may(jira, account, "TRANSITION_ISSUES", issue),
        "app_name": app.descriptor.name if app else "Apps",
        "app_fields": shown,
        "more_fields": more,
        "details": _details(site, issue, parent),
        "created": ago(issue.created_at, now),
        "updated": ago(issue.updated_at, now),
    }


def number(value: float) -> str:
    """Return a number as people read it."""
    return f"{value:,.10g}"


def _share(children: list[dict[str, Any]], category: str) -> int:
    matching = sum(child["status"].category == category for child in children)
    return round(100 * matching / len(children)) if children else 0


def _app_rows(site: Any, issue: Issue) -> tuple[list[FieldRow], list[FieldRow]]:
    """Return the app's fields on this issue's screen: those shown, and the empty ones behind *More fields*."""
    screen = site.jira.projects[issue.project_id].screen
    is_epic = site.jira.type_of(issue).level >= 1
    shown: list[FieldRow] = []
    more: list[FieldRow] = []
    for found in site.jira.fields.all():
        if found.app_key is None or (found.prop is None and found.id not in screen):
            continue
        line = _app_row(issue, found)
        useful = is_epic if found.kind == "number" or found.prop else not is_epic
        (shown if line.text or line.chips or (useful and line.editor) else more).append(line)
    return shown, [line for line in more if line.editor]


def _app_row(issue: Issue, found: Field) -> FieldRow:
    line = FieldRow(found.id, found.name, description=found.description)
    if found.prop is not None:
        value = read_only_value(issue, found.prop)
        line.text = "" if value is None else number(value) if isinstance(value, int | float) else str(value)
        return line
    value = issue.values.get(found.id)
    line.raw = "" if value is None else value
    if found.kind == "number":
        line.editor, line.text = "number", "" if value is None else number(value)
    elif found.items == "option2":
        line.editor = "options"
        line.raw = ",".join(str(option) for option in value or [])
        line.chips = [found.options[option].value for option in value or [] if option in found.options]
        line.options = [{"id": str(option.id), "value": option.value} for option in found.options.values()]
    else:
        line.editor, line.text = "text", "" if value is None else str(value)
    return line


def _details(site: Any, issue: Issue, parent: Issue | None) -> list[FieldRow]:
    values, accounts = issue.values, site.accounts
    points = values.get(_POINTS)
    rows = [
        FieldRow("assignee", "Assignee", "Unassigned", person=accounts.find(values.get("assignee"))),
        FieldRow("reporter", "Reporter", person=accounts.find(values.get("reporter"))),
        FieldRow("issuetype", "Type", site.jira.type_of(issue).name),
        FieldRow("priority", "Priority", PRIORITIES.get(values.get("priority") or "", "")),
        FieldRow("labels", "Labels", chips=list(values.get("labels") or [])),
        FieldRow("duedate", "Due date", values.get("duedate") or ""),
        FieldRow(
            _POINTS, "Story points", number(points) if points is not None else "",
            raw="" if points is None else points, editor="number",
        ),
    ]  # fmt: skip
    if parent:
        text = f"{parent.key} {parent.values['summary']}"
        rows.insert(3, FieldRow("parent", "Parent", text, href=f"/browse/{parent.key}"))
    rows += [_app_row(issue, found) for found in site.jira.fields.all() if _is_own_number(site, issue, found)]
    return rows


def _is_own_number(site: Any, issue: Issue, found: Field) -> bool:
    own = found.is_custom and found.app_key is None and found.kind == "number" and found.id != _POINTS
    return own and found.id in site.jira.projects[issue.project_id].screen


def _links(site: Any, issue: Issue) -> list[tuple[str, list[dict[str, Any]]]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for link in site.jira.links_of(issue):
        _, inward, outward = LINK_TYPES[link.type_id]
        is_source = link.outward == issue.id
        other = site.jira.issues.get(link.inward if is_source else link.outward)
        if other is not None:
            groups.setdefault(outward if is_source else inward, []).append(row(site, other))
    return list(groups.items())
