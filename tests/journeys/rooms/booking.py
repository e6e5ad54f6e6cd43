"""Before the session: a cycle with a North Star, the booking form, the lobby, nine people who come in."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from playwright.sync_api import expect

from tests.demo.api import Api
from tests.journeys.rooms.person import Person
from tests.journeys.rooms.table import Table

AHEAD_DAYS, LENGTH_DAYS = 18, 90
"""The next cycle begins within every doctrine's sight."""
ROLES = ("Executive sponsor", "Team lead", "Decision-maker")
NORTH_STAR = "Be the shop people recommend at the trailhead"


def cycle_for(api: Api, *, preset: str, by: str, number: int) -> dict[str, Any]:
    """Create the cycle that will be planned, with the company's objective in it. Source: M-09."""
    starts_on = datetime.now(UTC).date() + timedelta(days=AHEAD_DAYS)
    body = {
        "key": f"next-{number}-{uuid4().hex[:4]}",  # a second try plans a cycle of its own
        "name": f"Next quarter, {preset.replace('_', ' ')}",
        "kind": "custom",
        "starts_on": starts_on.isoformat(),
        "ends_on": (starts_on + timedelta(days=LENGTH_DAYS)).isoformat(),
    }
    cycle: dict[str, Any] = api.call("POST", "/cycles", body, by=by)
    company = next(each for each in api.call("GET", "/teams", by=by) if each["kind"] == "company")
    star = {"cycle_id": cycle["id"], "team_id": company["id"], "title": NORTH_STAR}
    made = api.call("POST", "/objectives", star, by=by)
    api.call("POST", f"/objectives/{made['id']}/map", {}, by=by)
    return cycle


def book(table: Table) -> None:
    """Book through the form, as a facilitator does, and find the room in the list. Source: O-01, O-03, O-05."""
    by = table.facilitator
    by.open()
    by.press(table.cycle["key"])
    expect(by.app.get_by_role("heading", level=1)).to_contain_text(table.cycle["name"])
    by.press("Sessions")
    by.press("Book a session")
    form = by.app.locator("form", has_text="Book a session")
    form.get_by_label("When?").fill(f"{date.fromisoformat(table.cycle['starts_on']) - timedelta(days=15)}T14:00")
    form.get_by_label(table.team["name"], exact=True).check()
    form.get_by_label("By which doctrine?").select_option(table.preset)
    form.get_by_label("Title").fill(f"{table.team['name']} plans: {table.name}")
    table.look("booking")
    by.press("Book", on=form)
    expect(by.app.get_by_role("heading", name="Before we begin")).to_be_visible()
    found = table.api.call("GET", f"/cycles/{table.cycle['id']}/sessions", by=by.account_id)
    table.session_id = found[-1]["id"]
    table.steps = table.room()["agenda"]


def prepare(table: Table) -> None:
    """Invite the leaders by name, file a baseline, put a decision on the list. Source: O-04, M-10, O-02."""
    by = table.facilitator
    by.act(by.app.locator("#act-join"))
    expect(by.desk.get_by_role("button", name="Open the room")).to_be_visible()
    for person, role in zip(table.others, ROLES, strict=False):
        _invite(by, person, role)
    by.press("Add a decision…")
    by.send("add-decision", question="Do we keep paying for returns from abroad?")
    by.press("File a baseline…")
    by.send(
        "file-baseline", metric="Returns that need a second message", value="34", unit="%", source="Help desk report"
    )


def come_in(table: Table) -> None:
    """Let everybody open the link and join, and the facilitator open the room. Source: M-07."""
    for person in table.others:
        person.open(f"?ac.session={table.session_id}")
    for person in table.others:
        person.act(person.app.locator("#act-join"))
    by = table.facilitator
    expect(by.app.locator(".room-seats li")).to_have_count(len(table.people))
    table.look("lobby")
    expect(by.desk.get_by_role("button", name="Open the room")).to_have_count(0)
    by.desk.get_by_role("button", name="Put away").click()
    by.act(by.app.locator("#act-open"))


def _invite(by: Person, person: Person, role: str) -> None:
    by.press("Invite somebody…")
    by.desk.get_by_label("Find somebody by name").fill(person.name.split()[0])
    by.desk.get_by_role("radio", name=person.name).check()
    by.desk.get_by_label("As", exact=True).select_option(label=role)
    by.act(by.desk.get_by_role("button", name="Invite", exact=True))
    expect(by.stage.get_by_text(person.name).first).to_be_visible()
