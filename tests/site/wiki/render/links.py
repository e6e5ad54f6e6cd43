"""Links and pictures: to addresses, people, pages, anchors and attached files. Only web addresses survive."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote, urlsplit

from lxml import etree
from markupsafe import escape

from tests.site.wiki.model import Page
from tests.site.wiki.render.rendering import Rendering
from tests.site.wiki.storage import attribute, name_of

Inner = Callable[[etree._Element, Rendering], str]
_SCHEMES = frozenset({"http", "https", "mailto", ""})


def safe_address(address: str) -> str:
    """Return an address that a browser may follow, else an empty string."""
    address = "".join(char for char in address.strip() if char.isprintable())
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        return ""
    return address if scheme in _SCHEMES else ""


def link(element: etree._Element, rendering: Rendering, inner: Inner) -> str:
    """Return a link of either kind: `a` or `ac:link`."""
    if name_of(element) == "a":
        address = safe_address(element.get("href") or "")
        text = inner(element, rendering)
        if not address:
            return text
        return f'<a href="{escape(address)}" rel="noopener noreferrer">{text}</a>'
    parts = {name_of(child): child for child in element}
    body = next((parts[n] for n in ("ac:link-body", "ac:plain-text-link-body") if n in parts), None)
    text = inner(body, rendering) if body is not None else ""
    anchor = attribute(element, "ac:anchor")
    if "ri:user" in parts:
        return _person(attribute(parts["ri:user"], "ri:account-id"), rendering)
    if "ri:page" in parts:
        return _to_page(parts["ri:page"], anchor, text, rendering)
    if "ri:attachment" in parts:
        filename = attribute(parts["ri:attachment"], "ri:filename")
        return f'<a href="{escape(_file_address(filename, rendering.page))}">{text or escape(filename)}</a>'
    if anchor:
        return f'<a href="#{escape(anchor)}">{text or escape(anchor)}</a>'
    return text


def image(element: etree._Element, rendering: Rendering) -> str:
    """Return a picture, attached or by address."""
    source, alt = "", attribute(element, "ac:alt")
    for child in element:
        if name_of(child) == "ri:attachment":
            filename = attribute(child, "ri:filename")
            source, alt = _file_address(filename, rendering.page), alt or filename
            if not _has_file(filename, rendering.page):
                return f'<span class="macro-unknown">Picture “{escape(filename)}” is not attached</span>'
        elif name_of(child) == "ri:url":
            source = safe_address(attribute(child, "ri:value"))
    width = attribute(element, "ac:width")
    size = f' width="{int(width)}"' if width.isascii() and width.isdigit() else ""
    return f'<img class="picture" src="{escape(source)}" alt="{escape(alt)}"{size}>'


def _person(account_id: str, rendering: Rendering) -> str:
    account = rendering.site.accounts.find(account_id)
    if account is None:
        return '<span class="mention">@former user</span>'
    return f'<span class="mention" data-account="{escape(account_id)}">@{escape(account.name)}</span>'


def _to_page(target: etree._Element, anchor: str, text: str, rendering: Rendering) -> str:
    title, space_key = attribute(target, "ri:content-title"), attribute(target, "ri:space-key")
    wiki = rendering.site.wiki
    home = rendering.page.space_id if rendering.page else ""
    for page in wiki.current():
        space = wiki.spaces[page.space_id]
        in_space = space.key == space_key if space_key else page.space_id == home
        if in_space and page.title == title:
            href = f"/wiki/spaces/{space.key}/pages/{page.id}" + (f"#{anchor}" if anchor else "")
            return f'<a href="{escape(href)}">{text or escape(title)}</a>'
    return f'<span class="link-missing" title="There is no such page">{text or escape(title)}</span>'


def _has_file(filename: str, page: Page | None) -> bool:
    return page is not None and any(kept.filename == filename for kept in page.attachments.values())


def _file_address(filename: str, page: Page | None) -> str:
    if page is None:
        return ""
    version = next((k.version.number for k in page.attachments.values() if k.filename == filename), 1)
    return f"/wiki/download/attachments/{page.id}/{quote(filename, safe='')}?version={version}"
