"""Votes under seal and waivers over HTTP. Requirements 2.8, 2.9."""

import hashlib
from collections.abc import Callable
from typing import Any

from flask.testing import FlaskClient

ME = "acc-ines"
NONCE = "a nonce that is long enough"


def test_a_vote_is_sealed_revealed_and_closed(plan: dict[str, Any], client: FlaskClient) -> None:
    id = plan["key_result"]["id"]
    seal = hashlib.sha256(f"{id}\n{ME}\n0.65\n{NONCE}".encode()).hexdigest()
    path = f"/api/v1/key-results/{id}/votes/planning"
    sealed = client.put(path, json={"seal": seal})
    assert (sealed.status_code, sealed.get_json()["state"]) == (200, "sealing")
    refused = client.post(f"{path}/reveal", json={"confidence": 0.7, "nonce": NONCE})
    assert (refused.status_code, refused.get_json()["code"]) == (409, "reveal_refused")
    assert client.post(f"{path}/reveal", json={"confidence": 0.65, "nonce": NONCE}).get_json()["revealed"] == 1
    over = client.post(f"{path}/close").get_json()
    assert (over["state"], over["summary"]["median"]) == ("closed", None), "one vote is nobody else's business"
    assert client.get(f"/api/v1/key-results/{id}/votes").get_json() == [over]
    record = client.get(f"/api/v1/teams/{plan['team']['id']}/calibration?confidence=0.65").get_json()
    assert (record["number"], record["is_pooled"], record["calibrated"]["probability"]) == (0, True, 0.65)


def test_an_output_is_admitted_as_an_enabler(
    plan: dict[str, Any], make: Callable[..., Any], client: FlaskClient
) -> None:
    output = make(f"/objectives/{plan['objective']['id']}/key-results", title="Console", direction="binary")
    path = f"/api/v1/key-results/{output['id']}/waiver"
    words = {"unlocks": [plan["key_result"]["id"]], "owner": ME, "reason": "Unmeasured", "expires_on": "2026-11-10"}
    granted = client.put(path, json=words)
    assert (granted.status_code, granted.get_json()["unlocks"]) == (200, words["unlocks"])
    (view,) = client.get(f"/api/v1/waivers?cycle_id={plan['cycle']['id']}").get_json()
    assert view["title"] == "Console"
    done = client.put(f"{path}/replacement", json={"replaced_by_id": plan["key_result"]["id"]})
    assert done.get_json()["replaced_by_id"] == plan["key_result"]["id"]
    assert client.put(path, json={**words, "reason": ""}).status_code == 400
