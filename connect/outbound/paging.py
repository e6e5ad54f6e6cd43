"""Walking through the pages of a list with a hard end, so that no reply can keep us asking for ever."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from connect.errors import BadReply

# At 100 objects a page this is 20,000 objects, beyond any list we read in one go.
MAX_PAGES = 200

Item = TypeVar("Item")


def by_token(page: Callable[[str | None], tuple[list[Item], str | None]]) -> Iterator[Item]:
    """Yield the items of all pages, each page naming the token of the next. Raises: BadReply past the cap."""
    token: str | None = None
    for _ in range(MAX_PAGES):
        items, following = page(token)
        yield from items
        if not following:
            return
        if following == token:
            raise BadReply("the list names the page just read as its next page")
        token = following
    raise BadReply(f"the list has more than {MAX_PAGES} pages")


def by_offset(page: Callable[[int], tuple[list[Item], bool]]) -> Iterator[Item]:
    """Yield the items of all pages, each starting where the last ended; `page` also tells if it is the last one.

    An empty page ends the list too. Raises: BadReply past the cap.
    """
    start = 0
    for _ in range(MAX_PAGES):
        items, is_last = page(start)
        yield from items
        if is_last or not items:
            return
        start += len(items)
    raise BadReply(f"the list has more than {MAX_PAGES} pages")
