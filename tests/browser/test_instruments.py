"""The instruments as a room meets them: named for everybody, by keyboard alone, at any width, and acted upon in place."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from werkzeug.serving import make_server

from service.store import Store
from tests.browser.company import NOW, SITE_ID, furnish
from tests.browser.instruments import (
    CHECKOUT,
    EFFORTLESS,
    FIRST_ORDER,
    GROWTH,
    SIGN_UPS,
    SUBSCRIBERS,
    FinishedWork,
    compared,
    judge,
)
from tests.browser.stage import stage
from tests.browser.test_pages import address

pytestmark = pytest.mark.browser

VIEWS = {
    "board": "/ui/home?",
    "challenge": "/ui/home?objective=GROW-2&view=challenge&",
    "a broken guardrail": "/ui/home?objective=GROW-9&view=challenge&",
    "sufficiency": "/ui/home?objective=GROW-2&view=sufficiency&",
    "effort and outcome": "/ui/home?objective=GROW-2&view=effort&",
    "alignment": "/ui/home?view=alignment&",
    "second opinion": "/ui/home?view=second-opinion&",
}
LONG = (
    "Share of first orders from phones that reach the payment page without a single field having to be typed twice, "
    * 2
)
UNBROKEN = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2


@pytest.fixture
def judged(store: Store) -> Iterator[str]:
    """Serve a quarter whose instruments have been used, on a clock that ticks."""
    furnish(store)
    judge(store)
    ticks = count()
    app = stage(store, jira=FinishedWork(), now=lambda: NOW + timedelta(milliseconds=next(ticks)))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()


def see(page: Page, origin: str, view: str) -> None:
    """Open a view and wait until what it asks for is there."""
    page.goto(address(origin, VIEWS[view]))
    page.wait_for_timeout(400)
    if view == "effort and outcome":
        expect(page.get_by_role("heading", name="Did the work move the numbers?")).to_be_visible()


def open_everything(page: Page) -> None:
    """Open every fold, so that nothing hides from a look."""
    page.evaluate("() => { for (const part of document.querySelectorAll('details')) part.open = true; }")
    page.wait_for_timeout(500)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(judged: str, page: Page, view: str, scheme: str) -> None:
    """Design section 8, with every fold open."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address(judged, VIEWS[view]))
    page.wait_for_timeout(500)
    open_everything(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


FORMS = {
    "guardrail": ("challenge", "Accept as guardrail: work that must be redone"),
    "dismissal": ("challenge", "Dismiss: Be fast and sloppy, or start the clock late."),
    "value": ("a broken guardrail", "Say the value of sign-ups that confirm their address"),
    "baseline": ("a broken guardrail", "Take 835 as baseline"),
    "formula": ("sufficiency", "Change the formula"),
    "vote": ("sufficiency", "Answer"),
    "allowance": ("effort and outcome", "Declare the allowance of Growth"),
    "answer": ("alignment", "Decline for Platform"),
}


@pytest.mark.parametrize(("view", "button"), FORMS.values(), ids=FORMS)
def test_every_form_opens_by_keyboard_and_passes_axe(judged: str, page: Page, view: str, button: str) -> None:
    """Enter opens it, its first field has the focus, Escape leaves."""
    see(page, judged, view)
    page.get_by_role("button", name=button).first.focus()
    page.keyboard.press("Enter")
    form = page.locator("form")
    expect(form).to_have_count(1)
    expect(form.locator("input:not([type=hidden]), select, textarea").first).to_be_focused()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.keyboard.press("Escape")
    expect(form).to_have_count(0)


@pytest.mark.parametrize("width", [300, 480, 700, 1000, 1360])
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_sticks_out(judged: str, page: Page, store: Store, view: str, width: int) -> None:
    """At any width, with long and unbroken texts, nothing leaves its card or the page; a table may scroll inside its own."""
    _lengthen(store)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address(judged, VIEWS[view]))
    page.wait_for_timeout(400)
    open_everything(page)
    out = page.evaluate(
        """() => [...document.querySelectorAll('main *:not(.sr-only)')]
            .filter((each) => each.getBoundingClientRect().width > 0 && !each.closest('.table-wrap'))
            .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1
                || each.closest('.card') && each.getBoundingClientRect().right > each.closest('.card').getBoundingClientRect().right + 1)
            .map((each) => each.outerHTML.slice(0, 120))"""
    )
    assert out == []


