"""Every page as a person meets it: complete, named, without a complaint of axe or of the content policy."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.waiting import named

pytestmark = pytest.mark.browser

PAGES = {
    "home": "/ui/home?",
    "panel of an objective's epic": "/ui/panel?issueId=10001&issueKey=GROW-2&",
    "panel of an initiative": "/ui/panel?issueId=10010&issueKey=HQ-103&",
    "panel of another issue": "/ui/panel?issueId=999&issueKey=GROW-7&",
    "macro": "/ui/macro?objective=GROW-2&",
    "macro without an objective": "/ui/macro?objective=NOPE-1&",
}


def address(origin: str, page: str) -> str:
    """Return a page's address as a host at `origin` would call it."""
    return f"{origin}{page}xdm_e={origin}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(furnished: str, page: Page, path: str, scheme: str) -> None:
    """Design section 8: it passes axe, in light and dark."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address(furnished, path))
    expect(page.locator("html")).to_have_attribute("data-color-mode", scheme)
    named(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_home_is_whole_without_a_script(furnished: str, page: Page) -> None:
    """The first answer carries the board: nothing waits for Jira."""
    page.route("**/*.js*", lambda route: route.abort())
    page.route("**/atlassian-connect/**", lambda route: route.abort())
    page.goto(address(furnished, PAGES["home"]), wait_until="domcontentloaded")
    assert page.locator("article.objective").count() == 5
    assert "Checkout completion on mobile" in page.content()


def test_names_come_from_jira(furnished: str, page: Page) -> None:
    """Names are asked for when somebody looks, and never stored."""
    page.goto(address(furnished, PAGES["home"]))
    expect(page.locator("[data-account=acc-li] .person-name").first).to_have_text("Li Wen")


def test_issue_keys_lead_to_the_site(furnished: str, page: Page) -> None:
    """An epic's key opens the issue in the site that frames the page."""
    page.goto(address(furnished, PAGES["home"]))
    expect(page.locator("a[data-issue=GROW-2]").first).to_have_attribute("href", f"{furnished}/browse/GROW-2")


def test_nothing_exists_yet(bare: str, page: Page) -> None:
    """An empty site says what to do first."""
    page.goto(address(bare, PAGES["home"]))
    expect(page.get_by_role("heading", name="Plan your first cycle")).to_be_visible()
