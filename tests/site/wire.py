"""Reading a request exactly as it came over the wire, and the errors Jira answers with. Not here: any rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Request, Response, g, jsonify, make_response

Reply = Response | tuple[Any, int] | tuple[Any, int, dict[str, str]]
View = Callable[..., Any]


def raw_target(request: Request) -> str:
    """Return path and query undecoded; the decoded path would change a query string hash."""
    target = request.environ.get("REQUEST_URI") or request.environ.get("RAW_URI")
    if isinstance(target, str) and target:
        return target
    query = request.query_string.decode("latin-1")
    return f"{request.path}?{query}" if query else request.path


class Refused(Exception):
    """Carry the answer to a request the site will not fulfil."""

    def __init__(
        self,
        status: int,
        *messages: str,
        errors: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(status, messages, errors)
        self.status = status
        self.messages = list(messages)
        self.errors = errors or {}
        self.headers = headers or {}

    def response(self) -> Response:
        """Return Jira's error collection."""
        body = {"errorMessages": self.messages, "errors": self.errors}
        return make_response(jsonify(body), self.status, self.headers)


def not_found() -> Refused:
    """Return Jira's answer for an issue that does not exist or may not be seen: the two look alike."""
    return Refused(404, "Issue does not exist or you do not have permission to see it.")


def charge(*, core: int = 0, identity: int = 0, other: int = 0) -> None:
    """Count the objects an answer holds. Source: platform.md 4: 1, 2 and 1 points each, plus 1 a request."""
    g.points = g.get("points", 0) + core + 2 * identity + other
