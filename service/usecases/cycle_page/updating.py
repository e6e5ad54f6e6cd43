"""Writes our blocks into a page that people write on too: theirs is kept byte for byte. Source: platform 5."""

from collections.abc import Sequence

from connect.errors import Stale
from connect.outbound.confluence import ConfluenceClient
from connect.outbound.managed_blocks import merge, read_blocks
from connect.outbound.shapes import Page

MAX_TRIES = 3


def update_blocks(
    client: ConfluenceClient, *, page: Page, blocks: Sequence[tuple[str, str]], message: str
) -> tuple[Page, bool]:
    """Merge our blocks into the page; a person who wrote first makes us read again, at most MAX_TRIES times.

    Return the page as it stands and whether it was written. Raises: Stale after the last try, other errors of Confluence.
    """
    names = {name for name, _ in blocks}
    for attempt in range(1, MAX_TRIES + 1):
        retired = frozenset(name for name in read_blocks(page.body) if name not in names)
        body = merge(page.body, blocks, retired=retired).body
        if body == page.body:
            return page, False
        try:
            written = client.update_page(
                page_id=page.id, title=page.title, body=body, version=page.version + 1, message=message
            )
        except Stale:
            if attempt == MAX_TRIES:
                raise
            page = client.get_page(page_id=page.id)
        else:
            return written, True
    raise AssertionError("the loop returns or raises")
