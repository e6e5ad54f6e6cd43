"""Preparing a session over HTTP: facts, templates, the calendar file, and the agenda editor as a browser sends it."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from icalendar import Calendar

Session = dict[str, Any]


@pytest.fixture
def session(plan: dict[str, Any], make: Callable[..., Any]) -> Session:
    """Book a session of the plan's team by OKRs Tool's doctrine."""
    booked: Session = make(
        f"/cycles/{plan['cycle']['id']}/sessions",
        team_ids=[plan["team"]["id"]],
        starts_at="2026-09-30T09:00:00Z",
        preset="okrs_tool",
        trigger="nothing_changed",
    )
    return booked


def _room(client: FlaskClient, session: Session) -> Any:
    return client.get(f"/api/v1/sessions/{session['id']}").get_json()


def _send(client: FlaskClient, session: Session, do: str, **more: str) -> Any:
    """Send the whole editor with one button pressed, as the form does."""
    steps = _room(client, session)["agenda"]
    rows: dict[str, list[str]] = {"step_id": [step["id"] for step in steps]}
    for name in ("kind", "title", "minutes", "cue", "source"):
        rows[name] = [str(step[name]) for step in steps]
    return client.post(f"/ui/fragments/rooms/{session['id']}/agenda", data={**rows, "do": do, **more})


def test_the_room_tells_what_speaks_against_it(client: FlaskClient, session: Session) -> None:
    """O-03, O-04: the advice reaches programs as it reaches people."""
    rules = [each["rule"] for each in _room(client, session)["advice"]]
    assert rules[0] == "O-03"
    assert "O-04" in rules


def test_the_calendar_file_is_one_for_calendars(client: FlaskClient, session: Session) -> None:
    """T-14, W-14."""
    answer = client.get(f"/api/v1/sessions/{session['id']}/calendar")
    assert answer.mimetype == "text/calendar"
    assert len(Calendar.from_ical(answer.data).walk("VEVENT")) == 3


def test_facts_are_gathered_on_demand(client: FlaskClient, session: Session) -> None:
    """O-06, M-04."""
    answer = client.post(f"/api/v1/sessions/{session['id']}/inputs", json={})
    assert answer.status_code == 200
    pack = answer.get_json()["pack"]
    assert [(gap["open_issues"], gap["open_adrift"]) for gap in pack["gaps"]] == [(2, 2)]
    assert _room(client, session)["inputs"]["pack"] == pack


def test_nobody_sends_facts_in(client: FlaskClient, session: Session) -> None:
    """O-06: gathered facts can't be made up by a caller."""
    body = {"act_id": "a" * 32, "pack": {"gathered_at": "2026-09-01T00:00:00Z"}}
    answer = client.post(f"/api/v1/sessions/{session['id']}/acts/put_pack", json=body)
    assert (answer.status_code, answer.get_json()["code"]) == (403, "gathered_only")


def test_an_agenda_is_edited_kept_and_joined(client: FlaskClient, session: Session) -> None:
    """W-14, M-26: one press a change; typed minutes travel with it; a kept agenda is offered to the next session."""
    assert _send(client, session, "up:objectives").status_code == 200
    ids = [step["id"] for step in _room(client, session)["agenda"]]
    assert ids[:3] == ["look-back", "objectives", "strategy"]
    _send(client, session, "remove:strategy")
    _send(client, session, "add", new_kind="seventy")
    ids = [step["id"] for step in _room(client, session)["agenda"]]
    assert "strategy" not in ids
    assert ids[-2:] == ["seventy", "close"]
    kept = client.post(f"/api/v1/sessions/{session['id']}/agenda-template", json={"name": "Ours"})
    assert kept.status_code == 201
    assert [each["name"] for each in client.get("/api/v1/agenda-templates").get_json()] == ["Ours"]
    _send(client, session, "use", **{"from": "doctrine:oboard"})
    assert _room(client, session)["agenda"][0]["id"] == "scope"
    _send(client, session, "join", **{"from": f"template:{kept.get_json()['id']}"})
    joined = [step["id"] for step in _room(client, session)["agenda"]]
    assert {"scope", "look-back", "objectives", "objectives-2"} <= set(joined)
    assert joined[-1] == "close"
    assert client.delete(f"/api/v1/agenda-templates/{kept.get_json()['id']}").status_code == 204
    assert client.get("/api/v1/agenda-templates").get_json() == []


@pytest.mark.parametrize("minutes", ["", "ten", "0", "481"])
def test_wrong_minutes_are_said_and_nothing_is_lost(client: FlaskClient, session: Session, minutes: str) -> None:
    """M-11: the agenda stays as it was, the form is told what is wrong with it."""
    before = _room(client, session)["agenda"]
    answer = client.post(
        f"/ui/fragments/rooms/{session['id']}/agenda",
        data={"step_id": "notes", "kind": "notes", "title": "Notes", "minutes": minutes, "cue": "", "source": ""},
    )
    assert answer.status_code == 422
    assert "room:refused" in answer.headers["HX-Trigger"]
    assert _room(client, session)["agenda"] == before
