"""Pages and fragments without a browser: escaping, ETags, first answers on an empty site, refusals as sentences."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

PAGES = ("/ui/home", "/ui/panel?issueId=1&issueKey=A-1", "/ui/macro?objective=A-1", "/ui/setup")


@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_whole_on_an_empty_site(client: FlaskClient, address: str) -> None:
    """The first answer needs neither Jira nor a single row."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert "<h1" in answer.text
    assert "style=" not in answer.text
    assert "<script>" not in answer.text


def test_what_people_write_is_text(client: FlaskClient, plan: dict[str, Any]) -> None:
    """Markup in a title, a why or a note never becomes markup of the page."""
    evil = '<img src=x onerror=alert(1)> & "more"'
    objective = f"/api/v1/objectives/{plan['objective']['id']}"
    assert client.patch(objective, json={"title": evil, "why": evil}).status_code == 200
    path = f"/api/v1/key-results/{plan['key_result']['id']}/check-ins"
    client.post(path, json={"value": 50, "note": evil})
    for address in ("/ui/home", f"/ui/fragments/objectives/{plan['objective']['id']}"):
        shown = client.get(address).text
        assert "<img" not in shown
        assert "&lt;img src=x onerror=alert(1)&gt; &amp; &#34;more&#34;" in shown


def test_a_region_is_sent_again_only_when_it_changed(
    client: FlaskClient, plan: dict[str, Any], make: Callable[..., Any]
) -> None:
    """304 with the ETag of the last answer, 200 after a check-in."""
    first = client.get("/ui/fragments/board")
    known = {"If-None-Match": first.headers["ETag"]}
    same = client.get("/ui/fragments/board", headers=known)
    assert (same.status_code, same.data) == (304, b"")
    make(f"/key-results/{plan['key_result']['id']}/check-ins", value=60)
    assert client.get("/ui/fragments/board", headers=known).status_code == 200


def test_a_refused_form_comes_back_with_what_was_typed(client: FlaskClient, plan: dict[str, Any]) -> None:
    """422, the message at the field, the typed text kept and escaped."""
    address = f"/ui/fragments/forms/key-results/{plan['key_result']['id']}/check-in"
    answer = client.post(address, data={"value": "much", "note": "<b>"}, headers={"HX-Request": "true"})
    assert answer.status_code == 422
    assert 'value="much"' in answer.text
    assert "Not a valid number." in answer.text
    assert "&lt;b&gt;" in answer.text


def test_an_accepted_form_leaves_events(client: FlaskClient, plan: dict[str, Any]) -> None:
    """Live regions refresh and the flag says what was done."""
    address = f"/ui/fragments/forms/key-results/{plan['key_result']['id']}/check-in"
    answer = client.post(address, data={"value": "50", "confidence": "70"}, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.text) == (200, "")
    events = json.loads(answer.headers["HX-Trigger-After-Swap"])
    assert events == {"northstar:changed": "", "northstar:said": "Check-in saved"}


def test_a_page_that_is_not_there_is_a_sentence(client: FlaskClient) -> None:
    """No stack, no JSON: a short page for people."""
    answer = client.get("/ui/nowhere")
    assert (answer.status_code, answer.mimetype) == (404, "text/html")
    assert "This page does not exist" in answer.text


def test_files_are_kept_only_under_the_address_of_their_content(client: FlaskClient) -> None:
    """A year with the right hash; without one the browser asks again."""
    page = client.get("/ui/home").text
    address = page.split('src="/static/bridge.js?v=')[1].split('"')[0]
    with client.get(f"/static/bridge.js?v={address}") as hashed, client.get("/static/bridge.js") as plain:
        assert "max-age=31536000" in hashed.headers["Cache-Control"]
        assert "no-cache" in plain.headers["Cache-Control"]
    assert client.get("/static/../app.py").status_code == 404


def test_health_and_metrics_are_open(client: FlaskClient) -> None:
    """Operators need no token, and no id of a site is in the answer."""
    assert client.get("/health/live").get_json() == {"status": "ok"}
    assert client.get("/health/ready").get_json()["database"] == "ok"
    client.get(f"/api/v1/objectives/{'f' * 32}")
    metrics = client.get("/metrics").text
    assert 'route="/api/v1/objectives/<objective_id>"' in metrics
    assert "ffff" not in metrics
