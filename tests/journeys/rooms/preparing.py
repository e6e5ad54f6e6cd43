"""The first steps: who is here, what is to be decided, what is known, what was learned, where the company wants to be."""

from playwright.sync_api import expect

from tests.journeys.rooms.table import Table

LESSONS = (
    ("goals", "Two of three; the third had no number until March"),
    ("well", "We looked at the numbers every Tuesday"),
    ("blocked", "Nobody owned the phone log"),
    ("change", "Ask the warehouse before we promise"),
)


def opening(table: Table) -> None:
    """Listen for the North Star and see everybody present. Source: M-07, M-09."""
    table.facilitator.sees(table.north_star, on=table.facilitator.stage)
    expect(table.facilitator.stage.get_by_text("present", exact=True)).to_have_count(len(table.people))


def scope(table: Table) -> None:
    """Set the scope; somebody else adds a decision. Source: O-05, O-02."""
    table.facilitator.send("set-scope", scope="team")
    table.turn(0).send("add-decision", question="Who answers on Saturdays?")
    table.facilitator.sees("Who answers on Saturdays?")


def inputs(table: Table) -> None:
    """Gather the facts and add what only people know; who has no number says so. Source: O-06, M-04, M-10."""
    by = table.facilitator
    by.app.locator("#gather-facts").click()
    by.sees("As of", on=by.stage)
    table.turn(0).send("add-input", topic="strategy", text="Grow by people who come back")
    table.turn(1).send("add-input", topic="constraints", text="No new hires before summer")
    for person in table.others:
        button = person.desk.locator("#file-nothing")
        if button.count():
            person.act(button)
    by.sees("No new hires before summer", on=by.stage)


def look_back(table: Table) -> None:
    """Answer the four questions, four people one each. Source: W-02, T-02."""
    form = table.turn(0).desk.locator("#answer [name=question]")
    expect(form).to_be_visible()
    questions = form.locator("option").evaluate_all("all => all.map(each => each.value)")
    for number, (question, (_, text)) in enumerate(zip(questions, LESSONS, strict=True)):
        table.turn(number).send("answer", question=question, text=text)
    table.facilitator.sees(LESSONS[-1][1], on=table.facilitator.stage)


def strategy(table: Table) -> None:
    """Name areas; the facilitator marks the one that contributes most. Source: G-07."""
    table.turn(0).send("add-area", title="Returns", contribution="Half of what we lose, we lose there")
    table.turn(1).send("add-area", title="Weekend answers")
    by = table.facilitator
    by.act(by.stage.get_by_role("button", name="Contributes most: Returns"))
    by.sees("contributes most", on=by.stage)
