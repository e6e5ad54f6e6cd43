"""What a person does on the pages: check in, plan a cycle from nothing, watch a number move."""

import pytest
from playwright.sync_api import Page, expect

from service.store import Store
from service.usecases.needs import Needs
from service.usecases.record_checkin import record_checkin
from tests.browser.company import SITE_ID
from tests.browser.stage import stage
from tests.browser.test_pages import PAGES, address
from tests.browser.waiting import opened

pytestmark = pytest.mark.browser
CHECKOUT = f"{1004:032x}"


def test_check_in_from_the_issue_with_the_keyboard(furnished: str, page: Page) -> None:
    """A check-in takes a button, a number and Enter; the row shows it at once."""
    page.goto(address(furnished, PAGES["panel of an objective's epic"]))
    row = page.locator(f"#kr-{CHECKOUT}")
    row.get_by_role("button", name="Check in").focus()
    page.keyboard.press("Enter")
    value = row.get_by_label("Value now")
    expect(value).to_be_focused()
    expect(value).to_have_value("52.4")
    value.fill("58.5")
    row.get_by_label("How sure are you?").fill("75")
    page.keyboard.press("Tab")
    row.get_by_label("What changed?").fill("Fewer fields <b>in</b> the form")
    row.get_by_role("button", name="Save check-in").click()
    expect(row.locator(".kr-value")).to_have_text("58.5 %")
    expect(row.locator(".kr-confidence")).to_contain_text("75 %")
    expect(row.locator("form")).to_have_count(0)
    expect(page.locator("#said")).to_have_text("Check-in saved")


def test_a_wrong_value_keeps_what_was_typed(furnished: str, page: Page) -> None:
    """The message stands beside the field; nothing that was typed is lost."""
    page.goto(address(furnished, PAGES["panel of an objective's epic"]))
    row = page.locator(f"#kr-{CHECKOUT}")
    row.get_by_role("button", name="Check in").click()
    opened(row, "Check in").get_by_label("Value now").fill("")
    row.get_by_label("What changed?").fill("A long thought")
    row.get_by_role("button", name="Save check-in").click()
    expect(row.get_by_text("Give a value; this field is required.")).to_be_visible()
    expect(row.get_by_label("What changed?")).to_have_value("A long thought")
    expect(row.get_by_label("Value now")).to_be_focused()
    page.keyboard.press("Escape")
    expect(row.locator("form")).to_have_count(0)


def test_a_number_moves_while_somebody_watches(furnished: str, page: Page, store: Store) -> None:
    """Live regions poll: a check-in made elsewhere shows within seconds, and not while a form is open."""
    page.goto(address(furnished, PAGES["home"]))
    row = page.locator(f"#kr-{CHECKOUT}")
    row.get_by_role("button", name="Check in").click()
    expect(row.locator("form")).to_be_visible()
    _check_in(store, 61.0)
    page.wait_for_timeout(2600)
    expect(row.locator("form")).to_be_visible()
    page.keyboard.press("Escape")
    expect(row.locator(".kr-value")).to_have_text("61 %")


def test_an_unchanged_region_is_not_sent_again(furnished: str, page: Page) -> None:
    """A poll of an unchanged board is answered 304."""
    page.goto(address(furnished, PAGES["home"]))
    with page.expect_response(lambda answer: "/fragments/board" in answer.url) as polled:
        pass  # the page polls by itself
    assert polled.value.status == 304


def test_plan_a_cycle_from_nothing(bare: str, page: Page) -> None:
    """No API is needed to begin: cycle, team, objective, key result."""
    page.goto(address(bare, PAGES["home"]))
    page.get_by_role("button", name="Create a cycle").click()
    expect(page.get_by_label("Key")).to_have_value("2026-Q4")
    opened(page, "New cycle").get_by_role("button", name="Create cycle").click()
    expect(page.get_by_role("heading", name="Quarter 4, 2026")).to_be_visible()
    page.get_by_role("button", name="Add team").click()
    form = opened(page, "Add a team")
    form.get_by_label("Name").fill("Harbor & Pine")
    form.get_by_label("Jira project").fill("hq")
    form.get_by_role("button", name="Add team").click()
    page.get_by_role("button", name="Create objective").first.click()
    form = opened(page, "New objective")
    form.locator("input[name=title]").fill("Become the outfitter people come back to")
    form.get_by_role("button", name="Create objective").click()
    expect(page.get_by_role("heading", name="Become the outfitter people come back to")).to_be_visible()
    page.get_by_role("button", name="Add key result").click()
    form = opened(page, "New key result")
    form.locator("input[name=title]").fill("Repeat purchase rate")
    form.locator("input[name=baseline]").fill("24")
    form.locator("input[name=target]").fill("35")
    form.locator("input[name=unit]").fill("%")
    form.get_by_label("Find somebody else by name").press_sequentially("sara")
    expect(page.locator(".choices .choice")).to_have_count(1)
    expect(page.locator(".choices .choice")).to_have_text("Sara Lindqvist")


def test_an_objective_in_full(furnished: str, page: Page) -> None:
    """The detail view has the charts, the history and the work, and keeps open what a person opened."""
    page.goto(address(furnished, PAGES["home"]))
    page.get_by_role("button", name="Make the first order effortless").click()
    expect(page.get_by_role("heading", level=1, name="Make the first order effortless")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page.locator("figure svg[role=img]")).to_have_count(2)
    history = page.locator(f"#history-{CHECKOUT}")
    history.locator("summary").click()
    expect(history.locator("tbody tr")).to_have_count(8)
    page.get_by_role("button", name="← Quarter 4, 2026").click()
    expect(page.locator("article.objective")).to_have_count(5)


def _check_in(store: Store, value: float) -> None:
    """Check in as a worker or another person does, through the use case."""
    parts: Needs = stage(store).extensions["northstar"]
    record_checkin(parts=parts, site_id=SITE_ID, by="acc-tom", key_result_id=CHECKOUT, value=value)