def test_tabs_lead_through_the_views_by_keyboard(judged: str, page: Page) -> None:
    """The current tab says so, and a reader starts at the heading of what came."""
    see(page, judged, "board")
    tabs = page.get_by_role("navigation", name="Views of this cycle")
    for name in ("Alignment", "Second opinion", "Board"):
        tabs.get_by_role("button", name=name).focus()
        page.keyboard.press("Enter")
        expect(tabs.get_by_role("button", name=name)).to_have_attribute("aria-current", "page")
        expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.get_by_role("button", name="Make the first order effortless").click()
    tabs = page.get_by_role("navigation", name="Views of this objective")
    for name in ("Challenge", "Sufficiency", "Effort and outcome", "Numbers"):
        tabs.get_by_role("button", name=name).click()
        expect(tabs.get_by_role("button", name=name)).to_have_attribute("aria-current", "page")
    page.get_by_role("button", name="Challenge: Median time to first order").click()
    expect(page.locator(f"#challenge-{FIRST_ORDER} > summary")).to_be_focused()
    expect(page.locator(f"#challenge-{FIRST_ORDER}")).to_have_attribute("open", "")
    page.get_by_role("button", name="← Quarter 4, 2026").click()
    expect(page.locator("article.objective")).to_have_count(5)


def test_a_guardrail_takes_a_button_a_number_and_enter(judged: str, page: Page) -> None:
    """2.3: the counter-metric is filled in already; what is counted shows at once."""
    see(page, judged, "challenge")
    card = page.locator(f"#challenge-{FIRST_ORDER}")
    card.get_by_role("button", name="Accept as guardrail").click()
    expect(card.get_by_label("What is watched")).to_have_value("work that must be redone")
    expect(card.get_by_label("Share of (JQL)")).to_be_visible()
    card.get_by_label("Where its value comes from").select_option("hand")
    expect(card.get_by_label("Share of (JQL)")).to_be_hidden()
    card.get_by_label("Where its value comes from").select_option("share")
    card.get_by_label("Limit").fill("3")
    card.get_by_label("Limit").press("Enter")
    expect(card).to_contain_text("Work that must be redone at most 3 %")
    expect(card).to_contain_text("Counted in Jira.")
    expect(page.locator("#said")).to_have_text("Guardrail accepted")


def test_a_dismissal_without_a_reason_keeps_the_form(judged: str, page: Page) -> None:
    see(page, judged, "challenge")
    card = page.locator(f"#challenge-{FIRST_ORDER}")
    card.get_by_role("button", name="Dismiss").click()
    card.get_by_role("button", name="Dismiss with this reason").click()
    expect(card.get_by_text("Say why this loophole is no danger here")).to_be_visible()
    card.get_by_label("Why is it no danger here?").fill("Every tenth order is checked by hand.")
    card.get_by_role("button", name="Dismiss with this reason").click()
    expect(card.locator("blockquote")).to_contain_text("Every tenth order is checked by hand.")
    expect(card.locator("summary").first).to_contain_text("Answered")


def test_a_value_heals_a_broken_guardrail(judged: str, page: Page) -> None:
    see(page, judged, "a broken guardrail")
    card = page.locator(f"#challenge-{SIGN_UPS}")
    expect(card.locator("summary").first).to_contain_text("1 broken")
    card.get_by_role("button", name="Say the value of").click()
    card.get_by_label("Value now").fill("74")
    page.keyboard.press("Enter")
    expect(card.locator("summary").first).not_to_contain_text("broken")
    expect(card).to_contain_text("Every guardrail holds.")


def test_measuring_shows_that_it_is_under_way(judged: str, page: Page) -> None:
    """2.4: the page says since when, and offers the button again when a worker is done."""
    see(page, judged, "challenge")
    card = page.locator(f"#challenge-{FIRST_ORDER}")
    card.get_by_role("button", name="Measure in Jira").click()
    expect(card.locator(".working")).to_contain_text("Reading the changelogs in Jira since")
    expect(card.get_by_role("button", name="Measure in Jira")).to_have_count(0)


