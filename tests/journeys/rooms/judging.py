"""The pressure test, the sealed votes, the look at seventy percent."""

from playwright.sync_api import expect

from tests.journeys.rooms.table import Table


def pressure_test(table: Table) -> None:
    """Answer every question on every key result, and say that it can be reached. Source: W-07, M-18 … M-20, M-08, O-08, O-09, T-12."""
    room = table.room()
    for number, draft in enumerate(room["key_results"]):
        person = table.turn(number)
        person.take("test", draft["id"])
        person.send(
            "test-key-result",
            nature="result",
            moves="progress",
            forever="false",
            if_missed="We go on losing one customer in three",
            now_percent="40",
            if_hit_percent="70",
        )
        worker = table.turn(number + 3)
        worker.act(worker.stage.locator(f"#feasible-{draft['id']}"))
    for number, objective in enumerate(room["objectives"]):
        person = table.turn(number)
        person.take("suffices", objective["id"])
        person.send("test-objective", can_fail="false", because="All of it true, and people would stay")


def confidence(table: Table) -> None:
    """Seal a vote on everything, all nine; open them together; see the middle. Source: W-09."""
    drafts = [each["id"] for each in table.room()["key_results"]]
    for number, person in enumerate(table.people):
        for turn, draft in enumerate(drafts):
            expect(person.desk.locator(f"[data-confidence='{draft}']")).to_be_visible()
            person.desk.locator("[data-confidence]").fill(str(50 + 5 * ((number + turn) % 6)))
            person.send("seal-confidence")
            if number == 2 and turn == 0:
                table.look("confidence-sealing")
    by = table.facilitator
    assert all(each["summary"] is None for each in table.room()["confidence"])
    by.act(by.stage.locator("#open-reveal"))
    expect(by.stage.locator(".ballot")).to_have_count(len(drafts), timeout=30_000)


def seventy(table: Table) -> None:
    """Call each key result worth it at seventy percent. Source: M-16."""
    for number, draft in enumerate(table.room()["key_results"]):
        person = table.turn(number)
        person.act(person.stage.locator(f"#ambitious-{draft['id']}"))
