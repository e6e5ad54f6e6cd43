"""Finds a page a place under its title without ever touching a page that is not ours. Source: platform 5 (titles are unique per space)."""

from collections.abc import Callable

from connect.errors import Rejected
from connect.outbound.confluence import ConfluenceClient
from connect.outbound.shapes import Page
from service.usecases.choose_space import SpaceMissing

MAX_TITLES = 20


def place_page(
    client: ConfluenceClient, *, space_key: str, title: str, body: str, is_ours: Callable[[Page], bool]
) -> tuple[Page, bool]:
    """Return (page, created): a new page, or one with this title that `is_ours` recognises; taken titles get a suffix.

    Raises: SpaceMissing; Rejected if Confluence refuses for another reason than the title, or no free title was found.
    """
    space = client.space(key=space_key)
    if space is None:
        raise SpaceMissing(
            f"There is no Confluence space {space_key}, or Northstar may not see it. Choose another one on the set-up page.",
            field="space_key",
        )
    refused: Rejected | None = None
    for candidate in _titles(title):
        try:
            return client.create_page(space_id=space.id, title=candidate, body=body, parent_id=space.homepage_id), True
        except Rejected as error:
            refused = error
        found = client.find_page(space_id=space.id, title=candidate)
        if found is None:
            break
        if is_ours(found):
            return found, False
    raise refused or Rejected("no free title was found for the page")


def _titles(title: str) -> list[str]:
    return [title, f"{title} (Northstar)", *(f"{title} (Northstar {number})" for number in range(2, MAX_TITLES))]
