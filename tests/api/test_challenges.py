"""Challenges, sufficiency and the second opinion through the API."""

from collections.abc import Callable
from typing import Any

from flask.testing import FlaskClient

API = "/api/v1"


def test_a_sentence_is_challenged_while_it_is_written(client: FlaskClient) -> None:
    """M-24, the seed's own example."""
    answer = client.post(f"{API}/challenge", json={"text": "Increase sales to 3M EUR"})
    assert answer.status_code == 200, answer.text
    found = answer.get_json()
    assert found["family"] == "sales.volume"
    first = found["loopholes"][0]
    assert "discount" in first["how"]
    assert first["counter"]["field"] == "Gross margin of won deals"
    assert first["counter"]["jql"] is None
    assert client.post(f"{API}/challenge", json={}).status_code == 400


def test_a_guardrail_through_its_life(client: FlaskClient, make: Callable[..., Any], plan: dict[str, Any]) -> None:
    path = f"/key-results/{plan['key_result']['id']}"
    open_one = client.get(f"{API}{path}/challenge").get_json()
    assert open_one["answers"][0]["is_open"]
    loophole = open_one["answers"][0]["loophole"]["id"]
    rail = make(f"{path}/guardrails", name="refunds", bound="stay_below", limit=2, unit="%", loophole=loophole)
    assert (rail["value"], rail["is_broken"]) == (None, False)
    assert make(f"/guardrails/{rail['id']}/readings", value=4)["is_broken"]
    make(f"{path}/dismissals", loophole=loophole, reason="We look at refunds every week.")
    found = client.get(f"{API}{path}/challenge").get_json()
    assert found["guarded"]["broken"][0]["id"] == rail["id"]
    assert found["answers"][0]["dismissal"]["reason"].startswith("We look")
    readings = client.get(f"{API}/guardrails/{rail['id']}/readings").get_json()
    assert [each["value"] for each in readings] == [4.0]
    refused = client.post(f"{API}{path}/guardrails", json={"limit": 1, "loophole": "no.such"})
    assert (refused.status_code, refused.get_json()["field"]) == (422, "loophole")


def test_sufficiency_of_an_objective(client: FlaskClient, make: Callable[..., Any], plan: dict[str, Any]) -> None:
    """2.2: 1,000 visitors × 65 % is not 700 orders, and the words say why."""
    path = f"/objectives/{plan['objective']['id']}"
    statement = {
        "formula": "orders = visitors * completion; orders >= 700",
        "drivers": [
            {"name": "completion", "key_result_id": plan["key_result"]["id"]},
            {"name": "visitors", "baseline": 1200, "lowest": 1000, "highest": 1500},
        ],
    }
    answer = client.put(f"{API}{path}/success-condition", json=statement)
    assert answer.status_code == 200, answer.text
    proof = answer.get_json()["proof"]
    assert proof["verdict"] == "counter_example"
    assert "visitors falls to its historical low, 1,000" in proof["counter_example"]["words"]
    assert "No key result holds visitors" in proof["counter_example"]["words"]
    make(f"{path}/sufficiency-votes", can_fail=True)
    found = client.get(f"{API}{path}/sufficiency").get_json()
    assert found["coverage"]["basis"] == "judgement"
    assert found["coverage"]["is_insufficient"]
    refused = client.put(f"{API}{path}/success-condition", json={"formula": "import os", "drivers": []})
    assert (refused.status_code, refused.get_json()["field"]) == (422, "formula")


def test_the_second_opinion_of_a_team(client: FlaskClient, plan: dict[str, Any]) -> None:
    query = f"cycle_id={plan['cycle']['id']}&team_id={plan['team']['id']}"
    answer = client.get(f"{API}/second-opinion?{query}")
    assert answer.status_code == 200, answer.text
    found = answer.get_json()
    assert len(found["opinions"]) == 7
    assert all(each["source"] for opinion in found["opinions"] for each in opinion["findings"])
    assert client.get(f"{API}/second-opinion").status_code == 400
