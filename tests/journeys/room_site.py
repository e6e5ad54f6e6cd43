"""An installed site with a booked session, made over HTTP, for journeys and benchmarks of the planning room."""

import uuid
from typing import Any

import requests

from tests.journeys.atlassian_side import Host
from tests.journeys.crowd import Person

FACILITATOR = "557058:facilitator"
TIMEOUT_S = 20


def call(host: Host, method: str, path: str, body: Any = None, *, by: str = FACILITATOR) -> Any:
    """Return the answer of Northstar's API as JSON."""
    headers = {"Authorization": f"JWT {host.context_token(sub=by)}"}
    answer = requests.request(method, f"{host.app}/api/v1{path}", json=body, headers=headers, timeout=TIMEOUT_S)
    assert answer.ok, f"{method} {path}: {answer.status_code} {answer.text}"
    return answer.json() if answer.content else None


def booked(host: Host, *, preset: str = "workshop_weaver") -> str:
    """Create a cycle and a team, book a session and return its id."""
    cycle = call(
        host, "POST", "/cycles", {"key": "2027-Q1", "name": "Q1", "starts_on": "2027-01-01", "ends_on": "2027-03-31"}
    )
    team = call(host, "POST", "/teams", {"name": "Growth", "project_key": "GROW"})
    words = {"team_ids": [team["id"]], "starts_at": "2026-12-14T09:00:00Z", "preset": preset}
    session: dict[str, Any] = call(host, "POST", f"/cycles/{cycle['id']}/sessions", words)
    return str(session["id"])


def crowd(host: Host, session_id: str, *, size: int) -> list[Person]:
    """Let that many people join; the first facilitates."""
    names = [FACILITATOR, *(f"557058:{uuid.uuid4()}" for _ in range(size - 1))]
    people = [Person(host=host, account_id=name, session_id=session_id) for name in names]
    for person in people:
        person.act("join")
    return people


def begin(people: list[Person], *, until: str) -> None:
    """Open the room and turn pages until the step of that id runs."""
    facilitator = people[0]
    facilitator.act("open_room")
    while (step := room(facilitator)["step"]) != until:
        facilitator.act("advance", step_id=step)
        assert facilitator.failures == []


def room(person: Person) -> dict[str, Any]:
    """Return the room as a person sees it."""
    found: dict[str, Any] = call(person.host, "GET", f"/sessions/{person.session_id}", by=person.account_id)
    return found
