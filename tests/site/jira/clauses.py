"""What one JQL clause means. Not here: AND, OR, NOT and paging (`search.py`).

`!=` and `not in` leave out issues without a value, as Jira's do.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from tests.site.jira.jql import BadJql, Call, Clause, Value
from tests.site.jira.model import Field, Issue
from tests.site.jira.rich_text import to_text

if TYPE_CHECKING:
    from tests.site.accounts import Account
    from tests.site.state import Site

Test = Callable[[Issue], bool]
_ISSUE = ("id", "key", "issue", "issuekey")
_SYNONYMS = {"type": "issuetype", "createddate": "created", "updateddate": "updated", "due": "duedate"}
_COMPARE = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
_PROPERTY = re.compile(r"issue\.property\[['\"]?([^\]'\"]+)['\"]?\]\.?([\w.]*)", re.IGNORECASE)
_RELATIVE = re.compile(r"([+-]?\d+)([mhdwMy]?)")
_UNITS = {"m": 60, "h": 3600, "d": 86_400, "w": 604_800, "M": 2_592_000, "y": 31_536_000, "": 60}
_CATEGORIES = {"to do": "new", "in progress": "indeterminate", "done": "done"}


def compile_clause(site: Site, clause: Clause, account: Account | None) -> Test:
    """Return a test for one clause. Raises: BadJql for unknown fields, values or operators."""
    name = _SYNONYMS.get(clause.field.lower(), clause.field.lower())
    actual, resolve = _meaning(site, name, clause.field, account)
    wanted = [None if value is None else resolve(value) for value in clause.values]
    return _test(clause, actual, wanted)


def _test(clause: Clause, actual: Callable[[Issue], Any], wanted: list[Any]) -> Test:
    def values(issue: Issue) -> list[Any]:
        found = actual(issue)
        items = found if isinstance(found, list) else [found]
        return [item for item in items if item is not None]

    name = clause.operator
    if name in ("=", "in"):
        empty = None in wanted
        return lambda issue: bool(set(found := values(issue)) & set(wanted)) or (empty and not found)
    if name in ("!=", "not in"):
        if None in wanted:
            return lambda issue: bool(values(issue))
        return lambda issue: bool(found := values(issue)) and not set(found) & set(wanted)
    if name in ("~", "!~"):
        words = str(clause.values[0]).lower().replace("*", "").split()
        positive = name == "~"
        return lambda issue: all(word in str(actual(issue) or "").lower() for word in words) is positive
    compare = _COMPARE[name]
    return lambda issue: any(compare(item, wanted[0]) for item in values(issue))


def _meaning(
    site: Site, name: str, written: str, account: Account | None
) -> tuple[Callable[[Issue], Any], Callable[[Value], Any]]:
    """Return how to read the field of an issue and how to read a value of the query."""
    jira = site.jira
    if name in _ISSUE:
        return (lambda issue: issue.id), lambda value: _issue_id(site, written, value)
    if name == "parent":
        return (lambda issue: issue.values.get("parent")), lambda value: _issue_id(site, written, value)
    if name == "project":
        return (lambda issue: issue.project_id), lambda value: _project_id(site, value)
    if name == "issuetype":
        return (lambda issue: jira.type_of(issue).name.lower()), lambda value: _type_name(site, value)
    if name == "status":
        return (lambda issue: jira.statuses[issue.values["status"]].name.lower()), lambda v: _status_name(site, v)
    if name == "statuscategory":
        return (lambda issue: jira.statuses[issue.values["status"]].category), _category
    if name in ("created", "updated"):
        return (lambda issue: getattr(issue, f"{name}_at")), lambda value: _instant(site, value)
    if name == "resolution":
        return (lambda issue: _resolution(site, issue)), lambda value: str(value).lower()
    if name == "text":
        return (lambda issue: f"{issue.values['summary']} {to_text(issue.values.get('description'))}"), str
    if match := _PROPERTY.fullmatch(written):
        return (lambda issue: _at_path(issue.properties.get(match[1]), match[2])), _plain
    if name in jira.fields.aliases:
        key, path = jira.fields.aliases[name]
        return (lambda issue: _at_path(issue.properties.get(key), path)), _plain
    fields = jira.fields.by_clause(name)
    if not fields:
        raise BadJql(f"Field '{written}' does not exist or you do not have permission to view it.")
    return _field_meaning(site, fields[0], account)


def _field_meaning(
    site: Site, field: Field, account: Account | None
) -> tuple[Callable[[Issue], Any], Callable[[Value], Any]]:
    if field.prop:
        key, path, _ = field.prop
        return (lambda issue: _at_path(issue.properties.get(key), path)), _plain
    if field.kind == "user":
        return (lambda issue: issue.values.get(field.id)), lambda value: _account_id(value, account)
    if field.kind in ("option2", "array") and field.items != "string":
        return (lambda issue: issue.values.get(field.id)), lambda value: _option_id(field, value)
    if field.kind == "number":
        return (lambda issue: issue.values.get(field.id)), lambda value: _number(field, value)
    if field.kind == "date":
        return (lambda issue: issue.values.get(field.id)), lambda value: _instant(site, value).date().isoformat()
    if field.id == "description":
        return (lambda issue: to_text(issue.values.get("description"))), str
    return (lambda issue: issue.values.get(field.id)), str


def _issue_id(site: Site, written: str, value: Value) -> str:
    issue = site.jira.find(str(value))
    if issue is None:
        raise BadJql(f"An issue with key '{value}' does not exist for field '{written}'.")
    return issue.id


def _project_id(site: Site, value: Value) -> str:
    text = str(value).lower()
    for project in site.jira.projects.values():
        if text in (project.id, project.key.lower(), project.name.lower()):
            return project.id
    raise BadJql(f"The value '{value}' does not exist for the field 'project'.")


def _type_name(site: Site, value: Value) -> str:
    for kind in site.jira.types.values():
        if str(value).lower() in (kind.id, kind.name.lower()):
            return kind.name.lower()
    raise BadJql(f"The value '{value}' does not exist for the field 'issuetype'.")


def _status_name(site: Site, value: Value) -> str:
    for status in site.jira.statuses.values():
        if str(value).lower() in (status.id, status.name.lower()):
            return status.name.lower()
    raise BadJql(f"The value '{value}' does not exist for the field 'status'.")


def _category(value: Value) -> str:
    text = str(value).lower()
    if text not in {*_CATEGORIES, *_CATEGORIES.values()}:
        raise BadJql(f"The value '{value}' does not exist for the field 'statusCategory'.")
    return _CATEGORIES.get(text, text)


def _account_id(value: Value, account: Account | None) -> str:
    if isinstance(value, Call):
        if value.name != "currentuser":
            raise BadJql(f"Unable to find JQL function '{value.name}({', '.join(value.arguments)})'.")
        return account.account_id if account else ""
    return str(value)


def _option_id(field: Field, value: Value) -> int:
    for option in field.options.values():
        if str(value).lower() in (str(option.id), option.value.lower()):
            return option.id
    raise BadJql(f"The option '{value}' for field '{field.name}' does not exist.")


def _number(field: Field, value: Value) -> float:
    try:
        return float(str(value))
    except ValueError as error:
        raise BadJql(f"'{value}' is an invalid number for the field '{field.name}'.") from error


def _instant(site: Site, value: Value) -> datetime:
    now = site.clock.now()
    if isinstance(value, Call):
        if value.name == "now":
            return now
        if value.name == "startofday":
            days = int(value.arguments[0].rstrip("d") or 0) if value.arguments else 0
            return now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=days)
        raise BadJql(f"Unable to find JQL function '{value.name}()'.")
    text = str(value).strip()
    if match := _RELATIVE.fullmatch(text):
        return now + timedelta(seconds=int(match[1]) * _UNITS[match[2]])
    for form in ("%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M", "%Y-%m-%d", "%Y/%m/%d"):
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    raise BadJql(
        f"Date value '{text}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', "
        "'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'."
    )


def _resolution(site: Site, issue: Issue) -> str | None:
    return "done" if site.jira.statuses[issue.values["status"]].category == "done" else None


def _at_path(content: Any, path: str) -> Any:
    for step in filter(None, path.split(".")):
        content = content.get(step) if isinstance(content, dict) else None
    if isinstance(content, list):
        return [_plain_text(item) for item in content if not isinstance(item, dict | list)]
    return None if isinstance(content, dict) else _plain_text(content)


def _plain_text(item: Any) -> Any:
    return item if isinstance(item, int | float) or item is None else str(item)


def _plain(value: Value) -> Any:
    text = str(value)
    try:
        return float(text)
    except ValueError:
        return text
