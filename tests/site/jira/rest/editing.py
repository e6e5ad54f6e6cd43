"""Turning the two ways of writing an edit (`fields`, `update`) into new values. Not here: checking them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.site.jira.model import Field, Issue, Project
from tests.site.jira.screens import screen_fields
from tests.site.jira.state import off_screen
from tests.site.jira.values import FieldError, normalise
from tests.site.wire import Refused

if TYPE_CHECKING:
    from tests.site.state import Site


def edits_of(site: Site, issue: Issue, sent: dict[str, Any]) -> dict[str, Any]:
    """Return field → new value. Raises: Refused 400."""
    edits = dict(sent.get("fields") or {})
    for ref, operations in (sent.get("update") or {}).items():
        if ref in edits:
            message = f"Field '{ref}' cannot appear in both 'fields' and 'update'"
            raise Refused(400, errors={ref: message})
        field = site.jira.fields.find(ref)
        if field is None:
            raise Refused(400, errors={ref: off_screen(ref)})
        value = issue.values.get(field.id)
        for operation in operations:
            value = _operate(site, field, value, operation)
        edits[ref] = value
    return edits


def refuse_off_screen(site: Site, project: Project, edits: dict[str, Any]) -> None:
    """Refuse fields the project's screens don't have. Raises: Refused 400 naming each."""
    on_screen = {name for field in screen_fields(site.jira, project) for name in (field.id, field.key)}
    errors = {ref: off_screen(ref) for ref in edits if ref not in on_screen}
    if errors:
        raise Refused(400, errors=errors)


def _operate(site: Site, field: Field, value: Any, operation: dict[str, Any]) -> Any:
    (verb, raw), *more = operation.items()
    if more or verb not in ("set", "add", "remove"):
        raise Refused(400, errors={field.id: f"Field does not support operation '{verb}'"})
    if verb == "set":
        return raw
    if field.kind != "array":
        raise Refused(400, errors={field.id: f"Field does not support operation '{verb}'"})
    try:
        items = normalise(site.jira, field, [raw])
    except FieldError as error:
        raise Refused(400, errors={field.id: str(error)}) from error
    kept = [item for item in value or [] if item not in items]
    return kept + items if verb == "add" else kept
