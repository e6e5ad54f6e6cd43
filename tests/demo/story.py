"""Plans the example company's OKRs through Northstar's own API, as its people would, and waits until they stand everywhere."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tests.demo.api import Api

SEASONS = ("Winter", "Spring", "Summer", "Autumn")
SETTLE_TIMEOUT_S = 240


@dataclass(frozen=True, slots=True)
class Addresses:
    """What to open."""

    jira: str
    northstar: str
    confluence: str


def tell_story(*, app: str, site: str, say: Callable[[str], None]) -> Addresses:
    """Fill Northstar and return the addresses of an epic, the home page and the published page."""
    api = Api(app=app, site=site)
    state = api.state()
    company, fields = state["company"], {field["name"]: field["id"] for field in state["fields"]}
    plan = company["okrs"]
    teams = {team["key"]: team for team in plan["teams"]}
    boss = plan["teams"][0]["lead"]
    say(f"Planning the cycle of {company['name']} …")
    api.call("PUT", "/settings/space", {"space_key": plan["space"]}, by=boss)
    cycle = api.call("POST", "/cycles", _cycle(plan["cycle"]), by=boss)
    team_ids = _teams(api, plan["teams"], boss)
    objectives: dict[str, Any] = {}
    for planned in plan["objectives"]:
        lead = teams[planned["team"]]["lead"]
        objectives[planned["key"]] = _objective(api, planned, cycle["id"], team_ids, objectives, lead)
    say("Telling eight weeks of check-ins and linking the initiatives …")
    for planned in plan["objectives"]:
        lead = teams[planned["team"]]["lead"]
        for wanted in planned["key_results"]:
            _key_result(api, objectives[planned["key"]]["id"], wanted, fields, lead)
    say("Waiting until Jira and Confluence show it …")
    page = _settled(api, cycle["id"], boss)
    shown = next((each for each in objectives.values() if each["parent_id"]), next(iter(objectives.values())))
    return Addresses(
        jira=f"{site}/browse/{shown['epic_key']}",
        northstar=f"{site}/plugins/servlet/ac/northstar/okr-home",
        confluence=page,
    )


def _cycle(planned: dict[str, Any]) -> dict[str, Any]:
    starts_on = datetime.now(UTC).date() - timedelta(days=planned["starts_days_ago"])
    ends_on = starts_on + timedelta(days=planned["length_days"] - 1)
    middle = starts_on + (ends_on - starts_on) / 2
    name = f"{_season(middle)} {middle.year}"
    return {
        "key": name.replace(" ", "-"),
        "name": name,
        "kind": "custom",
        "starts_on": starts_on.isoformat(),
        "ends_on": ends_on.isoformat(),
        "state": "active",
    }


def _season(day: date) -> str:
    return SEASONS[day.month % 12 // 3]


def _teams(api: Api, planned: list[dict[str, Any]], boss: str) -> dict[str, str]:
    ids: dict[str, str] = {}
    for team in planned:
        body = {
            "name": team["name"],
            "kind": team["kind"],
            "project_key": team["project"],
            "parent_id": ids.get(team["parent"] or ""),
        }
        ids[team["key"]] = api.call("POST", "/teams", body, by=boss)["id"]
    return ids


def _objective(
    api: Api,
    planned: dict[str, Any],
    cycle_id: str,
    team_ids: dict[str, str],
    made: dict[str, Any],
    lead: str,
) -> Any:
    body = {
        "cycle_id": cycle_id,
        "team_id": team_ids[planned["team"]],
        "title": planned["title"],
        "why": planned["why"],
        "parent_id": made[planned["parent"]]["id"] if planned["parent"] else None,
    }
    objective = api.call("POST", "/objectives", body, by=lead)
    return api.call("POST", f"/objectives/{objective['id']}/map", {"adopt": planned["adopts"]}, by=lead)


def _key_result(api: Api, objective_id: str, planned: dict[str, Any], fields: dict[str, str], lead: str) -> None:
    names = ("title", "direction", "unit", "baseline", "target", "weight", "confidence", "owner")
    body = {name: planned[name] for name in names} | {
        "tracker_kind": planned["tracker"],
        "field": fields.get(planned["field"]),
    }
    made = api.call("POST", f"/objectives/{objective_id}/key-results", body, by=lead)
    now = datetime.now(UTC)
    for number, told in enumerate(planned["checkins"]):
        checkin = {name: told[name] for name in ("value", "confidence", "note")}
        checkin["at"] = (now - timedelta(days=told["days_ago"])).isoformat()
        api.call(
            "POST",
            f"/key-results/{made['id']}/check-ins",
            checkin,
            by=planned["owner"],
            key=f"{planned['key']}-{number}",
        )
    if planned["initiatives"]:
        linked = {"issues": planned["initiatives"]}
        api.call("POST", f"/key-results/{made['id']}/initiatives", linked, by=planned["owner"])


def _settled(api: Api, cycle_id: str, by: str) -> str:
    """Return the page's address once it is published and every epic carries its numbers."""
    deadline = time.monotonic() + SETTLE_TIMEOUT_S
    while time.monotonic() < deadline:
        published = api.call("GET", f"/cycles/{cycle_id}/page", by=by)
        if published.get("url") and not published["waiting"]:
            address: str = published["url"]
            return address
        time.sleep(0.5)
    raise RuntimeError(f"Jira and Confluence did not settle within {SETTLE_TIMEOUT_S} s; see .demo/northstar.log")
