"""The planning room in real browsers: several people, one stage, a desk each."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from service.domain.room import Scope, SessionKind, Trigger
from service.store import Store
from service.usecases.book_session import book_session
from tests.browser.company import CYCLE_ID, SITE_ID
from tests.browser.stage import stage

Enter = Callable[[str], Page]


@pytest.fixture
def session_id(store: Store, furnished: str) -> str:
    """Book a session of the first team, facilitated by Ines."""
    assert furnished
    with store.reading() as tx:
        team = tx.teams.list(site_id=SITE_ID)[0]
    booked = book_session(
        parts=stage(store).extensions["northstar"],
        site_id=SITE_ID,
        by="acc-ines",
        cycle_id=CYCLE_ID,
        kind=SessionKind.PLANNING,
        scope=Scope.TEAM,
        trigger=Trigger.QUARTERLY_PLANNING,
        team_ids=(team.id,),
        starts_at=datetime(2026, 12, 14, 9, 0, tzinfo=UTC),
        preset="workshop_weaver",
    )
    return booked.id


@pytest.fixture
def enter(browser: Browser, furnished: str, session_id: str) -> Iterator[Enter]:
    """Return a function that lets somebody come into the room in a browser of their own."""
    contexts = []

    def come_in(account_id: str) -> Page:
        context = browser.new_context(viewport={"width": 1240, "height": 900})
        contexts.append(context)
        context.add_cookies([{"name": "person", "value": account_id, "url": furnished}])
        page = context.new_page()
        page.goto(f"{furnished}/ui/home?session={session_id}&xdm_e={furnished}")
        page.get_by_role("button", name="Join").click()
        expect(page.get_by_role("button", name="Join")).to_have_count(0)
        return page

    yield come_in
    for context in contexts:
        context.close()


def test_two_people_write_in_silence_and_see_each_other_afterwards(enter: Enter) -> None:
    """W-03: within two seconds everybody stands in the new step; notes are hidden until then."""
    ines, tom = enter("acc-ines"), enter("acc-tom")
    ines.get_by_role("button", name="Open the room").click()
    ines.get_by_role("button", name="Next step").click()
    expect(tom.get_by_role("heading", name="Silent notes")).to_be_visible(timeout=2000)
    tom.get_by_label("Your idea").fill("Nobody waits for an answer")
    tom.keyboard.press("Control+Enter")
    expect(tom.locator(".note")).to_contain_text("Nobody waits for an answer")
    expect(ines.get_by_text("1 note so far")).to_be_visible(timeout=2000)
    expect(ines.locator(".note")).to_have_count(0)


def test_what_is_being_typed_survives_the_turn_of_the_page(enter: Enter) -> None:
    ines, tom = enter("acc-ines"), enter("acc-tom")
    ines.get_by_role("button", name="Open the room").click()
    ines.get_by_role("button", name="Next step").click()
    tom.get_by_label("Your idea").fill("Half a thou")
    ines.get_by_role("button", name="Next step").click()
    expect(tom.get_by_role("heading", name="Themes")).to_be_visible(timeout=2000)
    expect(tom.get_by_text("The room has moved on")).to_be_visible()
    expect(tom.get_by_label("Your idea")).to_have_value("Half a thou")
    tom.get_by_label("Your idea").fill("Half a thought")
    tom.get_by_role("button", name="Add note").click()
    expect(tom.get_by_label("Your idea")).to_have_value("")


def test_a_lost_network_sends_once_when_it_is_back(enter: Enter, store: Store, session_id: str) -> None:
    ines = enter("acc-ines")
    ines.get_by_role("button", name="Open the room").click()
    ines.get_by_role("button", name="Next step").click()
    ines.get_by_label("Your idea").fill("Written in a tunnel")
    ines.context.set_offline(True)
    ines.get_by_role("button", name="Add note").click()
    expect(ines.get_by_text("Not sent yet")).to_be_visible()
    ines.context.set_offline(False)
    expect(ines.locator(".note")).to_have_count(1, timeout=8000)
    with store.reading() as tx:
        acts = tx.sessions.acts_after(site_id=SITE_ID, id=session_id, seq=0)
    assert [act.kind for act in acts].count("write_note") == 1


def test_a_refusal_stands_in_the_form_and_loses_nothing(enter: Enter) -> None:
    ines = enter("acc-ines")
    ines.get_by_role("button", name="Open the room").click()
    ines.get_by_role("button", name="Next step").click()
    ines.get_by_role("button", name="Add note").click()
    expect(ines.get_by_role("alert").filter(has_text="required")).to_be_visible()


def test_a_booking_leads_into_its_room(browser: Browser, furnished: str) -> None:
    """O-01: whoever books stands in the lobby at once; the form is clean and each of its labels names one field."""
    page = browser.new_page(viewport={"width": 1240, "height": 900})
    page.goto(f"{furnished}/ui/home?xdm_e={furnished}")
    page.get_by_role("button", name="Sessions").click()
    page.get_by_role("button", name="Book a session").click()
    page.get_by_label("When?").fill("2026-12-10T14:00")
    page.locator("input[name=team_ids]").first.check()
    page.get_by_label("Title").fill("Spring, together")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.get_by_role("button", name="Book", exact=True).click()
    expect(page.get_by_role("heading", name="Spring, together")).to_be_focused()
    expect(page.get_by_role("button", name="Join")).to_be_visible()
    page.get_by_role("button", name="Sessions").click()
    expect(page.get_by_role("button", name="Spring, together")).to_be_visible()
    page.close()
