"""Renders refusals: problem+json for programs, a short page or fragment for people. Never a stack trace, never a vendor dict.

Which error means what is decided in `service/errors.py`.
"""

import json
import logging
import math
import secrets
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, jsonify, make_response, render_template, request
from marshmallow import ValidationError
from werkzeug.exceptions import HTTPException

from service.errors import UNEXPECTED, Refusal, refusal

log = logging.getLogger(__name__)


def handle_problems(app: Flask) -> None:
    """Answer every error of `app` in the shape its caller reads."""
    app.register_error_handler(Exception, answer)


def answer(error: Exception) -> Response:
    """Return the response for `error`; the unexpected is logged under the id the caller gets."""
    refused = as_refusal(error)
    request_id = None
    if refused is UNEXPECTED:
        request_id = secrets.token_hex(8)
        known = {"request_id": request_id, "endpoint": request.endpoint}
        # In the text as well: a plain log format shows no extras, and the caller was told to look for the id.
        log.error("unexpected error %s at %s", request_id, request.endpoint, exc_info=error, extra=known)
    response = _page(refused, request_id) if request.path.startswith("/ui/") else _document(refused, request_id)
    response.status_code = refused.status
    if refused.retry_after_s is not None:
        response.headers["Retry-After"] = str(math.ceil(refused.retry_after_s))
    return response


def as_refusal(error: Exception) -> Refusal:
    """Return what the caller is told, including the errors only the web knows."""
    if isinstance(error, ValidationError):
        return Refusal(
            status=400,
            code="invalid_input",
            detail="Some fields need another value; see errors for each of them.",
            errors=field_messages(error),
        )
    if isinstance(error, HTTPException):
        code = error.code or 500
        name = HTTPStatus(code).phrase.lower().replace(" ", "_").replace("-", "_")
        return Refusal(status=code, code=name, detail=error.description or HTTPStatus(code).phrase)
    return refusal(error)


def field_messages(error: ValidationError) -> dict[str, list[str]]:
    """Return messages by field, nested names joined by dots."""
    found: dict[str, list[str]] = {}

    def walk(prefix: str, messages: Any) -> None:
        if isinstance(messages, dict):
            for name, inner in messages.items():
                walk(f"{prefix}.{name}" if prefix else str(name), inner)
        else:
            found[prefix.removesuffix("._schema") or "_schema"] = [str(message) for message in messages]

    walk("", error.messages if isinstance(error.messages, dict) else {"_schema": error.messages})
    return found


def _document(refused: Refusal, request_id: str | None) -> Response:
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": refused.title,
        "status": refused.status,
        "code": refused.code,
        "detail": refused.detail,
    }
    if refused.field:
        body["field"] = refused.field
    if refused.errors:
        body["errors"] = dict(refused.errors)
    if request_id:
        body["request_id"] = request_id
    response = jsonify(body)
    response.mimetype = "application/problem+json"
    return response


def _page(refused: Refusal, request_id: str | None) -> Response:
    if request.headers.get("HX-Request") is None:
        return make_response(render_template("problem.html", refused=refused, request_id=request_id))
    said = f"{refused.detail} Id: {request_id}." if request_id else refused.detail
    response = make_response("")
    # Nothing on the page is replaced; the flag at its foot says what happened.
    response.headers["HX-Reswap"] = "none"
    response.headers["HX-Trigger"] = json.dumps({"northstar:refused": said})
    return response
