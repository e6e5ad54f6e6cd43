"""Checking an HTTP answer against an OpenAPI document. Not here: which answers are checked."""

from __future__ import annotations

import functools
import re
from typing import Any

from jsonschema import Draft4Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

from tests.shared import specification


@functools.cache
def _operations(spec: str) -> list[tuple[str, re.Pattern[str], str, dict[str, Any]]]:
    found = []
    for path, methods in specification(spec)["paths"].items():
        pattern = re.compile("^" + re.sub(r"\{[^}]+\}", "[^/]+", path) + "$")
        found += [(verb.upper(), pattern, path, one) for verb, one in methods.items() if isinstance(one, dict)]
    # A literal path wins over one with a parameter in the same place.
    return sorted(found, key=lambda one: one[2].count("{"))


@functools.cache
def _registry(spec: str) -> Registry[Any]:
    resource: Resource[Any] = Resource.from_contents(specification(spec), default_specification=DRAFT4)
    return Registry().with_resource("urn:spec", resource)  # type: ignore[no-any-return]


def operation(spec: str, method: str, path: str) -> tuple[str, dict[str, Any]]:
    """Return (path template, operation) of a request. Raises: AssertionError when the API has no such thing."""
    for verb, pattern, template, one in _operations(spec):
        if verb == method.upper() and pattern.match(path):
            return template, one
    raise AssertionError(f"{method} {path} is not in {spec}")


def problems(spec: str, method: str, path: str, status: int, body: Any) -> list[str]:
    """Return what is wrong with an answer: an undocumented status, or a body of another shape."""
    template, one = operation(spec, method, path)
    responses = one["responses"]
    if str(status) not in responses:
        return [f"{method} {template} does not document status {status}"]
    content = responses[str(status)].get("content", {}).get("application/json", {})
    schema = content.get("schema")
    if not schema or not (schema.keys() - {"description"}):
        return []
    validator = Draft4Validator(_anchored(schema), registry=_registry(spec))
    found = validator.iter_errors(_without_nulls(body))
    return [f"{method} {template}: {error.json_path}: {error.message[:300]}" for error in found]


def _without_nulls(body: Any) -> Any:
    """Return the body without null members: live sites send them where the documents know only absent ones."""
    if isinstance(body, dict):
        return {key: _without_nulls(value) for key, value in body.items() if value is not None}
    return [_without_nulls(item) for item in body] if isinstance(body, list) else body


def _anchored(schema: Any) -> Any:
    """Return the schema with its local references made absolute."""
    if isinstance(schema, dict):
        return {
            key: f"urn:spec{value}" if key == "$ref" and value.startswith("#") else _anchored(value)
            for key, value in schema.items()
        }
    return [_anchored(item) for item in schema] if isinstance(schema, list) else schema
