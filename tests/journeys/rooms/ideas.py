"""Silent notes by all nine, themes, dots, the few that stay."""

from playwright.sync_api import expect

from tests.journeys.rooms.table import PLAN, Table

IDEAS = (
    "Returns take three letters and a call",
    "Customers ask on Friday and hear from us on Monday",
    "The label for a return is hard to find",
    "Half of our answers start with a question back",
    "People who return something do not order again",
    "Weekend questions wait until Monday",
    "Nobody knows when the money for a return arrives",
    "The first answer rarely solves the question",
    "An exchange would be enough for most returns",
    "Answer the ten most asked questions before they are asked",
)
THEMES = ("Returns that end well", "Answers before the weekend")


def notes(table: Table) -> None:
    """Let everybody write, and see only their own. Source: W-03, G-08."""
    for number, person in enumerate(table.people):
        person.send("write-note", text=IDEAS[number])
    first = table.people[0]
    first.send("write-note", text=IDEAS[9])
    first.sees(f"{len(IDEAS)} notes so far", on=first.stage)
    expect(first.stage.locator(".note")).to_have_count(2)
    for person in table.others:
        expect(person.stage.locator(".note")).to_have_count(1)


def themes(table: Table) -> None:
    """Take what is suggested where something is, sort the rest by hand. Source: W-04, G-08."""
    by = table.facilitator
    expect(by.stage.locator(".note")).to_have_count(len(IDEAS))
    if by.stage.locator("#accept-all").count():
        by.act(by.stage.locator("#accept-all"))
        expect(by.stage.locator("#accept-all")).to_have_count(0)
    _start_what_is_missing(table)
    for note in [each["id"] for each in table.room()["notes"] if not _themed(table, each["id"])]:
        mover = table.turn(0)
        mover.take("move", note)
        mover.send("move-note", theme_id=table.room()["themes"][0]["id"])
    by.sees("Every note has found its place.", on=by.stage)


def choose(table: Table) -> None:
    """Vote with dots, all nine, sealed; reveal; make objectives of the two first themes. Source: W-05, M-27, G-08."""
    lines = table.room()["themes"]
    for number, person in enumerate(table.people):
        person.act(person.stage.locator(f"#dot-{lines[number % 2]['id']}"))
    by = table.facilitator
    by.sees("Sealed until everybody is done", on=by.stage)
    assert table.room()["dots"]["totals"] is None
    by.act(by.stage.locator("#reveal-dots"))
    by.sees("The votes lie open", on=by.stage)
    for number, wanted in enumerate(PLAN):
        writer = table.turn(number)
        writer.take("make", lines[number]["id"])
        writer.send("draft-objective", title=wanted.title, why=wanted.why)
    by.sees(PLAN[1].title, on=by.stage.locator(".ranked"))
    by.act(by.stage.locator(f"#down-{table.room()['objectives'][0]['id']}"))
    by.act(by.stage.locator(f"#down-{table.room()['objectives'][0]['id']}"))


def _start_what_is_missing(table: Table) -> None:
    starter = table.turn(1)
    for name in THEMES[len(table.room()["themes"]) :]:
        starter.desk.locator("#desk-start").evaluate("each => { each.open = true; }")
        starter.send("start-theme", name=name)


def _themed(table: Table, note_id: str) -> bool:
    return any(note_id in theme["note_ids"] for theme in table.room()["themes"])
