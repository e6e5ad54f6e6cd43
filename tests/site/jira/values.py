"""Checking a field's new value and wording its change. Not here: who may change it, when, on which screen."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from tests.site.jira.catalogue import PRIORITIES
from tests.site.jira.model import Change, Field
from tests.site.jira.rich_text import from_text, to_text

if TYPE_CHECKING:
    from tests.site.jira.state import JiraState


class FieldError(Exception):
    """Carry Jira's message about one field."""


def normalise(jira: JiraState, field: Field, raw: Any) -> Any:
    """Return the value in the site's own form. Raises: FieldError with the message Jira would give."""
    if field.id == "summary":
        return _summary(raw)
    if raw is None:
        return [] if field.kind == "array" else None
    if field.id == "description":
        return from_text(raw) if isinstance(raw, str) else _document(raw)
    if field.kind == "number":
        if isinstance(raw, bool) or not isinstance(raw, int | float):
            raise FieldError(f"{field.name}: Operation value must be a number")
        return raw
    if field.kind == "date":
        return _date(raw)
    if field.kind == "user":
        return _account(jira, field, raw)
    if field.kind == "priority":
        return _priority(raw)
    if field.id == "parent":
        return _parent(jira, raw)
    if field.items == "option2":
        return _options(field, raw)
    if field.kind == "option2":
        return _options(field, [raw])[0]
    if field.id == "labels":
        if not isinstance(raw, list) or any(not isinstance(label, str) or " " in label for label in raw):
            raise FieldError("The label can't contain spaces.")
        return list(dict.fromkeys(raw))
    if not isinstance(raw, str):
        raise FieldError(f"{field.name}: Operation value must be a string")
    if len(raw) > 255:
        raise FieldError(f"{field.name} can't exceed 255 characters.")
    return raw


def change(jira: JiraState, field: Field, before: Any, after: Any) -> Change:
    """Return how the changelog words a change."""
    name = "Parent" if field.id == "parent" else field.name if field.is_custom else field.id
    return Change(
        name, field.id, field.is_custom,
        _reference(jira, field, before), _wording(jira, field, before),
        _reference(jira, field, after), _wording(jira, field, after),
    )  # fmt: skip


def number_text(value: float) -> str:
    """Return a number as Jira writes it: no trailing `.0`."""
    return str(int(value)) if float(value).is_integer() else str(value)


def _reference(jira: JiraState, field: Field, value: Any) -> str | None:
    if value is None or field.kind in ("number", "string", "date") or field.id == "labels":
        return None
    if isinstance(value, list):
        return ", ".join(str(item) for item in value) if value else None
    return str(value)


def _wording(jira: JiraState, field: Field, value: Any) -> str | None:
    if value is None or value == []:
        return None
    if field.kind == "number":
        return number_text(value)
    if field.id == "description":
        return to_text(value)
    if field.kind == "status":
        return jira.statuses[value].name
    if field.kind == "user":
        account = jira.accounts.find(value)
        return account.name if account else value
    if field.kind == "priority":
        return PRIORITIES[value]
    if field.id == "parent":
        parent = jira.find(value)
        return parent.key if parent else None
    if field.items == "option2":
        return ", ".join(field.options[item].value for item in value if item in field.options)
    if field.kind == "option2":
        return field.options[value].value
    return " ".join(value) if isinstance(value, list) else str(value)


def _summary(raw: Any) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise FieldError("You must specify a summary of the issue.")
    if "\n" in raw:
        raise FieldError("The summary is invalid because it contains newline characters.")
    if len(raw) > 255:
        raise FieldError("Summary can't exceed 255 characters.")
    return raw.strip()


def _document(raw: Any) -> Any:
    if not isinstance(raw, dict) or raw.get("type") != "doc" or raw.get("version") != 1:
        raise FieldError("Operation value must be an Atlassian Document (see the Atlassian Document Format)")
    return raw


def _date(raw: Any) -> str:
    try:
        return date.fromisoformat(str(raw)).isoformat()
    except ValueError as error:
        raise FieldError("Error parsing date string: " + str(raw)) from error


def _account(jira: JiraState, field: Field, raw: Any) -> str:
    account_id = raw.get("accountId", raw.get("id")) if isinstance(raw, dict) else raw
    account = jira.accounts.find(str(account_id))
    if account is None or not account.active:
        raise FieldError(f"User '{account_id}' cannot be assigned issues.")
    return account.account_id


def _priority(raw: Any) -> str:
    wanted = str(raw.get("id", raw.get("name")) if isinstance(raw, dict) else raw)
    for priority_id, name in PRIORITIES.items():
        if wanted in (priority_id, name):
            return priority_id
    raise FieldError(f"Priority with id '{wanted}' is not valid")


def _parent(jira: JiraState, raw: Any) -> str:
    ref = raw.get("key", raw.get("id")) if isinstance(raw, dict) else raw
    parent = jira.find(str(ref))
    if parent is None:
        raise FieldError("Could not find issue by id or key.")
    return parent.id


def _options(field: Field, raw: Any) -> list[int]:
    if not isinstance(raw, list):
        raise FieldError("Operation value must be an array")
    chosen: list[int] = []
    for item in raw:
        ref = item.get("id", item.get("value")) if isinstance(item, dict) else item
        found = next(
            (option.id for option in field.options.values() if str(ref) in (str(option.id), option.value)), None
        )
        if found is None:
            raise FieldError(f"Option id '{ref}' is not valid")
        if found not in chosen:
            chosen.append(found)
    return chosen


def matches_key(text: str) -> bool:
    """Tell whether the text looks like an issue key."""
    return re.fullmatch(r"[A-Za-z][A-Za-z0-9_]+-\d+", text) is not None
