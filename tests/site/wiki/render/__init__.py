"""Storage format → HTML for people: known elements and macros only, everything else as text or a grey box.

Markup that users wrote is never passed through: every tag, attribute and address is rebuilt from what is known.
"""

from __future__ import annotations

from typing import Any

from markupsafe import escape

from tests.site.accounts import Account
from tests.site.wiki import storage
from tests.site.wiki.errors import MalformedStorage
from tests.site.wiki.model import Page
from tests.site.wiki.render.elements import inner
from tests.site.wiki.render.rendering import Rendering


def render(site: Any, page: Page, *, viewer: Account, body: str | None = None) -> str:
    """Return a page's body (or an older one) as HTML, as `viewer` may see it."""
    return _rendered(Rendering(site=site, page=page, viewer=viewer), page.body if body is None else body)


def render_loose(site: Any, body: str, *, viewer: Account) -> str:
    """Return storage format that belongs to no page as HTML. Raises: MalformedStorage."""
    return _rendered(Rendering(site=site, page=None, viewer=viewer), body)


def _rendered(rendering: Rendering, body: str) -> str:
    try:
        root = storage.parse(body)
    except MalformedStorage as error:
        if rendering.page is None:
            raise
        return f'<div class="macro-error">{escape(error.title)}</div>'
    rendering.find_headings(root)
    return inner(root, rendering)
