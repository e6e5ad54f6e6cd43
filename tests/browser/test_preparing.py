"""A session made ready by two people in real browsers: lobby, opening, scope, inputs, look back, review."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from service.domain.room import Scope, SessionKind, Trigger
from service.store import Store
from service.usecases.book_session import book_session
from tests.browser.company import CYCLE_ID, SITE_ID
from tests.browser.stage import stage

Enter = Callable[[str, str], Page]
Book = Callable[..., str]


@pytest.fixture
def book(store: Store, furnished: str) -> Book:
    """Return a function that books a session of the growth team, facilitated by Ines."""
    assert furnished
    with store.reading() as tx:
        team = next(each for each in tx.teams.list(site_id=SITE_ID) if each.name == "Growth")

    def booked(kind: SessionKind, preset: str) -> str:
        return book_session(
            parts=stage(store).extensions["northstar"],
            site_id=SITE_ID,
            by="acc-ines",
            cycle_id=CYCLE_ID,
            kind=kind,
            scope=Scope.TEAM,
            trigger=Trigger.QUARTERLY_PLANNING,
            team_ids=(team.id,),
            starts_at=datetime(2026, 9, 30, 9, 0, tzinfo=UTC),
            preset=preset,
        ).id

    return booked


@pytest.fixture
def enter(browser: Browser, furnished: str) -> Iterator[Enter]:
    """Return a function that lets somebody into a room; what the console complains about fails the test."""
    contexts, complaints = [], []

    def come_in(account_id: str, session_id: str) -> Page:
        context = browser.new_context(viewport={"width": 1240, "height": 900})
        contexts.append(context)
        context.add_cookies([{"name": "person", "value": account_id, "url": furnished}])
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.goto(f"{furnished}/ui/home?session={session_id}&xdm_e={furnished}")
        page.get_by_role("button", name="Join").click()
        expect(page.get_by_role("button", name="Join")).to_have_count(0)
        return page

    yield come_in
    for context in contexts:
        context.close()
    assert [said for said in complaints if "status of 422" not in said] == []


def _clean(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_two_people_prepare_and_open_a_planning(enter: Enter, book: Book) -> None:
    """M-01, M-03, M-04, M-07, M-10, M-11: warnings, agenda, invitation, baseline, facts, then the opening with its gate."""
    session_id = book(SessionKind.PLANNING, "methodiq")
    ines, tom = enter("acc-ines", session_id), enter("acc-tom", session_id)
    expect(ines.get_by_text("later", exact=False).filter(has_text="M-03").first).to_be_visible()
    ines.get_by_role("button", name="Gather the facts").click()
    expect(tom.get_by_text("of the 2 open issues of Growth lead to no objective")).to_be_visible(timeout=4000)
    tom.get_by_role("button", name="File a baseline").click()
    tom.get_by_label("Metric").fill("Repeat purchase rate")
    tom.get_by_label("Value today").fill("24")
    tom.get_by_label("Where is it read?").fill("Shop report")
    tom.get_by_role("button", name="File", exact=True).click()
    expect(ines.get_by_role("cell", name="Shop report")).to_be_visible(timeout=4000)
    ines.get_by_role("button", name="Change the agenda").click()
    ines.get_by_label("Minutes of Key results").fill("45")
    ines.get_by_role("button", name="Save agenda").click()
    expect(ines.get_by_text("The agenda takes 130 min")).to_be_visible(timeout=4000)
    _clean(ines)
    ines.get_by_role("button", name="Invite somebody").click()
    ines.get_by_label("Find somebody by name").fill("sara")
    ines.get_by_text("Sara Lindqvist").click()
    ines.get_by_label("As", exact=True).select_option("sponsor")
    ines.get_by_role("button", name="Invite", exact=True).click()
    expect(tom.get_by_text("Executive sponsor")).to_be_visible(timeout=4000)
    _clean(tom)
    ines.get_by_role("button", name="Open the room").click()
    expect(ines.get_by_text("Outcomes, not outputs.")).to_be_visible()
    expect(tom.get_by_text("We are not here to list our daily work")).to_be_visible(timeout=4000)
    ines.get_by_role("button", name="Next step").click()
    expect(ines.get_by_text("Nobody is here who answers for the unit").first).to_be_visible()
    ines.get_by_role("button", name="Mark as present").click()
    expect(ines.get_by_text("The sponsor has not opened the session")).to_have_count(0, timeout=4000)
    _clean(ines)


def test_the_booking_form_proposes_the_days(page: Page, furnished: str) -> None:
    """M-03, T-01: whoever books sees the days that each doctrine names for this cycle."""
    page.goto(f"{furnished}/ui/home?xdm_e={furnished}")
    page.get_by_role("button", name="Sessions").click()
    page.get_by_role("button", name="Book a session").click()
    expect(page.get_by_text("Methodiq plans this cycle between 10 Sep and 17 Sep 2026.")).to_be_visible()
    expect(page.get_by_text("OKRs Tool plans this cycle between 24 Sep and 30 Sep 2026.")).to_be_visible()


def test_the_calendar_file_comes_with_the_persons_token(enter: Enter, book: Book) -> None:
    """T-14, W-14: a browser inside the frame gets the file by a fetch with its token."""
    page = enter("acc-tom", book(SessionKind.PLANNING, "okrs_tool"))
    with page.expect_download() as download:
        page.get_by_role("button", name="Calendar file").click()
    assert download.value.suggested_filename == "2026-Q4.ics"
    text = Path(download.value.path()).read_text()
    assert text.startswith("BEGIN:VCALENDAR")
    assert text.count("BEGIN:VEVENT") == 3


def test_scope_and_decisions_unlock_the_inputs(enter: Enter, book: Book) -> None:
    """O-02, O-05, O-06: nothing goes on before scope and decisions are set; then everybody sees the pack."""
    session_id = book(SessionKind.PLANNING, "oboard")
    ines, tom = enter("acc-ines", session_id), enter("acc-tom", session_id)
    ines.get_by_role("button", name="Open the room").click()
    ines.get_by_role("button", name="Next step").click()
    expect(ines.get_by_text("Nobody has said yet whose objectives").first).to_be_visible()
    ines.get_by_role("button", name="Set scope").click()
    expect(tom.get_by_text("We plan the team's own objectives")).to_be_visible(timeout=4000)
    tom.get_by_label("What must be decided?").fill("Which market comes first?")
    tom.get_by_role("button", name="Put on the list").click()
    expect(ines.get_by_text("Which market comes first?")).to_be_visible(timeout=4000)
    _clean(tom)
    ines.get_by_role("button", name="Decide: Which market").click()
    ines.get_by_label("What was decided?").fill("Portugal")
    ines.get_by_role("button", name="Decided", exact=True).click()
    expect(tom.get_by_text("Portugal")).to_be_visible(timeout=4000)
    ines.get_by_role("button", name="Next step").click()
    expect(tom.get_by_role("heading", name="2 · Context")).to_be_visible(timeout=4000)
    tom.get_by_label("What should everybody know?").fill("We grow in the south")
    tom.get_by_role("button", name="Add", exact=True).click()
    expect(ines.get_by_text("We grow in the south")).to_be_visible(timeout=4000)
    ines.get_by_role("button", name="Gather the facts").click()
    expect(tom.get_by_text("GROW-900 Tidy the old newsletter lists")).to_be_visible(timeout=4000)
    _clean(ines)


def test_a_retrospective_shows_scores_and_asks_four_questions(enter: Enter, book: Book) -> None:
    """T-02, T-03, G-15, W-02: scores of the cycle, a lesson for an objective, an answer; the claim is labelled as a vendor's."""
    page = enter("acc-ines", book(SessionKind.RETROSPECTIVE, "okrs_tool"))
    page.get_by_role("button", name="Gather the facts").click()
    page.get_by_role("button", name="Open the room").click()
    expect(page.locator(".review-list li")).to_have_count(5)
    _clean(page)
    page.get_by_role("button", name="Next step").click()
    page.get_by_label("Your answer").fill("Apple Pay is live")
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.locator(".stage").get_by_text("Apple Pay is live")).to_be_visible(timeout=4000)
    page.get_by_role("button", name="What did it teach us? Make the first").click()
    page.get_by_role("textbox", name="teach us?").fill("Phones first")
    page.get_by_role("button", name="Note it").click()
    expect(page.locator(".lesson")).to_contain_text("Phones first", timeout=4000)
    expect(page.get_by_text("What a vendor claims")).to_be_visible()
    _clean(page)


def test_a_mid_cycle_review_records_what_changes(enter: Enter, book: Book) -> None:
    """G-14: a change without a word about it is refused; with one it stands beside the key result."""
    page = enter("acc-ines", book(SessionKind.MID_CYCLE, "oboard"))
    page.get_by_role("button", name="Gather the facts").click()
    page.get_by_role("button", name="Open the room").click()
    page.get_by_role("button", name="Set scope").click()
    expect(page.locator("#set-scope .button-default")).to_be_visible()
    page.get_by_label("What must be decided?").fill("What do we stop?")
    page.get_by_role("button", name="Put on the list").click()
    expect(page.locator(".stage").get_by_text("What do we stop?")).to_be_visible(timeout=4000)
    page.get_by_role("button", name="Next step").click()
    page.get_by_role("button", name="Adjust: Checkout completion on mobile").click()
    page.get_by_label("What do we do?").select_option("change_timeline")
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_role("alert").filter(has_text="Say what changes")).to_be_visible()
    page.get_by_label("What changes, and why?").fill("Wallets come in December")
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_text("Wallets come in December").first).to_be_visible(timeout=4000)
    _clean(page)
