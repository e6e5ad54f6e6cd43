"""What a page still does by itself when its address has been opened or a button pressed, for tests that are faster than people."""

import re

from playwright.sync_api import Locator, Page, expect

NOT_NAMED_YET = re.compile("^…$")


def named(page: Page) -> None:
    """Wait until everybody on the page has a name, the last thing that changes its looks."""
    expect(page.locator(".person-name").filter(has_text=NOT_NAMED_YET)).to_have_count(0)


def opened(within: Page | Locator, title: str) -> Locator:
    """Return a form once the page has put the cursor into it: what is typed earlier may land in another field."""
    form = within.get_by_role("form", name=title)
    expect(form.locator(":focus")).to_have_count(1)
    return form
