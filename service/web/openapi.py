"""GET /api/openapi.json: written from the routes and the marshmallow schemas they declare, so it cannot drift."""

import re
from functools import cache
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from flask import Blueprint, Flask, current_app, jsonify
from flask.typing import ResponseReturnValue
from marshmallow import Schema
from werkzeug.routing import Rule

from connect.inbound.guards import accepts
from connect.site import TokenKind
from schemas.api.problem import Problem
from service.web.api.routing import API_PREFIX, Operation

openapi = Blueprint("openapi", __name__)
_PROBLEM = {"description": "Refused; `code` is stable", "content": {"application/problem+json": {"schema": Problem}}}


@openapi.get("/api/openapi.json")
@accepts(TokenKind.PUBLIC)
def document() -> ResponseReturnValue:
    """Return the OpenAPI document of the API."""
    return jsonify(describe(current_app._get_current_object()))  # type: ignore[attr-defined]


@cache
def describe(app: Flask) -> dict[str, Any]:
    """Return the OpenAPI 3.1 document of every API route of `app`."""
    spec = APISpec(
        title="Northstar",
        version="1",
        openapi_version="3.1.0",
        info={"description": "OKRs of one Atlassian site. Shares are 0.0–1.0; percentages of key results are 0–100."},
        plugins=[MarshmallowPlugin(schema_name_resolver=_name)],
        security=[{"context": []}],
    )
    scheme = {"type": "apiKey", "in": "header", "name": "Authorization", "description": "`JWT <AP.context.getToken()>`"}
    spec.components.security_scheme("context", scheme)
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        operation = getattr(app.view_functions[rule.endpoint], "operation", None)
        if rule.rule.startswith(API_PREFIX) and isinstance(operation, Operation):
            path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
            spec.path(path=path, operations={operation.method.lower(): _operation(rule, operation)})
    written: dict[str, Any] = spec.to_dict()
    return written


def _name(schema: Any) -> str:
    kind = schema if isinstance(schema, type) else type(schema)
    noun = kind.__module__.rsplit(".", 1)[-1]
    return str(kind.__name__) if kind.__module__.startswith("schemas.api.") and noun != "problem" else "Refusal"


def _operation(rule: Rule, operation: Operation) -> dict[str, Any]:
    path = [{"in": "path", "name": name, "required": True, "schema": {"type": "string"}} for name in rule.arguments]
    parameters: list[dict[str, Any]] = list(path)
    if operation.query:
        parameters.append({"in": "query", "schema": operation.query})
    if operation.headers:
        parameters.append({"in": "header", "schema": operation.headers})
    written: dict[str, Any] = {
        "operationId": rule.endpoint.split(".")[-1],
        "summary": operation.summary,
        "tags": [rule.endpoint.split(".")[0].removeprefix("api_")],
        "parameters": parameters,
        "responses": {str(operation.status): _success(operation), "default": _PROBLEM},
    }
    if operation.takes:
        body = {"application/json": {"schema": operation.takes}}
        written["requestBody"] = {"required": _needs_body(operation.takes), "content": body}
    return written


def _needs_body(schema: type[Schema]) -> bool:
    return any(field.required for field in schema().fields.values())


def _success(operation: Operation) -> dict[str, Any]:
    if operation.is_file:
        return {"description": "The file", "content": {"application/json": {"schema": {"type": "object"}}}}
    if operation.gives is None:
        return {"description": "Done"}
    shape: Any = {"type": "array", "items": operation.gives} if operation.many else operation.gives
    return {"description": "Done", "content": {"application/json": {"schema": shape}}}
