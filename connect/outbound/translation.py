"""Product refusals become our errors, in one place. No retrying and no sending here."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from requests import Response

from connect.errors import (
    BadReply,
    NotFound,
    ProductError,
    RateLimited,
    Rejected,
    SiteGone,
    Stale,
    Unavailable,
)
from connect.outbound import limits

_MAX_MESSAGE_CHARS = 500


def refusal(response: Response, *, method: str, path: str) -> ProductError:
    """Return the error that says in our words why the product did not do what we asked.

    The wait before another try is never slept here: it travels in the error to whoever schedules work.
    """
    status = response.status_code
    where: dict[str, Any] = {"method": method, "path": path, "status": status}
    fields, messages = product_messages(response)
    text = "; ".join([*messages, *(f"{name}: {message}" for name, message in fields.items())])
    text = text[:_MAX_MESSAGE_CHARS] or f"answered {status}"
    if status == 429 or (status == 503 and "Retry-After" in response.headers):
        wait = limits.wait_s(response.headers, now=datetime.now(UTC))
        lane = limits.lane(response.headers, wait_s=wait)
        return RateLimited(text, retry_after_s=wait, lane=lane, **where)
    if status in {401, 403}:
        return SiteGone(text, **where)
    if status in {404, 410}:
        return NotFound(text, **where)
    if status == 409:
        return Stale(text, **where)
    if status in {408, 425} or status >= 500:
        return Unavailable(text, **where)
    if 400 <= status < 500:
        return Rejected(text, fields=fields, messages=tuple(messages), **where)
    # A redirect would make the signed address stale and could lead anywhere; other codes are not documented.
    return BadReply(f"unexpected answer {status}", **where)


def product_messages(response: Response) -> tuple[Mapping[str, str], list[str]]:
    """Return what the product says is wrong: by field, and in general.

    Jira: `{"errorMessages": [...], "errors": {field: text}}`; Confluence 2: `{"errors": [{"title", "detail"}]}`;
    Confluence 1: `{"message": ...}`. Anything else says nothing.
    """
    try:
        body = response.json()
    except ValueError:
        return {}, []
    if not isinstance(body, dict):
        return {}, []
    messages = [str(text) for text in _list(body.get("errorMessages"))]
    if isinstance(body.get("message"), str):
        messages.append(body["message"])
    errors = body.get("errors")
    fields = {str(k): str(v) for k, v in errors.items()} if isinstance(errors, dict) else {}
    for error in _list(errors):
        if isinstance(error, dict):
            parts = [error.get("title"), error.get("detail")]
            messages.append(": ".join(str(part) for part in parts if part))
    return fields, [message for message in messages if message]


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
