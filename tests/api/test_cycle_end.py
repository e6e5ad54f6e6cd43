"""How a cycle ends, through the API: results, retrospectives, carrying forward, presets, the list of changes."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

Plan = dict[str, Any]
WHY = {"reason": "external_change", "explanation": "The market closed.", "notified": ["acc-li"], "approver": "acc-ines"}
ANSWERS = {"achieved": "Half.", "stuck": "Phones.", "surprises": "Oslo.", "changed": "Prices."}


def end(client: FlaskClient, plan: Plan) -> None:
    """Bring the cycle to its end before its time."""
    for state in ("review", "closed"):
        body = {"state": state, "regardless": True}
        moved = client.put(f"/api/v1/cycles/{plan['cycle']['id']}/state", json=body)
        assert moved.status_code == 200, moved.text


def test_results_show_both_promises(client: FlaskClient, plan: Plan, make: Callable[..., Any]) -> None:
    """2.7: original and amended, drift, sealed at the close."""
    key_result_id = plan["key_result"]["id"]
    make(f"/key-results/{key_result_id}/check-ins", value=56.5)
    changed = client.patch(f"/api/v1/key-results/{key_result_id}", json={"target": 56.5, **WHY})
    assert changed.status_code == 200, changed.text
    end(client, plan)
    report = client.get(f"/api/v1/cycles/{plan['cycle']['id']}/results").get_json()
    assert report["is_sealed"] is True
    (team,) = report["results"]["teams"]
    scored = team["objectives"][0]["key_results"][0]
    assert (scored["original"], scored["amended"], scored["amendments"]) == (0.5, 1.0, 1)
    assert (team["drift"]["mean"], team["preset"], report["late"]) == (0.5, "atlassian_play", [])


def test_every_change_is_listed_with_its_reason(client: FlaskClient, plan: Plan) -> None:
    """T-20: reason, author and those who were told."""
    client.patch(f"/api/v1/key-results/{plan['key_result']['id']}", json={"target": 70, **WHY})
    listed = client.get(f"/api/v1/objectives/{plan['objective']['id']}/changes").get_json()
    assert [(each["number"], each["kind"]) for each in listed] == [(1, "created"), (2, "amended")]
    last = listed[-1]
    assert last["changes"] == [{"field": "target", "old": 65.0, "new": 70.0}]
    assert (last["reason"], last["author"], last["approver"], last["notified"]) == (
        "external_change",
        "acc-ines",
        "acc-ines",
        ["acc-li"],
    )


def test_a_retrospective_is_shown_at_the_next_planning(
    client: FlaskClient, plan: Plan, make: Callable[..., Any]
) -> None:
    """T-02."""
    cycle_id, team_id = plan["cycle"]["id"], plan["team"]["id"]
    path = f"/api/v1/cycles/{cycle_id}/teams/{team_id}/retrospective"
    short = client.put(path, json={"achieved": "Half."})
    assert (short.status_code, set(short.get_json()["errors"])) == (400, {"stuck", "surprises", "changed"})
    assert client.put(path, json=ANSWERS).get_json()["answers"] == ANSWERS
    assert len(client.get(f"/api/v1/cycles/{cycle_id}/retrospectives").get_json()) == 1
    later = make("/cycles", key="2027-Q1", name="Q1", starts_on="2027-01-01", ends_on="2027-03-31", state="planning")
    (learned,) = client.get(f"/api/v1/cycles/{later['id']}/learnings").get_json()
    assert (learned["team_id"], learned["answers"]) == (team_id, ANSWERS)


def test_an_objective_is_carried_forward(client: FlaskClient, plan: Plan, make: Callable[..., Any]) -> None:
    """An unfinished objective goes on with its numbers."""
    make(f"/key-results/{plan['key_result']['id']}/check-ins", value=60)
    later = make("/cycles", key="2027-Q1", name="Q1", starts_on="2027-01-01", ends_on="2027-03-31", state="planning")
    made = make(f"/objectives/{plan['objective']['id']}/carry", cycle_id=later["id"])
    assert (made["carried_from_id"], made["cycle_id"]) == (plan["objective"]["id"], later["id"])
    (row,) = client.get(f"/api/v1/objectives/{made['id']}/key-results").get_json()
    assert (row["baseline"], row["target"]) == (60, 65)


def test_presets_tell_their_sources_and_one_can_be_derived(client: FlaskClient, plan: Plan) -> None:
    """1.6: seven doctrines with a source per value; an own one is data, checked before it is kept."""
    known = {each["key"]: each for each in client.get("/api/v1/presets").get_json()}
    assert len(known) == 7
    for each in known.values():
        assert set(each["values"]) <= set(each["sources"]) | {"status_rule"}, each["key"]
    google = known["google"]["values"]
    changes = {"checkin_days": 14, "key_results": {**google["key_results"], "maximum": 3, "advised_max": 3}}
    body = {"key": "ours", "base": "google", "name": "Our way", "changes": changes}
    made = client.post("/api/v1/presets", json=body)
    assert (made.status_code, made.get_json()["derived_from"]) == (201, "google"), made.text
    assert made.get_json()["values"]["checkin_days"] == 14
    assert "chosen on this site" in made.get_json()["sources"]["checkin_days"]
    team = client.patch(f"/api/v1/teams/{plan['team']['id']}", json={"preset": "ours"}).get_json()
    assert team["preset"] == "ours"
    assert client.get("/api/v1/board").status_code == 200
    again = client.post("/api/v1/presets", json=body)
    assert (again.status_code, again.get_json()["code"]) == (409, "preset_key_taken")


def test_an_admin_chooses_the_preset_of_the_site(client: FlaskClient) -> None:
    """1.6: what teams plan by that chose none of their own."""
    chosen = client.put("/api/v1/settings/preset", json={"preset": "google"})
    assert (chosen.status_code, chosen.get_json()["preset"]) == (200, "google"), chosen.text
    assert client.get("/api/v1/settings").get_json()["preset"] == "google"
    refused = client.put("/api/v1/settings/preset", json={"preset": "astrology"})
    assert (refused.status_code, refused.get_json()["field"]) == (422, "preset"), refused.text


def test_there_is_one_way_to_cancel(client: FlaskClient, plan: Plan) -> None:
    """T-20: a running cycle wants to know why, and no other method goes round the question."""
    for path in (f"/objectives/{plan['objective']['id']}", f"/key-results/{plan['key_result']['id']}"):
        assert client.delete(f"/api/v1{path}").status_code == 405
        refused = client.post(f"/api/v1{path}/cancel", json={})
        assert (refused.status_code, refused.get_json()["code"]) == (422, "reason_required"), refused.text


def test_a_preset_that_contradicts_itself_is_refused(client: FlaskClient) -> None:
    """1.6: each refusal names the value."""
    body = {"base": "google", "name": "Ours", "key": "ours"}
    for changes, field in (
        ({"good_score": 7}, "good_score"),
        ({"speed": 1}, "speed"),
        ({"checkin_days": "weekly"}, "checkin_days"),
        ({"output_kr": "sometimes"}, "output_kr"),
        ({"score_bands": [{"lower": 0.2, "name": "low"}]}, "score_bands"),
        ({"plan_window_days": [1]}, "plan_window_days"),
    ):
        refused = client.post("/api/v1/presets", json={**body, "changes": changes})
        assert (refused.status_code, refused.get_json()["field"]) == (422, field), refused.text


def test_a_past_cycle_stays_readable_with_its_failures_and_lessons(
    client: FlaskClient, plan: Plan, make: Callable[..., Any]
) -> None:
    """G-19: past cycles, what was missed, what was learned, the why of an objective and the doctrine they were planned by."""
    cycle_id, team_id, objective_id = plan["cycle"]["id"], plan["team"]["id"], plan["objective"]["id"]
    client.patch(f"/api/v1/objectives/{objective_id}", json={"why": "Half of all baskets are left"})
    make(f"/key-results/{plan['key_result']['id']}/check-ins", value=49.7, note="Phones are slow")
    client.put(f"/api/v1/cycles/{cycle_id}/teams/{team_id}/retrospective", json=ANSWERS)
    end(client, plan)
    make("/cycles", key="2027-Q1", name="Q1", starts_on="2027-01-01", ends_on="2027-03-31", state="planning")
    assert [(each["key"], each["state"]) for each in client.get("/api/v1/cycles").get_json()] == [
        ("2026-Q4", "closed"),
        ("2027-Q1", "planning"),
    ]
    (team,) = client.get(f"/api/v1/cycles/{cycle_id}/results").get_json()["results"]["teams"]
    assert team["objectives"][0]["key_results"][0]["amended"] == pytest.approx(0.1)
    (said,) = client.get(f"/api/v1/cycles/{cycle_id}/retrospectives").get_json()
    assert said["answers"] == ANSWERS
    assert (
        client.get(f"/api/v1/objectives/{objective_id}").get_json()["objective"]["why"]
        == "Half of all baskets are left"
    )
    notes = client.get(f"/api/v1/key-results/{plan['key_result']['id']}/check-ins").get_json()
    assert [each["note"] for each in notes] == ["Phones are slow"]
    guidelines = {each["key"]: each["sources"] for each in client.get("/api/v1/presets").get_json()}
    assert all(guidelines[team["preset"]].values())
