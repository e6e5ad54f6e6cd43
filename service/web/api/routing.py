"""How an API route is declared: schemas in and out, one view, and what the OpenAPI document says about it.

Every route is reached with a context token; a route that changes something needs a person in that token.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, jsonify, make_response, request
from marshmallow import EXCLUDE, Schema, ValidationError, fields
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from connect.inbound.guards import accepts
from connect.site import TokenKind
from service.web.call import Call, this_call

API_PREFIX = "/api/v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """What the OpenAPI document says about one route. `is_file`: the view gives a whole response of its own."""

    method: str
    summary: str
    takes: type[Schema] | None = None
    query: type[Schema] | None = None
    headers: type[Schema] | None = None
    gives: type[Schema] | None = None
    many: bool = False
    status: int = 200
    is_file: bool = False

    @property
    def changes(self) -> bool:
        """Tell whether the route changes something."""
        return self.method != "GET"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A view's result when the status differs from the declared one."""

    body: object
    status: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A loaded API call. `by` is the person; None only on routes that change nothing."""

    call: Call
    body: Mapping[str, Any]
    query: Mapping[str, Any]
    headers: Mapping[str, Any]

    @property
    def scope(self) -> dict[str, Any]:
        """Return the arguments every use case takes: parts and site."""
        return {"parts": self.call.parts, "site_id": self.call.site_id}

    @property
    def authored(self) -> dict[str, Any]:
        """Return the arguments of a use case that changes something: parts, site and person."""
        return {**self.scope, "by": self.call.person()}


View = Callable[..., object]


def route(blueprint: Blueprint, rule: str, operation: Operation) -> Callable[[View], View]:
    """Register a view under `rule`; it gets the loaded Request and the path's ids, and returns what `gives` dumps."""

    def register(view: View) -> View:
        @accepts(TokenKind.CONTEXT_TOKEN)
        def answered(**path: str) -> Response:
            call = this_call()
            if operation.changes:
                call.person()
            loaded = Request(
                call=call,
                body=_body(operation.takes),
                query=_query(operation.query),
                headers=_headers(operation.headers),
            )
            return _respond(operation, view(loaded, **path))

        answered.operation = operation  # type: ignore[attr-defined]
        blueprint.add_url_rule(
            API_PREFIX + rule, endpoint=view.__name__, view_func=answered, methods=[operation.method]
        )
        return view

    return register


def _body(schema: type[Schema] | None) -> Mapping[str, Any]:
    if schema is None:
        return {}
    try:
        data = request.get_json(silent=False) if request.content_length else {}
    except UnsupportedMediaType as error:
        raise ValidationError({"_schema": ["Send the body as application/json."]}) from error
    except (BadRequest, RecursionError) as error:  # the latter: nested deeper than anybody's honest body
        raise ValidationError({"_schema": ["The body is not readable JSON."]}) from error
    loaded: Mapping[str, Any] = schema().load(data)
    return loaded


def _query(schema: type[Schema] | None) -> Mapping[str, Any]:
    if schema is None:
        return {}
    shape = schema()
    data = {
        name: request.args.getlist(name) if isinstance(shape.fields.get(name), fields.List) else request.args[name]
        for name in request.args
    }
    loaded: Mapping[str, Any] = shape.load(data)
    return loaded


def _headers(schema: type[Schema] | None) -> Mapping[str, Any]:
    if schema is None:
        return {}
    named = {shape.data_key or name for name, shape in schema().fields.items()}
    sent = {name: request.headers[name] for name in named if name in request.headers}
    loaded: Mapping[str, Any] = schema(unknown=EXCLUDE).load(sent)
    return loaded


def _respond(operation: Operation, result: object) -> Response:
    status = operation.status
    if isinstance(result, Answer):
        status = result.status
        result = result.body
    if operation.is_file and isinstance(result, Response):
        return result
    if operation.gives is None:
        return make_response("", status)
    response = jsonify(operation.gives(many=operation.many).dump(result))
    response.status_code = status
    return response
