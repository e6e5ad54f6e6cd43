"""How both Confluence APIs say no, and how v2 pages through results."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from urllib.parse import urlencode

from flask import Response, jsonify, request

from tests.site.wiki.errors import BadRequest, WikiRefusal
from tests.site.wire import charge

Row = TypeVar("Row")
_PAGE_LIMIT = 250


def refuse_v2(error: WikiRefusal) -> Response:
    """Shape a refusal as v2 does."""
    shape = {"errors": [{"status": error.status, "code": error.code, "title": error.title, "detail": None}]}
    answer = jsonify(shape)
    answer.status_code = error.status
    return answer


def refuse_v1(error: WikiRefusal, *, exception: str = "com.atlassian.confluence.api.service.exceptions") -> Response:
    """Shape a refusal as v1 does."""
    data = {"authorized": error.status != 403, "valid": error.status == 403, "errors": [], "successful": False}
    message = f"{exception}.{type(error).__name__}Exception: {error.title}"
    answer = jsonify({"statusCode": error.status, "data": data, "message": message})
    answer.status_code = error.status
    return answer


def paged(
    rows: Sequence[Row], shape: Callable[[Row], dict[str, Any]], *, base: str, default_limit: int = 25
) -> Response:
    """Answer one page of rows by cursor, with the next address in the body and in the Link header."""
    limit, start = _limit(default_limit), _cursor()
    chunk = rows[start : start + limit]
    charge(core=len(chunk))
    links: dict[str, str] = {"base": base}
    if start + limit < len(rows):
        kept = [(key, value) for key, value in request.args.items(multi=True) if key not in {"cursor", "jwt"}]
        links["next"] = f"{request.path}?{urlencode([*kept, ('cursor', _as_cursor(start + limit))])}"
    answer = jsonify({"results": [shape(row) for row in chunk], "_links": links})
    if "next" in links:
        answer.headers["Link"] = f'<{links["next"]}>; rel="next", <{base}>; rel="base"'
    return answer


def listed(name: str) -> list[str]:
    """Return a list parameter, given comma-separated or repeated."""
    return [part.strip() for value in request.args.getlist(name) for part in value.split(",") if part.strip()]


def numeric(name: str, text: str) -> str:
    """Return an id that must be a number. Raises: BadRequest."""
    if not text.isascii() or not text.isdigit():
        raise BadRequest(f"Provided value {{{text}}} for '{name}' is not the correct type. Expected type is long")
    return text


def json_body() -> dict[str, Any]:
    """Return the JSON object sent. Raises: BadRequest."""
    body = request.get_json(silent=True, force=True)
    if not isinstance(body, dict):
        raise BadRequest("Request body is not a valid JSON object")
    return body


def _limit(default: int) -> int:
    text = request.args.get("limit", str(default))
    if not text.isdigit() or not 1 <= int(text) <= _PAGE_LIMIT:
        raise BadRequest(f"Provided value {{{text}}} for 'limit' must be between 1 and {_PAGE_LIMIT}")
    return int(text)


def _cursor() -> int:
    text = request.args.get("cursor")
    if text is None:
        return 0
    try:
        return int(json.loads(base64.urlsafe_b64decode(text))["start"])
    except (ValueError, KeyError, TypeError):
        raise BadRequest("Provided value for 'cursor' is not a valid cursor") from None


def _as_cursor(start: int) -> str:
    return base64.urlsafe_b64encode(json.dumps({"start": start}).encode()).decode()