def test_rows_come_with_the_formula(judged: str, page: Page) -> None:
    """2.2: a row for each name while typing; the verdict stands in words after it."""
    see(page, judged, "sufficiency")
    expect(page.locator(".verdict")).to_contain_text("visitors falls to its historical low, 71,000")
    page.get_by_role("button", name="Change the formula").click()
    form = page.locator("form")
    form.get_by_label("Formula").fill("revenue = completion * basket; revenue >= 20")
    expect(form.locator(".driver")).to_have_count(2)
    expect(form.locator(".driver").first.get_by_label("Held by")).to_have_value(CHECKOUT)
    form.locator(".driver").nth(1).get_by_label("Lowest").fill("40")
    form.locator(".driver").nth(1).get_by_label("Highest").fill("60")
    form.get_by_role("button", name="Judge it").click()
    expect(page.get_by_text("Whenever all key results are reached, the objective is reached too.")).to_be_visible()


def test_a_comparison_runs_and_a_request_is_answered(judged: str, page: Page) -> None:
    """2.5: declining needs a reason; accepting takes the finding away; running says so until it is done."""
    see(page, judged, "alignment")
    page.get_by_role("button", name="Decline for Platform").click()
    form = page.locator("form")
    form.get_by_role("button", name="Decline").click()
    expect(form.get_by_text("Say why, so that the team that asks can plan without it.")).to_be_visible()
    form.get_by_label("Why not?").fill("Nobody is free before May.")
    form.get_by_role("button", name="Decline").click()
    expect(page.get_by_text("Nobody is free before May.")).to_be_visible()
    page.get_by_role("button", name="Accept for Platform").click()
    page.locator("form").get_by_role("button", name="Accept").click()
    expect(page.get_by_text("3 findings")).to_be_visible()
    page.get_by_role("button", name="Run again now").click()
    expect(page.get_by_text("Comparing the plans and walking Jira’s links since")).to_be_visible()


def test_work_beside_the_objectives_is_asked_for_when_somebody_looks(judged: str, page: Page) -> None:
    """2.6: nothing is asked of Jira until a team is opened."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/effort" in request.url else None)
    see(page, judged, "alignment")
    assert asked == []
    page.locator(f"#beside-{GROWTH} > summary").click()
    expect(page.get_by_text("57 % of the finished work serves no key result")).to_be_visible()
    assert len(asked) == 1


def test_a_second_opinion_marks_ones_own_doctrine(judged: str, page: Page) -> None:
    """2.1: chosen by team, marked in list and matrix, the smallest edits in words."""
    see(page, judged, "second opinion")
    page.get_by_role("navigation", name="Teams").get_by_role("button", name="Platform").click()
    expect(page.get_by_role("heading", name="What the doctrines say of Platform’s set")).to_be_visible()
    page.get_by_role("navigation", name="Teams").get_by_role("button", name="Growth").click()
    expect(page.locator(".doctrine-binding")).to_contain_text("Yours")
    expect(page.locator(".doctrine")).to_have_count(7)
    expect(page.locator(".doctrine").filter(has_text="Generic")).to_contain_text(
        "One edit: name an owner of “Unsubscribe rate”."
    )
    expect(page.locator(".matrix-binding")).to_contain_text("(yours)")


def _lengthen(store: Store) -> None:
    """Give the longest texts that people may write to what the views show."""
    with store.transaction() as tx:
        for id, title in ((EFFORTLESS, LONG[:250]), (SUBSCRIBERS, UNBROKEN)):
            tx.objectives.save(site_id=SITE_ID, item=replace(tx.objectives.get(site_id=SITE_ID, id=id), title=title))
        run = compared()
        told = tuple(replace(each, message=f"{LONG} {UNBROKEN}", measure=UNBROKEN) for each in run.findings)
        tx.syntheses.put(site_id=SITE_ID, run=replace(run, findings=told))
        (dismissal,) = tx.dismissals.of_key_result(site_id=SITE_ID, key_result_id=CHECKOUT)
        tx.dismissals.put(site_id=SITE_ID, dismissal=replace(dismissal, reason=f"{LONG} {UNBROKEN}"))
