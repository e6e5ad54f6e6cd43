"""The bridge between host and iframe, in headless Chromium: platform.md 1.5 C and what pages use of AP."""

from __future__ import annotations

import json
from collections.abc import Iterator

import jwt
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests.site.accounts import COOKIE
from tests.site.state import Site

pytestmark = pytest.mark.browser


@pytest.fixture
def tab(browser: Browser, site: Site) -> Iterator[Page]:
    """Return a tab of Ben's browser; a script error or a refused resource fails the test."""
    context = browser.new_context(base_url=site.config.origin, color_scheme="light")
    context.add_cookies([{"name": COOKIE, "value": "5f-ben", "url": site.config.origin}])
    page, complaints = context.new_page(), []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if _is_complaint(said) else None)
    yield page
    context.close()
    assert complaints == []


def _is_complaint(said: ConsoleMessage) -> bool:
    # A refused edit is an answer the page handles; Chromium notes it all the same.
    return said.type == "error" and "status of 400" not in said.text


def test_the_panel_gets_its_token_context_size_theme_and_flag(tab: Page, site: Site) -> None:
    """A context token for the person at the browser, never an iframe's own."""
    tab.goto("/browse/DEMO-1")
    frame = tab.frame_locator(".ac-frame iframe")
    expect(frame.locator("#seen")).not_to_be_empty()
    token, context, user = json.loads(frame.locator("#seen").inner_text())
    assert site.app is not None
    claims = jwt.decode(
        token, site.app.products["jira"].shared_secret, algorithms=["HS256"], options={"verify_aud": False}
    )
    assert (claims["qsh"], claims["sub"]) == ("context-qsh", "5f-ben")
    assert context["jira"]["issue"]["key"] == "DEMO-1"
    assert user == {"atlassianAccountId": "5f-ben"}
    expect(tab.locator(".ac-frame iframe")).to_have_css("height", "333px")
    expect(frame.locator("body")).to_have_attribute("data-ping", "pong")
    expect(tab.locator(".flag-success")).to_contain_text("<b>plain</b>")
    expect(frame.locator("html")).to_have_attribute("data-color-mode", "light")
    tab.locator("#theme-toggle").click()
    expect(frame.locator("html")).to_have_attribute("data-color-mode", "dark")


def test_a_page_of_the_app_gets_its_own_parameters(tab: Page) -> None:
    """`ac.x` in the address arrives as `x`."""
    tab.goto("/plugins/servlet/ac/framed/home?ac.x=7")
    expect(tab.frame_locator(".ac-frame iframe").locator("#query")).to_contain_text("x=7")


def test_a_macro_of_the_app_lives_inside_the_page(tab: Page, site: Site) -> None:
    """Its parameters and the page's id fill the address; a refresh of the page does not reload it."""
    macro = '<ac:structured-macro ac:name="box"><ac:parameter ac:name="word">hey</ac:parameter></ac:structured-macro>'
    space = site.wiki.space_by_key("DEMO")
    page = site.wiki.create(space_id=space.id, title="With box", body=macro, parent_id=space.homepage_id, by="5f-ada")
    tab.goto(f"/wiki/spaces/DEMO/pages/{page.id}")
    frame = tab.frame_locator(".ac-frame iframe")
    expect(frame.locator("#query")).to_contain_text(f"m=hey&page={page.id}")


def test_a_watched_issue_follows_changes_made_elsewhere(tab: Page, site: Site) -> None:
    """Within a second or two, without a reload, and marked."""
    tab.goto("/browse/DEMO-2")
    site.jira.set_field("DEMO-2", "framed__amount", 42, "5f-cleo")
    site.jira.set_field("DEMO-2", "customfield_10016", 8, "5f-cleo")
    expect(tab.locator("[data-value=customfield_10016]")).to_have_text("8")
    expect(tab.locator(".activity")).to_contain_text("Cleo Marin changed Amount")
    tab.locator("select.status").select_option("Done")
    expect(tab.locator("select.status")).to_have_class("status done")
    assert site.jira.statuses[site.jira.get("DEMO-2").values["status"]].name == "Done"


def test_a_value_is_edited_where_it_stands(tab: Page, site: Site) -> None:
    """A number by typing, options by ticking; what is wrong is said beside the field."""
    field = site.jira.fields.find("framed__tags")
    amount = site.jira.fields.find("framed__amount")
    assert field is not None
    assert amount is not None
    for word in ("red", "green"):
        site.jira.fields.add_option(field, word, {})
    tab.goto("/browse/DEMO-1")
    tab.locator(f"button[data-edit={amount.id}]").click()
    tab.keyboard.type("many")
    tab.keyboard.press("Enter")
    expect(tab.locator(".field-error")).to_have_text("“many” is not a number.")
    tab.locator(".inline-form input").fill("12.5")
    tab.keyboard.press("Enter")
    expect(tab.locator(f"[data-value={amount.id}]")).to_have_text("12.5")
    tab.goto("/browse/DEMO-2")
    tab.locator(f"button[data-edit={field.id}]").click()
    tab.get_by_label("green").check()
    tab.get_by_label("Save").click()
    expect(tab.locator(f"[data-value={field.id}] .chip")).to_have_text("green")
    assert site.jira.get("DEMO-2").values[field.id] == [2]
