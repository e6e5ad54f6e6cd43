"""Who may call what: every API route takes a context token, and a change needs a person in it."""

import dataclasses

import pytest
from flask import Flask, Request
from flask.testing import FlaskClient

from connect.inbound import guards
from connect.site import Principal, TokenKind
from service.web.api.routing import API_PREFIX, Operation
from tests.browser.company import SITE_ID


def _api(app: Flask) -> list[tuple[str, Operation]]:
    found = []
    for rule in app.url_map.iter_rules():
        operation = getattr(app.view_functions[rule.endpoint], "operation", None)
        if rule.rule.startswith(API_PREFIX):
            assert isinstance(operation, Operation), f"{rule.rule} was not declared with route()"
            found.append((rule.rule, operation))
    return found


def test_every_route_declares_one_token_kind(app: Flask) -> None:
    """Issue 2 point 2: walk the URL map."""
    expected = {
        "/ui/fragments": TokenKind.CONTEXT_TOKEN,
        "/ui/": TokenKind.IFRAME_REQUEST,
        API_PREFIX: TokenKind.CONTEXT_TOKEN,
    }
    for rule in app.url_map.iter_rules():
        kind = guards.declared_kind(app.view_functions[rule.endpoint])
        prefix = next((prefix for prefix in expected if rule.rule.startswith(prefix)), None)
        assert kind is (expected[prefix] if prefix else TokenKind.PUBLIC), rule.rule


@pytest.fixture
def nobody(app: Flask, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    """Return a client whose token is good but names no person."""

    def check(_: object, kind: TokenKind, request: Request) -> Principal:
        return Principal(kind=kind, site_id=SITE_ID)

    monkeypatch.setattr("tests.browser.stage.KnownCaller.check", check)
    return app.test_client()


def test_changes_need_a_person(app: Flask, nobody: FlaskClient) -> None:
    """A token without an account reads but changes nothing, whatever the body."""
    changing = [(rule, operation) for rule, operation in _api(app) if operation.changes]
    assert len(changing) >= 14
    for rule, operation in changing:
        path = rule
        while "<" in path:
            path = path[: path.index("<")] + "f" * 32 + path[path.index(">") + 1 :]
        answer = nobody.open(path, method=operation.method, json={})
        assert (answer.status_code, answer.get_json()["code"]) == (403, "person_required"), rule
    assert nobody.get("/api/v1/cycles").status_code == 200


def test_operations_are_frozen() -> None:
    """A declared operation cannot be changed behind the document's back."""
    operation = Operation(method="GET", summary="x")
    with pytest.raises(dataclasses.FrozenInstanceError):
        operation.summary = "y"  # type: ignore[misc]
