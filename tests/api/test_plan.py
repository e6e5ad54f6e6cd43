"""Cycles, teams, objectives, key results and check-ins through the API, as a program would."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

Plan = dict[str, Any]


def test_what_was_created_is_read_back(client: FlaskClient, plan: Plan) -> None:
    """Every noun is listed where it was created."""
    objective_id = plan["objective"]["id"]
    assert client.get("/api/v1/cycles").get_json() == [plan["cycle"]]
    assert client.get("/api/v1/cycles/current").get_json() == plan["cycle"]
    assert client.get("/api/v1/teams").get_json() == [plan["team"]]
    listed = client.get(f"/api/v1/objectives?cycle_id={plan['cycle']['id']}").get_json()
    assert listed == [plan["objective"]]
    assert client.get(f"/api/v1/objectives/{objective_id}/key-results").get_json() == [plan["key_result"]]
    assert plan["key_result"]["tracker"]["slot"] == 1


def test_a_check_in_moves_the_board(client: FlaskClient, plan: Plan, make: Callable[..., Any]) -> None:
    """The board is computed from check-ins: (56.5 - 48) / (65 - 48) = 0.5."""
    key_result_id = plan["key_result"]["id"]
    make(f"/key-results/{key_result_id}/check-ins", value=56.5, confidence=0.7, note="A good week")
    board = client.get("/api/v1/board").get_json()
    seen = board["teams"][0]["objectives"][0]["key_results"][0]
    assert (seen["value"], seen["progress"], seen["confidence"]) == (56.5, 0.5, 0.7)
    one = client.get(f"/api/v1/objectives/{plan['objective']['id']}").get_json()
    assert one["progress"] == 0.5
    history = client.get(f"/api/v1/key-results/{key_result_id}/check-ins").get_json()
    assert [(each["value"], each["author"], each["source"]) for each in history] == [(56.5, "acc-ines", "human")]


def test_a_repeated_key_answers_with_the_first_check_in(client: FlaskClient, plan: Plan) -> None:
    """201 once, then 200 with the same id; the same key with another value is a conflict."""
    path = f"/api/v1/key-results/{plan['key_result']['id']}/check-ins"
    headers = {"Idempotency-Key": "week-47"}
    first = client.post(path, json={"value": 50}, headers=headers)
    again = client.post(path, json={"value": 50}, headers=headers)
    other = client.post(path, json={"value": 51}, headers=headers)
    assert (first.status_code, again.status_code, other.status_code) == (201, 200, 409)
    assert first.get_json()["id"] == again.get_json()["id"]
    assert other.get_json()["code"] == "idempotency_conflict"


WHY = {"reason": "replan", "explanation": "The shop in Oslo opens later.", "notified": ["acc-li"]}


def test_a_promise_of_a_running_cycle_changes_with_a_reason(client: FlaskClient, plan: Plan) -> None:
    """T-20: no silent rewrite by the API; with a reason PATCH changes what is named."""
    path = f"/api/v1/key-results/{plan['key_result']['id']}"
    silent = client.patch(path, json={"target": 70})
    assert (silent.status_code, silent.get_json()["field"]) == (422, "reason")
    changed = client.patch(path, json={"target": 70, **WHY}).get_json()
    assert (changed["target"], changed["baseline"]) == (70, 48)
    renamed = client.patch(path, json={"title": "Completion on phones"}).get_json()
    assert renamed["title"] == "Completion on phones"


def test_changing_and_cancelling(client: FlaskClient, plan: Plan) -> None:
    """PATCH changes what is named; a cancelled thing stays readable."""
    key_result_id, objective_id = plan["key_result"]["id"], plan["objective"]["id"]
    edited = client.patch(f"/api/v1/objectives/{objective_id}", json={"why": "Half of all baskets are left"})
    assert edited.get_json()["why"] == "Half of all baskets are left"
    team = client.patch(f"/api/v1/teams/{plan['team']['id']}", json={"name": "Growth and more"}).get_json()
    assert (team["name"], team["project_key"]) == ("Growth and more", "GROW")
    for path in (f"/key-results/{key_result_id}", f"/objectives/{objective_id}"):
        assert client.post(f"/api/v1{path}/cancel", json=WHY).get_json()["state"] == "cancelled"


def test_an_owner_is_named(client: FlaskClient, plan: Plan) -> None:
    """M-17: exactly one accountable owner, an account Jira knows."""
    path = f"/api/v1/key-results/{plan['key_result']['id']}/owner"
    named = client.put(path, json={"account_id": "acc-li"}).get_json()
    assert (named["owner"], named["owner_state"]) == ("acc-li", "ok")
    refused = client.put(path, json={"account_id": "acc-nobody"})
    assert (refused.status_code, refused.get_json()["code"]) == (422, "owner_unknown")


def test_a_cycle_moves_forward_only(client: FlaskClient, plan: Plan) -> None:
    """planning → active → review → closed."""
    path = f"/api/v1/cycles/{plan['cycle']['id']}/state"
    early = client.put(path, json={"state": "review"})
    assert (early.status_code, early.get_json()["field"]) == (409, "regardless")
    in_the_way = client.get(f"/api/v1/cycles/{plan['cycle']['id']}/blockers").get_json()
    assert [(each["code"], each["is_hard"]) for each in in_the_way] == [("cycle_still_runs", False)]
    assert client.put(path, json={"state": "review", "regardless": True}).get_json()["state"] == "review"
    assert client.put(path, json={"state": "active"}).get_json()["code"] == "cycle_state_refused"


def test_people_are_named_on_asking(client: FlaskClient) -> None:
    """Names by account id; unknown accounts are left out."""
    found = client.get("/api/v1/people?account_id=acc-li&account_id=acc-who").get_json()
    assert [(person["account_id"], person["display_name"]) for person in found] == [("acc-li", "Li Wen")]
    assert client.get("/api/v1/people/search?query=sara&project_key=GROW").get_json()[0]["account_id"] == "acc-sara"


BAD = (
    ("/cycles", {"key": "Q4", "name": "Q4", "starts_on": "2026-12-31", "ends_on": "2026-10-01"}, "ends_on"),
    ("/cycles", {"key": "Q 4!", "name": "Q4", "starts_on": "2026-10-01", "ends_on": "2026-12-31"}, "key"),
    ("/cycles", {"name": "Q4", "starts_on": "2026-10-01", "ends_on": "2026-12-31"}, "key"),
    ("/teams", {"name": "   ", "project_key": "GROW"}, "name"),
    ("/teams", {"name": "Growth", "project_key": "grow!"}, "project_key"),
    ("/teams", {"name": "Growth", "project_key": "GROW", "titel": "x"}, "titel"),
    ("/objectives", {"cycle_id": "1", "team_id": "0" * 32, "title": "x"}, "cycle_id"),
    ("/teams", ["Growth"], "_schema"),
)


@pytest.mark.parametrize(("path", "body", "field"), BAD)
def test_bad_input_names_the_field(client: FlaskClient, path: str, body: object, field: str) -> None:
    """400 with the field, the rule and the way out."""
    answer = client.post(f"/api/v1{path}", json=body)
    problem = answer.get_json()
    assert (answer.status_code, problem["code"]) == (400, "invalid_input")
    assert field in problem["errors"]
    assert all(message for message in problem["errors"][field])


NUMBERS = ("1e999", "NaN", "-Infinity", '"much"', "true")


@pytest.mark.parametrize("value", NUMBERS)
def test_values_are_finite_numbers(client: FlaskClient, plan: Plan, value: str) -> None:
    """What JSON readers make of 1e999 never reaches the arithmetic."""
    path = f"/api/v1/key-results/{plan['key_result']['id']}/check-ins"
    answer = client.post(path, data=f'{{"value": {value}}}', content_type="application/json")
    assert answer.status_code == 400
    assert "value" in answer.get_json()["errors"]


def test_bodies_that_are_no_json(client: FlaskClient) -> None:
    """Broken JSON and other media types are input errors, not 500s."""
    broken = client.post("/api/v1/teams", data="{", content_type="application/json")
    form = client.post("/api/v1/teams", data={"name": "x"})
    assert [answer.get_json()["code"] for answer in (broken, form)] == ["invalid_input", "invalid_input"]


def test_things_of_nobody_are_not_there(client: FlaskClient) -> None:
    """Unknown ids answer 404 with the stable code, unknown cycles are not published."""
    for path in ("/objectives/" + "f" * 32, "/board?cycle_id=" + "f" * 32):
        answer = client.get(f"/api/v1{path}")
        assert (answer.status_code, answer.get_json()["code"]) == (404, "not_found")
    assert client.post(f"/api/v1/cycles/{'f' * 32}/publish").status_code == 404


@pytest.mark.parametrize(
    ("given", "scale", "stored"),
    [
        (0.7, None, 0.7),
        (0.7, "unit", 0.7),
        (65, "percent", 0.65),
        (7, "ten", 0.7),
        (1, "one_to_ten", 0.1),
        ("green", "traffic", 0.9),
        (None, "percent", None),
    ],
)
def test_a_confidence_is_kept_as_a_probability_beside_its_scale(
    client: FlaskClient, plan: dict[str, Any], given: object, scale: str | None, stored: float | None
) -> None:
    """Requirements 3.5: 0–1 and the original scale; 1–10 by (c)/10, not (c − 1)/9."""
    path = f"/api/v1/key-results/{plan['key_result']['id']}/check-ins"
    body = {"value": 50, "confidence": given, "confidence_scale": scale}
    for status in (201, 200):
        said = client.post(path, json=body, headers={"Idempotency-Key": "once"})
        assert said.status_code == status, said.text
    kept = said.get_json()
    assert kept["confidence"] == (None if stored is None else pytest.approx(stored))
    assert kept["confidence_scale"] == (None if stored is None else scale)


@pytest.mark.parametrize(
    ("given", "scale", "status"),
    [(7, None, 400), (True, None, 400), ("green", None, 400), ([1], "percent", 400), (True, "ten", 400),
     (0, "one_to_ten", 422), (11, "ten", 422), ("blue", "traffic", 422), ("many", "percent", 422), (0.5, "stars", 400)],
)  # fmt: skip
def test_a_confidence_off_its_scale_is_refused(
    client: FlaskClient, plan: dict[str, Any], given: object, scale: str | None, status: int
) -> None:
    path = f"/api/v1/key-results/{plan['key_result']['id']}/check-ins"
    refused = client.post(path, json={"value": 50, "confidence": given, "confidence_scale": scale})
    assert refused.status_code == status, refused.text
    assert "confidence" in refused.text
