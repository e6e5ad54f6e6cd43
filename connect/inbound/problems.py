"""The few refusals this package answers itself, as problem details. What domain errors become is the service's business."""

from collections.abc import Mapping
from typing import Any

from flask import Response, json
from marshmallow import ValidationError


def problem(
    *, status: int, code: str, title: str, detail: str | None = None, errors: Mapping[str, Any] | None = None
) -> Response:
    """Return a problem-details answer (RFC 9457)."""
    body: dict[str, Any] = {"status": status, "code": code, "title": title}
    if detail:
        body["detail"] = detail
    if errors:
        body["errors"] = errors
    return Response(json.dumps(body), status=status, mimetype="application/problem+json")


def token_refused() -> Response:
    """Return the one answer to every unacceptable token.

    The reason stands in the log only, and 401 is never retried by Jira while 409 is. Source: platform 3.1, design 10.
    """
    return problem(status=401, code="token_refused", title="Token refused")


def invalid_body(error: ValidationError) -> Response:
    """Return the answer to a body of another shape, naming the fields."""
    return problem(
        status=400,
        code="invalid_body",
        title="The body does not have the documented shape",
        detail="Each field named under `errors` says what is expected of it.",
        errors=error.normalized_messages(),  # type: ignore[no-untyped-call]
    )
