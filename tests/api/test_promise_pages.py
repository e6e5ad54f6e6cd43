"""Changing a promise on the pages: the form asks why while the cycle runs, and the objective lists what changed."""

from typing import Any

import pytest
from flask.testing import FlaskClient

Plan = dict[str, Any]
FORMS = "/ui/fragments/forms"
TYPED = {
    "title": "Completion",
    "direction": "increase",
    "baseline": "48",
    "target": "70",
    "unit": "%",
    "weight": "1",
}
WHY = {"reason": "data_fix", "explanation": "The <old> query counted twice.", "notified": ["acc-li", "acc-ines"]}


def test_a_running_promise_changes_with_a_reason_and_is_listed(client: FlaskClient, plan: Plan) -> None:
    """T-20."""
    path = f"{FORMS}/key-results/{plan['key_result']['id']}/edit"
    assert "Why does the promise change?" in client.get(path).text
    refused = client.post(path, data=TYPED)
    assert (refused.status_code, "nobody changes target in silence" in refused.text) == (422, True)
    assert client.post(path, data={**TYPED, **WHY}).status_code == 200
    (entry,) = client.get(f"/api/v1/objectives/{plan['objective']['id']}/changes").get_json()[1:]
    assert (entry["reason"], entry["notified"]) == ("data_fix", ["acc-li", "acc-ines"])
    shown = client.get(f"/ui/fragments/objectives/{plan['objective']['id']}").text
    assert "Target: 65 → 70" in shown
    assert "The data was wrong." in shown
    assert "The &lt;old&gt; query counted twice." in shown


@pytest.mark.parametrize("noun", ["key-results", "objectives"])
def test_cancelling_asks_why(client: FlaskClient, plan: Plan, noun: str) -> None:
    """A promise is not dropped in silence either."""
    found = plan["key_result" if noun == "key-results" else "objective"]["id"]
    path = f"{FORMS}/{noun}/{found}/cancel"
    assert "Why does the promise change?" in client.get(path).text
    assert client.post(path, data={}).status_code == 422
    assert client.post(path, data=WHY).status_code == 200


def test_a_second_owner_needs_a_reason(client: FlaskClient, plan: Plan) -> None:
    """M-17, T-20: the first owner fills a gap, another one changes who answers."""
    path = f"{FORMS}/key-results/{plan['key_result']['id']}/owner"
    assert "Why does the promise change?" not in client.get(path).text
    assert client.post(path, data={"owner": "acc-ines"}).status_code == 200
    assert "Why does the promise change?" in client.get(path).text
    assert client.post(path, data={"owner": "acc-li"}).status_code == 422
    assert client.post(path, data={"owner": "acc-li", **WHY}).status_code == 200


def test_moving_a_cycle_tells_what_speaks_against_it(client: FlaskClient, plan: Plan) -> None:
    """T-02, T-14: soft obstacles can be waved through, knowingly."""
    path = f"{FORMS}/cycles/{plan['cycle']['id']}/state"
    assert "runs until 2026-12-31" in client.get(path).text
    assert client.post(path, data={"state": "review"}).status_code == 422
    assert client.post(path, data={"state": "review", "regardless": "true"}).status_code == 200


def test_the_tracker_changes_with_a_reason_and_is_listed(client: FlaskClient, plan: Plan) -> None:
    """T-20: how a promise is measured is part of it."""
    found = plan["key_result"]["id"]
    path = f"{FORMS}/key-results/{found}/tracker"
    shown = client.get(path).text
    assert "Why does the promise change?" in shown
    assert '<option value="field" selected>' in shown
    typed = {"tracker_kind": "initiatives", "initiatives_method": "points"}
    assert client.post(path, data=typed).status_code == 422
    assert client.post(path, data={**typed, **WHY}).status_code == 200
    shown = client.get(path).text
    assert '<option value="initiatives" selected>' in shown
    assert '<option value="points" selected>' in shown
    listed = client.get(f"/ui/fragments/objectives/{plan['objective']['id']}").text
    assert "Tracker: field → initiatives" in listed
    refused = client.post(path, data={"tracker_kind": "jql", **WHY})
    assert (refused.status_code, "Give `jql`" in refused.text) == (422, True)


def test_the_api_replaces_the_tracker(client: FlaskClient, plan: Plan) -> None:
    path = f"/api/v1/key-results/{plan['key_result']['id']}/tracker"
    assert client.put(path, json={}).status_code == 400
    refused = client.put(path, json={"tracker_kind": "push"})
    assert (refused.status_code, refused.get_json()["code"]) == (422, "reason_required")
    tracker = client.put(path, json={"tracker_kind": "push", **WHY}).get_json()["tracker"]
    assert (tracker["kind"], tracker["slot"], tracker["method"]) == ("push", 1, None)
