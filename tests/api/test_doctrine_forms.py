"""The set-up page's teams and the choice of a doctrine, as a browser sends them. Requirements 1.6, 2.1."""

from collections.abc import Callable
from typing import Any

from flask.testing import FlaskClient

FORMS = "/ui/fragments/forms"

Plan = dict[str, Any]


def test_a_team_chooses_the_doctrine_that_binds_it(client: FlaskClient, plan: Plan) -> None:
    """2.1: chosen where the verdicts stand, seen there at once, and given back to the site's by an empty choice."""
    team = plan["team"]
    opinion = f"/ui/fragments/cycles/{plan['cycle']['id']}/second-opinion"
    address = f"{FORMS}/teams/{team['id']}/doctrine"
    assert address in client.get(opinion).text
    assert "The site’s: " in client.get(address).text
    assert client.post(address, data={"preset": "workshop_weaver"}).status_code == 200
    assert _preset(client, team["id"]) == "workshop_weaver"
    assert 'value="workshop_weaver" selected' in client.get(address).text
    assert _binding(client.get(opinion).text) == "Workshop Weaver"
    refused = client.post(address, data={"preset": "astrology"})
    assert (refused.status_code, "astrology" in refused.text) == (422, True)
    assert client.post(address, data={"preset": ""}).status_code == 200
    assert _preset(client, team["id"]) is None


def test_the_site_chooses_for_everybody_else(client: FlaskClient, plan: Plan) -> None:
    assert 'value="google"' in client.get(f"{FORMS}/doctrine").text
    assert client.post(f"{FORMS}/doctrine", data={"preset": "google"}).status_code == 200
    assert client.get("/api/v1/settings").get_json()["preset"] == "google"
    shown = client.get("/ui/fragments/setup").text
    assert "Teams plan by <strong>Google" in shown
    assert _binding(client.get(f"/ui/fragments/cycles/{plan['cycle']['id']}/second-opinion").text).startswith("Google")
    assert client.post(f"{FORMS}/doctrine", data={}).status_code == 422


def test_a_team_is_changed_where_it_is_listed(client: FlaskClient, plan: Plan, make: Callable[..., Any]) -> None:
    """Everything about it; nothing that was left as it is gets lost, and it cannot be part of itself."""
    team = plan["team"]
    company = make("/teams", name="All of us", kind="company", project_key="ALL")
    address = f"{FORMS}/teams/{team['id']}"
    assert address in client.get("/ui/fragments/setup").text
    form = client.get(address).text
    assert ('value="Growth"' in form, f'value="{team["id"]}"' in form) == (True, False)
    typed = {"name": "Growth and care", "kind": "team", "project_key": " care", "parent_id": company["id"]}
    assert client.post(address, data=typed).status_code == 200
    changed = next(each for each in client.get("/api/v1/teams").get_json() if each["id"] == team["id"])
    assert changed == team | {"name": "Growth and care", "project_key": "CARE", "parent_id": company["id"]}
    refused = client.post(address, data=typed | {"name": " ", "project_key": "care!"})
    assert refused.status_code == 422
    assert "Give the key of a Jira project" in refused.text
    taken = client.post(address, data=typed | {"name": "all of us"})
    assert (taken.status_code, "already a team" in taken.text) == (422, True)


def test_a_team_that_is_gone_is_said(client: FlaskClient) -> None:
    for address in (f"{FORMS}/teams/gone", f"{FORMS}/teams/gone/doctrine"):
        answer = client.get(address)
        assert answer.status_code == 404


def _preset(client: FlaskClient, team_id: str) -> str | None:
    return next(each["preset"] for each in client.get("/api/v1/teams").get_json() if each["id"] == team_id)


def _binding(shown: str) -> str:
    """Return the name of the doctrine that the page marks as the team's own."""
    return shown.partition("doctrine-binding")[2].partition("<strong>")[2].partition("</strong>")[0]
