"""The published document: valid, complete, and what the API really answers."""

import re
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from service.web.api.routing import API_PREFIX


def _document(client: FlaskClient) -> dict[str, Any]:
    document: dict[str, Any] = client.get("/api/openapi.json").get_json()
    return document


def test_it_is_valid(client: FlaskClient) -> None:
    """OpenAPI 3.1, by its own schema."""
    OpenAPIV31SpecValidator(_document(client)).validate()


def test_every_route_is_in_it(app: Flask, client: FlaskClient) -> None:
    """No route of the API is undocumented, and none is invented."""
    served = {
        (re.sub(r"<(\w+)>", r"{\1}", rule.rule), method.lower())
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith(API_PREFIX)
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    written = {(path, method) for path, item in _document(client)["paths"].items() for method in item}
    assert written == served


def test_answers_are_as_described(client: FlaskClient, plan: dict[str, Any]) -> None:
    """The board, the deepest answer, validates against its own schema in the document."""
    client.post(f"/api/v1/key-results/{plan['key_result']['id']}/check-ins", json={"value": 50, "confidence": 0.5})
    document = _document(client)
    shape = {"$ref": "#/components/schemas/Board", "components": document["components"]}
    Draft202012Validator(shape).validate(client.get("/api/v1/board").get_json())
