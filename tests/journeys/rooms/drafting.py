"""Objectives written by two people each and agreed on; key results with the auditor, one of them a task in disguise at first."""

from playwright.sync_api import expect

from tests.journeys.rooms.person import Person
from tests.journeys.rooms.table import DISGUISED, PLAN, KeyResult, Objective, Table

READ_ON = "2026-11-02"


def objectives(table: Table) -> None:
    """Draft or complete each objective, let a second person join, agree. Source: O-07, M-13, T-06, T-09, G-01."""
    by = table.facilitator
    before = {each["title"]: each["id"] for each in table.room()["objectives"]}
    for number, wanted in enumerate(PLAN):
        writer = table.turn(number)
        answers = {"why": wanted.why, "outcome": wanted.outcome, "need": wanted.need}
        if wanted.title in before:
            writer.take("edit", before[wanted.title])
            writer.send("edit-objective", **answers)
        else:
            form = writer.fill("draft-objective", title=wanted.title)
            expect(form.locator(".audited .lozenge")).to_have_text("good")
            writer.send("draft-objective", **answers)
    for number, wanted in enumerate(PLAN):
        card = table.turn(number + 4).stage.get_by_role("article", name=wanted.title)
        table.turn(number + 4).act(card.get_by_role("button", name="I draft along"))
    _nobody_goes_on(by, "has not agreed to")
    for wanted in PLAN:
        agree = by.stage.get_by_role("button", name=f"The team agrees to {wanted.title}")
        by.act(agree)
        expect(agree).to_have_count(0)


def key_results(table: Table) -> None:
    """Write key results; a task is challenged, holds the step up and is rewritten into a result. Source: M-02, M-15, W-06, O-08."""
    by, number = table.facilitator, 0
    disguised = PLAN[0].key_results[-1]
    for wanted in PLAN:
        for each in wanted.key_results:
            if each is disguised:
                _offer_a_task(table.turn(number), table, wanted)
            else:
                _write(table.turn(number), table, wanted, each)
            number += 1
    by.sees(DISGUISED, on=by.stage)
    by.sees("What is the measurable business value?", on=by.stage)
    _nobody_goes_on(by, DISGUISED)
    table.look("key_results-task")
    writer = table.turn(2)
    writer.press(f"Edit: {DISGUISED}", on=writer.stage)
    form = writer.fill("edit-key-result", title=disguised.title, **_numbers(disguised))
    expect(form.locator(".audited .lozenge")).to_have_text("good")
    writer.send("edit-key-result")
    expect(by.stage.get_by_text(DISGUISED)).to_have_count(0)
    by.sees(disguised.title, on=by.stage)


def _write(person: Person, table: Table, objective: Objective, each: KeyResult) -> None:
    person.send("draft-key-result", objective_id=_id(table, objective), title=each.title, **_numbers(each))


def _offer_a_task(person: Person, table: Table, objective: Objective) -> None:
    """Type what is no result; the auditor says so while one types, and it goes on the table as a draft all the same."""
    form = person.fill("draft-key-result", objective_id=_id(table, objective), title=DISGUISED)
    expect(form.locator(".audited .lozenge")).to_have_text("task")
    person.send("draft-key-result")


def _numbers(each: KeyResult) -> dict[str, str]:
    return {
        "direction": each.direction,
        "baseline": each.baseline,
        "target": each.target,
        "unit": each.unit,
        "baseline_source": each.source,
        "baseline_on": READ_ON,
    }


def _id(table: Table, objective: Objective) -> str:
    return next(str(one["id"]) for one in table.room()["objectives"] if one["title"] == objective.title)


def _nobody_goes_on(by: Person, because: str) -> None:
    """Press Next and be told what is missing."""
    by.app.locator("#act-advance").click()
    expect(by.app.locator("#refused").filter(has_text=because)).to_be_visible()
