"""Pages in the states that are not fine: something is missing, gone or cancelled, narrow or reached by keyboard alone."""

from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from service.domain.board.shapes import Problem
from service.domain.model import KeyResultState, Team, TeamKind
from service.store import Store
from service.usecases.read_setup import Check, Setup
from tests.browser.company import NOW, SITE_ID
from tests.browser.test_pages import PAGES, address
from tests.browser.waiting import named

pytestmark = pytest.mark.browser
GROWTH, PLATFORM = f"{201:032x}", f"{203:032x}"


@pytest.fixture
def troubled(furnished: str, store: Store) -> str:
    """Return the origin of a stage where a screen is missing, an epic gone, a key result cancelled, a team idle."""
    missing = Problem(code="field_not_on_screen", message="KR 2 is on no screen of GROW.", way_out="Add it there.")
    with store.transaction() as tx:
        gone = tx.objectives.get(site_id=SITE_ID, id=PLATFORM)
        tx.objectives.save(site_id=SITE_ID, item=replace(gone, epic_gone=True))
        last = tx.key_results.of_objective(site_id=SITE_ID, objective_id=GROWTH)[-1]
        tx.key_results.save(site_id=SITE_ID, item=replace(last, state=KeyResultState.CANCELLED))
        tx.problems.replace(site_id=SITE_ID, scope=f"objective:{GROWTH}", problems_found=[missing], at=NOW)
        tx.teams.add(site_id=SITE_ID, item=Team(id="f" * 32, name="Idle", kind=TeamKind.TEAM, project_key="IDLE"))
    return furnished


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [PAGES["home"], f"/ui/home?objective={GROWTH}&", "/ui/home?objective=CORE-4&"])
def test_axe_finds_nothing_in_trouble(troubled: str, page: Page, path: str, scheme: str) -> None:
    """Design section 8, also where warnings stand."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address(troubled, path))
    named(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_set_up_page(
    furnished: str, page: Page, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    """What is ready and what is not, each with its way out."""
    checks = (
        Check(name="Jira", ok=True, detail="Connected."),
        Check(name="Screens", ok=False, detail="KR 1 is on no screen of GROW.", way_out="Add it there."),
    )
    monkeypatch.setattr("service.web.fragments.live.read_setup", lambda **_: Setup(checks=checks))
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address(furnished, "/ui/setup?"))
    expect(page.get_by_text("KR 1 is on no screen of GROW. Add it there.")).to_be_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_each_trouble_says_what_to_do_next(troubled: str, page: Page) -> None:
    """A gone epic can be replaced, a missing screen is named where the numbers are, an idle team is invited."""
    page.goto(address(troubled, PAGES["home"]))
    platform = page.locator(f"#objective-{PLATFORM}")
    expect(platform).to_contain_text("no longer exists in Jira")
    expect(platform.get_by_role("button", name="Connect to an epic")).to_be_visible()
    expect(page.locator(f"#team-{'f' * 32}")).to_have_text("Idle")
    expect(page.get_by_text("No objectives in this cycle yet.")).to_be_visible()
    page.goto(address(troubled, f"/ui/home?objective={GROWTH}&"))
    expect(page.get_by_text("KR 2 is on no screen of GROW.")).to_be_visible()
    page.get_by_text("Cancelled key results").click()
    expect(page.locator(f"#cancelled-{GROWTH} li")).to_be_visible()


def test_an_address_that_leads_nowhere_says_so(furnished: str, page: Page) -> None:
    """The board is shown instead of an objective that is not there."""
    page.goto(address(furnished, "/ui/home?objective=NOPE-1&"))
    expect(page.get_by_role("alert").first).to_contain_text("No objective is called “NOPE-1” here.")
    expect(page.locator("article.objective")).to_have_count(5)


def test_an_objective_has_an_address_inside_jira(furnished: str, page: Page) -> None:
    """The link opens the app's page in the site, with the epic's key."""
    page.goto(address(furnished, PAGES["panel of an objective's epic"]))
    link = page.get_by_role("link", name="Make the first order effortless")
    expect(link).to_have_attribute("href", f"{furnished}/plugins/servlet/ac/northstar/okr-home?ac.objective=GROW-2")


@pytest.mark.parametrize("width", [360, 480, 760, 1000, 1100, 1360])
@pytest.mark.parametrize(
    "path", [PAGES["home"], PAGES["panel of an objective's epic"], PAGES["panel of an initiative"]]
)
def test_nothing_sticks_out(furnished: str, page: Page, path: str, width: int) -> None:
    """At any width nothing leaves its card or the page."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address(furnished, path))
    named(page)
    out = page.evaluate(
        """() => [...document.querySelectorAll('main *:not(.sr-only)')]
            .filter((each) => each.getBoundingClientRect().width > 0)
            .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1
                || each.closest('.card') && each.getBoundingClientRect().right > each.closest('.card').getBoundingClientRect().right + 1)
            .map((each) => each.outerHTML.slice(0, 80))"""
    )
    assert out == []


def test_the_keyboard_goes_the_way_people_read(furnished: str, page: Page) -> None:
    """Tab walks from the head of the page through the first objective, and through a form field by field."""
    page.goto(address(furnished, PAGES["home"]))
    named(page)
    assert [_tab(page) for _ in range(12)] == [
        "Create objective",
        "Add team",
        "New cycle",
        "Move cycle",
        "Board",
        "Sessions",
        "Alignment",
        "Second opinion",
        "Become the outfitter people come back to",
        "HQ-1",
        "Check in",
        "Check in",
    ]
    page.keyboard.press("Enter")
    expect(page.get_by_label("Value now")).to_be_focused()
    assert [_tab(page) for _ in range(5)] == [
        "confidence",
        "note",
        "Status and forecast of your own",
        "Save check-in",
        "Close",
    ]
    page.keyboard.press("Enter")
    expect(page.locator("form")).to_have_count(0)


def test_fields_follow_the_kind_chosen(furnished: str, page: Page) -> None:
    """No round trip: bounds for between, a list for milestones, a query for JQL."""
    page.goto(address(furnished, f"/ui/home?objective={GROWTH}&"))
    page.get_by_role("button", name="Add key result").click()
    form = page.locator("form")
    expect(form.get_by_label("To", exact=True)).to_be_visible()
    form.get_by_label("Kind").select_option("between")
    expect(form.get_by_label("Lower bound")).to_be_visible()
    expect(form.get_by_label("To", exact=True)).to_be_hidden()
    form.get_by_label("Kind").select_option("milestones")
    expect(form.get_by_label("Milestones", exact=True)).to_be_visible()
    form.get_by_label("Value comes from").select_option("jql")
    form.get_by_label("Take the").select_option("share")
    expect(form.get_by_label("Share of (JQL)")).to_be_visible()
    expect(form.get_by_label("Number field", exact=True)).to_be_hidden()


def test_times_are_the_readers_own(furnished: str, page: Page) -> None:
    """07:00 UTC reads as the browser's zone says, with the instant kept for machines."""
    page.goto(address(furnished, PAGES["home"]))
    shown = page.locator("header time").first
    expect(shown).to_have_attribute("datetime", "2026-11-22T07:00:00+00:00")
    wanted = page.evaluate(
        "new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeStyle: 'short'}).format(new Date('2026-11-22T07:00:00Z'))"
    )
    expect(shown).to_have_text(wanted)


def _tab(page: Page) -> str:
    page.keyboard.press("Tab")
    name: str = page.evaluate(
        "() => document.activeElement.name || document.activeElement.textContent.trim().replace(/^\\+ /, '')"
    )
    return name
