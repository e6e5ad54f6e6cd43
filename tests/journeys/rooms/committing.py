"""Owners and rhythm, the work, the fit with everybody else, the commit, and the test afterwards."""

from playwright.sync_api import expect

from tests.journeys.rooms.person import Person
from tests.journeys.rooms.table import PLAN, Table

WORK_WITHIN_MS = 60_000
"""Commit and review are done by the worker, who writes to Jira."""


def owners(table: Table) -> None:
    """Take what is one's own, one name each; one rhythm for all. Source: M-17, T-08, O-12, W-10."""
    room, by = table.room(), table.facilitator
    for number, each in enumerate((*room["key_results"], *room["objectives"])):
        person = table.turn(number)
        mine = person.stage.locator(f"#mine-{each['id']}")
        if mine.count():
            person.act(mine)
    by.act(by.stage.locator("#set-rhythm"))
    expect(by.stage.get_by_text("no rhythm")).to_have_count(0)


def initiatives(table: Table) -> None:
    """Plan new work for every key result and link an issue that exists to the first. Source: T-15, O-01."""
    wanted = {each.title: each.work for objective in PLAN for each in objective.key_results}
    drafts = table.room()["key_results"]
    for number, draft in enumerate(drafts):
        person = table.turn(number)
        person.take("add", draft["id"])
        person.send("plan-work", text=wanted[draft["title"]])
    finder = table.turn(0)
    finder.send("link-issue", issue_key=_open_issue(table))
    finder.sees("2 of 2–3", on=finder.stage)


def alignment(table: Table) -> None:
    """Review all plans together, and keep a dissent. Source: O-11, T-10, T-11."""
    by = table.facilitator
    by.act(by.stage.locator("#act-review"))
    expect(by.stage.get_by_text("Reviewed ")).to_be_visible(timeout=WORK_WITHIN_MS)
    table.turn(5).send("dissent", text="Two hours on a Saturday need a second shift")
    by.sees("Two hours on a Saturday need a second shift", on=by.stage)


def close(table: Table) -> None:
    """Choose the weekly slot, decide what is open, commit, and see the epics come. Source: O-02, O-12, O-17, T-14, T-18."""
    by = table.facilitator
    table.turn(1).send("slot", weekday="tuesday", time="09:30")
    by.sees("Tuesday, 09:30", on=by.stage)
    for each in table.room()["decisions"]:
        by.take("decide", each["id"])
        by.send("decide", outcome="Yes, until the summer")
    if by.stage.locator("#act-review").count():  # owners and work that came after the review
        by.act(by.stage.locator("#act-review"))
        expect(by.stage.locator("#act-review")).to_have_count(0, timeout=WORK_WITHIN_MS)
    by.act(by.stage.locator("#act-commit"))
    done = by.stage.get_by_text("Everything that was agreed is in the plan and in Jira.")
    expect(done).to_be_visible(timeout=WORK_WITHIN_MS)


def after(table: Table) -> None:
    """Answer the test, everybody, from memory. Source: T-21, M-22."""
    room = table.room()
    owners = {each["id"]: each["owner"] for each in room["key_results"]}
    titles = {each["title"] for each in room["objectives"]}
    for person in table.people:
        _answer(person, {*titles, table.north_star}, owners)
    by = table.facilitator
    by.sees("Planning was successful.", on=by.stage)


def _answer(person: Person, titles: set[str], owners: dict[str, str]) -> None:
    form = person.desk.locator("#output-test")
    expect(form).to_be_visible()
    form.evaluate(TICK, [sorted(titles), [f"{asked}:{owner}" for asked, owner in owners.items()]])
    person.act(form.get_by_role("button", name="Answer", exact=True))


TICK = """(form, [titles, values]) => {
  for (const label of form.querySelectorAll("label.choice")) {
    const box = label.querySelector("input");
    if (titles.includes(label.textContent.trim()) || values.includes(box.value)) box.click();
  }
}"""


def _open_issue(table: Table) -> str:
    """Return the key of an issue of the team that is not done and not an epic."""
    key = str(table.team["project_key"])
    return f"{key}-{FIRST_STORY}"


FIRST_STORY = 5
