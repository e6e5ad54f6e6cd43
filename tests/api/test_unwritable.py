"""Texts and addresses no database can keep are refused by name, on every database alike."""

from typing import Any

import pytest
from flask.testing import FlaskClient

NO_TEXTS = ["a\x00b", "\ud800"]


@pytest.mark.parametrize("text", NO_TEXTS, ids=["nul", "half a pair"])
def test_a_text_that_is_none_is_named(client: FlaskClient, plan: dict[str, Any], text: str) -> None:
    address = f"/api/v1/key-results/{plan['key_result']['id']}/check-ins"
    reply = client.post(address, json={"value": 50, "note": text})
    assert (reply.status_code, reply.get_json()["code"]) == (400, "invalid_input")
    assert "NUL" in reply.get_json()["errors"]["note"][0]
    assert client.post(address, json={"value": 50, "note": "👩‍🚀 “été”\u202e"}).status_code == 201


@pytest.mark.parametrize("path", ["/objectives/%00", "/board?cycle_id=%00", "/key-results/x/initiatives/a%00"])
def test_an_address_with_a_nul_leads_nowhere(client: FlaskClient, path: str) -> None:
    method = client.delete if "initiatives" in path else client.get
    reply = method(f"/api/v1{path}")
    assert (reply.status_code, reply.mimetype) == (404, "application/problem+json")
