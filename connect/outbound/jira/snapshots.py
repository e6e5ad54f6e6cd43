"""Jira's issue as our snapshot: which of its values are numbers, which are options, and when it changed. No calls."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from marshmallow import ValidationError

from connect.outbound.shapes import IssueSnapshot, StatusCategory

SYSTEM_FIELDS = ("summary", "status", "project", "issuetype", "updated", "parent")

# Jira's fourth category, "undefined", is that of a status nobody categorised.
_CATEGORIES: Mapping[str, StatusCategory] = {
    "new": "new",
    "undefined": "new",
    "indeterminate": "indeterminate",
    "done": "done",
}


def snapshot(issue: Mapping[str, Any], *, field_ids: Collection[str]) -> IssueSnapshot:
    """Return a loaded issue as a snapshot. Raises: ValidationError if a value has a shape we do not know."""
    values = issue["fields_"]
    status = values["status"]
    category = _CATEGORIES.get(status["category"]["key"])
    if category is None:
        raise ValidationError("not a status category we know", "status")
    parent = values["parent"]
    asked = {field_id: values[field_id] for field_id in field_ids if field_id in values}
    return IssueSnapshot(
        id=issue["id"],
        key=issue["key"],
        summary=values["summary"],
        status=status["name"],
        category=category,
        project_key=values["project"]["key"],
        type_level=values["issuetype"]["level"],
        updated_at=instant(values["updated"]),
        parent_id=parent["id"] if parent else None,
        numbers={key: _number(value) for key, value in asked.items() if value is None or _is_number(value)},
        options={key: option_ids(value) for key, value in asked.items() if value is None or isinstance(value, list)},
        properties={key: value for key, value in issue["properties"].items() if isinstance(value, Mapping)},
    )


def instant(text: str) -> datetime:
    """Return Jira's timestamp (`2026-11-22T09:00:00.000+0000`) as an aware UTC instant. Raises: ValidationError."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise ValidationError("not a timestamp") from error
    if at.tzinfo is None:
        raise ValidationError("a timestamp without its offset")
    return at.astimezone(UTC)


def option_ids(value: list[Any] | None) -> tuple[int, ...]:
    """Return the ids of a multi-select's chosen options, however the site shows them (`[{"id": 1, …}]` or `[1]`).

    Options of other apps' fields have ids that are no numbers; they are none of ours and left out.
    Confidence: medium; Atlassian documents the option, not the issue's value.
    """
    ids = (item.get("id") if isinstance(item, Mapping) else item for item in value or ())
    return tuple(int(one) for one in ids if isinstance(one, int) or (isinstance(one, str) and one.isdecimal()))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _number(value: float | None) -> float | None:
    return None if value is None else float(value)
