"""The ways a live site surprises an app. Source: platform.md sections 3 and 8."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.site_checks.conftest import Wired

_ISSUE = "/rest/api/3/issue/DEMO-1"


def _id(wired: Wired, key: str) -> str:
    field = wired.site.jira.fields.find(key)
    assert field is not None
    return field.id


def test_a_field_that_is_not_on_the_screen(wired: Wired) -> None:
    field = _id(wired, "sample-app__amount")
    wired.control("projects/DEMO", {"screen_off": ["Amount"]})
    reply = wired.call("PUT", _ISSUE, body={"fields": {field: 1}})
    message = f"Field '{field}' cannot be set. It is not on the appropriate screen, or unknown."
    assert (reply.status_code, reply.json()) == (400, {"errorMessages": [], "errors": {field: message}})
    assert field not in wired.call("GET", _ISSUE + "/editmeta").json()["fields"]
    # A property never fails for a missing screen.
    assert wired.call("PUT", _ISSUE + "/properties/sample.data", body={"kind": "x"}).status_code == 201
    wired.control("projects/DEMO", {"screen_on": ["Amount"]})
    assert wired.call("PUT", _ISSUE, body={"fields": {field: 1}}).status_code == 204


def test_a_read_only_field_shows_its_property(wired: Wired) -> None:
    field = _id(wired, "sample-app__shown")
    assert wired.call("PUT", _ISSUE, body={"fields": {field: 1}}).status_code == 400
    before = wired.call("GET", _ISSUE).json()["fields"]
    assert before[field] is None
    wired.call("PUT", _ISSUE + "/properties/sample.data", body={"progress": {"percent": 40}})
    after = wired.call("GET", _ISSUE).json()["fields"]
    assert after[field] == 40
    assert after["updated"] == before["updated"]


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"sample-app__amount": "12"}, "must be a number"),
        ({"sample-app__amount": True}, "must be a number"),
        ({"sample-app__tags": [9]}, "Option id '9' is not valid"),
        ({"sample-app__tags": 1}, "must be an array"),
        ({"assignee": {"accountId": "5f-dov"}}, "cannot be assigned"),
        ({"parent": {"key": "DEMO-2"}}, "appropriate hierarchy"),
        ({"description": "plain"}, None),
        ({"summary": "two\nlines"}, "newline"),
        ({"summary": "x" * 256}, "255"),
        ({"duedate": "soon"}, "Error parsing date"),
        ({"status": "Done"}, "cannot be set"),
    ],
)
def test_values_are_checked(wired: Wired, fields: dict[str, Any], refused: str | None) -> None:
    reply = wired.call("PUT", _ISSUE, body={"fields": fields})
    if refused is None:
        assert reply.status_code == 204
    else:
        assert reply.status_code == 400
        assert refused in next(iter(reply.json()["errors"].values()))


def test_options_are_set_and_removed(wired: Wired) -> None:
    for value in ("red", "blue"):
        wired.call("POST", "/rest/api/3/field/sample-app__tags/option", body={"value": value})
    field = _id(wired, "sample-app__tags")
    assert wired.call("PUT", _ISSUE, body={"fields": {field: ["1"]}}).status_code == 204
    assert wired.call("PUT", _ISSUE, body={"update": {field: [{"add": "2"}]}}).status_code == 204
    shown = wired.call("GET", _ISSUE).json()["fields"][field]
    assert shown == [{"id": 1, "value": "red"}, {"id": 2, "value": "blue"}]
    wired.call("PUT", _ISSUE, body={"update": {field: [{"remove": "1"}]}})
    assert wired.call("GET", _ISSUE).json()["fields"][field] == [{"id": 2, "value": "blue"}]


def test_team_managed_projects_have_types_of_their_own(wired: Wired) -> None:
    """Design 8: an epic is a type of level 1, whatever it is called."""
    wired.control("projects", {"key": "TEAM", "name": "Team", "team_managed": True, "epic_name": "Outcome"})
    project = wired.call("GET", "/rest/api/3/project/TEAM").json()
    assert (project["style"], project["simplified"]) == ("next-gen", True)
    levels = wired.call("GET", f"/rest/api/3/project/{project['id']}/hierarchy").json()["hierarchy"]
    assert [one["issueTypes"][0]["name"] for one in levels if one["level"] == 1] == ["Outcome"]
    shared = wired.call("GET", "/rest/api/3/project/DEMO").json()["issueTypes"]
    assert not {one["id"] for one in shared} & {one["id"] for one in project["issueTypes"]}


def test_rights_of_another_person(wired: Wired) -> None:
    """Requirement of issue 2 point 5: an owner must be active and able to see the epic."""

    def browsing(account_id: str) -> list[int]:
        asked = {"permissions": ["BROWSE_PROJECTS"], "issues": [10000], "projects": []}
        sent = {"accountId": account_id, "projectPermissions": [asked]}
        reply = wired.call("POST", "/rest/api/3/permissions/check", body=sent)
        found: list[int] = reply.json()["projectPermissions"][0]["issues"]
        return found

    assert browsing("5f-ben") == [10000]
    assert browsing("5f-dov") == []
    wired.control("projects/DEMO", {"revoke": {"5f-ben": ["BROWSE_PROJECTS"]}})
    assert browsing("5f-ben") == []
    wired.control("projects/DEMO", {"restore": {"5f-ben": ["BROWSE_PROJECTS"]}})
    assert browsing("5f-ben") == [10000]
    wired.control("accounts/5f-ben", {"active": False})
    assert browsing("5f-ben") == []


def test_numbers_are_read_as_floats_and_logged_without_a_fraction(wired: Wired) -> None:
    field = _id(wired, "sample-app__amount")
    wired.call("PUT", _ISSUE, body={"fields": {field: 12}})
    wired.call("PUT", _ISSUE, body={"fields": {field: 12.5}})
    history = wired.call("GET", _ISSUE + "/changelog").json()["values"]
    texts = [(item["fromString"], item["toString"]) for entry in history for item in entry["items"]]
    assert texts == [(None, "12"), ("12", "12.5")]


def test_requests_are_recorded_word_for_word(wire: Any, tmp_path: Path) -> None:
    """Design 9: `--record FILE`."""
    wired: Wired = wire(record=tmp_path / "seen.jsonl")
    wired.call("PUT", _ISSUE + "?notifyUsers=false&a=%2B", body={"fields": {"summary": "Ünïcode"}})
    lines = [json.loads(line) for line in (tmp_path / "seen.jsonl").read_text("utf-8").splitlines()]
    last = lines[-1]
    assert set(last) == {"method", "url", "headers", "body", "status"}
    assert (last["method"], last["url"], last["status"]) == ("PUT", _ISSUE + "?notifyUsers=false&a=%2B", 204)
    assert json.loads(last["body"]) == {"fields": {"summary": "Ünïcode"}}


def test_a_new_field_is_on_no_screen_until_it_is_put_there(wired: Wired) -> None:
    wired.control("projects", {"key": "TEAM", "name": "Team", "team_managed": True})
    wired.control("issues", {"project": "TEAM", "summary": "Work"})
    ada = wired.site.accounts.get("5f-ada")

    def ask(method: str, path: str, body: Any) -> requests.Response:
        url = f"{wired.site.config.origin}/rest/api/3/{path}"
        return requests.request(method, url, json=body, auth=(ada.email, ada.api_token), timeout=5)

    kind = "com.atlassian.jira.plugin.system.customfieldtypes:float"
    field = ask("POST", "field", {"name": "Score", "type": kind}).json()["id"]
    assert ask("PUT", "issue/DEMO-1", {"fields": {field: 1}}).status_code == 400
    assert ask("POST", f"screens/addToDefault/{field}", {}).status_code == 200
    assert ask("PUT", "issue/DEMO-1", {"fields": {field: 1}}).status_code == 204
    assert ask("PUT", "issue/TEAM-1", {"fields": {field: 1}}).status_code == 400
