"""The last step in real browsers: what is missing, epics that appear for everybody, a retry, the test afterwards."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from service.domain.room import StepKind
from service.domain.room.alignment import AskReview, NoteReview, mark_of
from service.store import Store
from tests.browser.closing_room import INES, TOM, ClosingRoom, closing_room
from tests.browser.stage import stage

Enter = Callable[[str], Page]


@pytest.fixture
def played(store: Store, furnished: str) -> ClosingRoom:
    """Play a room up to its initiatives."""
    assert furnished
    return closing_room(stage(store).extensions["northstar"])


@pytest.fixture
def enter(browser: Browser, furnished: str, played: ClosingRoom) -> Iterator[Enter]:
    """Return a function that lets somebody come into the room in a browser of their own."""
    contexts = []

    def come_in(account_id: str) -> Page:
        context = browser.new_context(viewport={"width": 1240, "height": 900})
        contexts.append(context)
        context.add_cookies([{"name": "person", "value": account_id, "url": furnished}])
        page = context.new_page()
        page.goto(f"{furnished}/ui/home?session={played.session_id}&xdm_e={furnished}")
        page.get_by_role("button", name="Join").click()
        expect(page.get_by_role("button", name="Join")).to_have_count(0)
        return page

    yield come_in
    for context in contexts:
        context.close()


def violations(page: Page) -> str:
    """Return what axe complains about, in words; "" for nothing."""
    found = Axe().run(page)
    return found.generate_report() if found.violations_count else ""


def reviewed(played: ClosingRoom) -> None:
    """Let the review have run over the drafts as they stand."""
    played.act(INES, AskReview())
    played.say(NoteReview(drafts=mark_of(played.room), findings=()), "review")


def test_work_is_added_on_the_desk_and_everybody_sees_it(enter: Enter, played: ClosingRoom) -> None:
    """T-15, T-22."""
    ines, tom = enter(INES), enter(TOM)
    expect(tom.get_by_text("1 of 3")).to_be_visible()
    tom.get_by_label("What is to be done?").fill("Answer inside the app")
    tom.get_by_role("button", name="Add work").click()
    expect(ines.get_by_text("Answer inside the app")).to_be_visible(timeout=3000)
    expect(ines.get_by_text("2 of 3")).to_be_visible()
    tom.get_by_label("Or link an issue that exists").fill("not a key")
    tom.get_by_role("button", name="Link issue").click()
    expect(tom.get_by_role("alert").filter(has_text="SHOP-12")).to_be_visible()
    assert violations(tom) == ""


def test_two_people_see_epics_appear_and_one_refusal_is_tried_again(enter: Enter, played: ClosingRoom) -> None:
    """O-13, O-17, T-14: the commit as everybody in the room lives it."""
    reviewed(played)
    played.go_to(StepKind.CLOSE)
    ines, tom = enter(INES), enter(TOM)
    expect(ines.get_by_text("There is no weekly check-in yet.")).to_be_visible()
    ines.get_by_role("button", name="Commit", exact=True).click()
    expect(ines.get_by_text("(T-14)").last).to_be_visible()
    tom.get_by_label("Hour").fill("10:15")
    tom.get_by_role("button", name="Set the check-in").click()
    expect(ines.get_by_text("Tuesday, 10:15")).to_be_visible(timeout=3000)
    expect(tom.get_by_role("button", name="Commit", exact=True)).to_have_count(0)
    ines.get_by_role("button", name="Commit", exact=True).click()
    expect(tom.get_by_text("0 of 5 in the plan")).to_be_visible(timeout=3000)
    bad = played.room.drafts.objectives()[1].id
    played.job_commits(refuse=bad)
    expect(tom.get_by_role("link", name="HQ-41")).to_be_visible(timeout=3000)
    expect(tom.get_by_text("Cost centre is required.")).to_be_visible()
    assert violations(tom) == ""
    ines.get_by_role("button", name="Commit what is left").click()
    expect(ines.get_by_text("3 of 5 in the plan")).to_be_visible(timeout=3000)
    played.job_commits()
    expect(tom.get_by_role("link", name="HQ-42")).to_be_visible(timeout=3000)
    expect(tom.get_by_text("Cost centre is required.")).to_have_count(0)


def test_a_wrong_answer_reopens_a_step_with_one_press(enter: Enter, played: ClosingRoom) -> None:
    """T-21, O-22 … O-29."""
    reviewed(played)
    played.go_to(StepKind.CLOSE)
    ines, tom = enter(INES), enter(TOM)
    ines.get_by_role("button", name="Set the check-in").click()
    expect(ines.get_by_text("Tuesday, 09:30")).to_be_visible(timeout=3000)
    ines.get_by_role("button", name="Commit", exact=True).click()
    expect(ines.get_by_text("0 of 5 in the plan")).to_be_visible(timeout=3000)
    played.job_commits()
    ines.get_by_role("button", name="Close the session").click()
    expect(tom.get_by_role("heading", name="The plan stands.")).to_be_visible(timeout=3000)
    expect(tom.get_by_role("link", name="HQ-41")).to_have_count(0)  # not before the answer
    tom.get_by_role("group", name="What are our objectives?").get_by_label("Make returning feel easy").check()
    tom.get_by_role("button", name="Answer", exact=True).click()
    expect(tom.get_by_text("0 % right. Not known")).to_be_visible(timeout=3000)
    expect(tom.get_by_role("link", name="HQ-41")).to_be_visible()
    expect(ines.get_by_text("Planning was not successful yet.")).to_be_visible(timeout=3000)
    assert violations(ines) == ""
    ines.get_by_role("button", name="Open it again").click()
    expect(tom.locator("#room-title")).not_to_have_text("Plan the first quarter", timeout=3000)
    assert played.room.agenda.ways_back[-1].reason.startswith("The output test")


def test_the_review_is_readable_by_everybody(enter: Enter, played: ClosingRoom) -> None:
    """O-11, T-11, T-13: the matrix of doctrines and the vendor's figures with their source."""
    played.go_to(StepKind.ALIGNMENT)
    tom = enter(TOM)
    expect(tom.get_by_text("65 % of teams are not linked")).to_be_visible()
    expect(tom.get_by_text("52 % of 7,857 key results")).to_be_visible()
    expect(tom.get_by_role("row", name="Methodiq")).to_be_visible()
    tom.get_by_label("I see it otherwise, because …").fill("Twenty is too low")
    tom.get_by_role("button", name="Keep my dissent").click()
    expect(tom.get_by_text("Twenty is too low")).to_be_visible(timeout=3000)
    assert violations(tom) == ""
