"""Macros by name. One function each; what is unknown becomes a grey box that says its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from json import dumps

from lxml import etree
from markupsafe import escape

from tests.site.wiki import cql
from tests.site.wiki.errors import WikiRefusal
from tests.site.wiki.model import Page
from tests.site.wiki.render import issues, rollup
from tests.site.wiki.render.rendering import Rendering
from tests.site.wiki.storage import attribute, name_of

Inner = Callable[[etree._Element, Rendering], str]
_COLOURS = frozenset({"grey", "green", "yellow", "red", "blue", "purple"})
_BOXES = {"info": "i", "note": "✎", "tip": "✓", "warning": "!", "panel": ""}


@dataclass(frozen=True, slots=True)
class Macro:
    """One macro of a body: its name, its parameters and the element."""

    name: str
    parameters: dict[str, str]
    element: etree._Element
    rendering: Rendering
    inner: Inner

    def text(self) -> str:
        """Return the plain-text body."""
        body = _part(self.element, "ac:plain-text-body")
        return "".join(body.itertext()) if body is not None else ""

    def rich(self) -> str:
        """Return the rich-text body as HTML."""
        body = _part(self.element, "ac:rich-text-body")
        return self.inner(body, self.rendering) if body is not None else ""


def macro(element: etree._Element, rendering: Rendering, inner: Inner) -> str:
    """Return a macro as HTML."""
    parameters = {
        attribute(child, "ac:name"): "".join(child.itertext()).strip()
        for child in element
        if name_of(child) == "ac:parameter"
    }
    found = Macro(attribute(element, "ac:name"), parameters, element, rendering, inner)
    try:
        return _MACROS.get(found.name, _of_app_or_unknown)(found)
    except WikiRefusal as refusal:
        return f'<div class="macro-error">{escape(found.name)}: {escape(refusal.title)}</div>'


def _status(found: Macro) -> str:
    colour = found.parameters.get("colour", "Grey").lower()
    title = found.parameters.get("title") or found.parameters.get("colour", "")
    return f'<span class="lozenge {colour if colour in _COLOURS else "grey"}">{escape(title)}</span>'


def _expand(found: Macro) -> str:
    title = found.parameters.get("title") or "Click here to expand…"
    key = attribute(found.element, "ac:macro-id") or title
    return (
        f'<details class="expand" data-key="{escape(key)}"><summary>{escape(title)}</summary>'
        f'<div class="expand-body">{found.rich()}</div></details>'
    )


def _details(found: Macro) -> str:
    if found.parameters.get("hidden") == "true":
        return ""
    return f'<div class="page-properties">{found.rich()}</div>'


def _box(found: Macro) -> str:
    title = found.parameters.get("title", "")
    head = f'<p class="box-title">{escape(title)}</p>' if title else ""
    icon = f'<span class="box-icon" aria-hidden="true">{_BOXES[found.name]}</span>' if _BOXES[found.name] else ""
    return f'<div class="box box-{found.name}">{icon}<div class="box-body">{head}{found.rich()}</div></div>'


def _toc(found: Macro) -> str:
    low = found.parameters.get("minLevel", "1")
    high = found.parameters.get("maxLevel", "7")
    rows = [h for h in found.rendering.headings if int(low or 1) <= h.level <= int(high or 7)]
    top = min((h.level for h in rows), default=1)
    items = "".join(
        f'<li class="toc-{h.level - top}"><a href="#{escape(h.anchor)}">{escape(h.text)}</a></li>' for h in rows
    )
    return f'<nav class="toc" aria-label="On this page"><ul>{items}</ul></nav>'


def _children(found: Macro) -> str:
    if found.rendering.page is None:
        return ""
    levels = 3 if found.parameters.get("all") == "true" or found.name == "pagetree" else 1
    listing = _tree(found.rendering, found.rendering.page, levels)
    return listing or '<p class="muted">There are no child pages yet.</p>'


def _tree(rendering: Rendering, page: Page, levels: int) -> str:
    wiki = rendering.site.wiki
    below = wiki.children(page.id) if levels else []
    items = "".join(
        f'<li><a href="/wiki/spaces/{escape(wiki.spaces[child.space_id].key)}/pages/{child.id}">'
        f"{escape(child.title)}</a>{_tree(rendering, child, levels - 1)}</li>"
        for child in below
    )
    return f'<ul class="page-list">{items}</ul>' if items else ""


def _by_label(found: Macro) -> str:
    query = found.parameters.get("cql") or f'label = "{found.parameters.get("labels", "")}"'
    wiki = found.rendering.site.wiki
    items = "".join(
        f'<li><a href="/wiki/spaces/{escape(wiki.spaces[page.space_id].key)}/pages/{page.id}">'
        f"{escape(page.title)}</a></li>"
        for page in cql.search(wiki, query)
    )
    return f'<ul class="page-list">{items}</ul>' if items else '<p class="muted">No pages found.</p>'


def _code(found: Macro) -> str:
    return f'<pre class="code"><code>{escape(found.text())}</code></pre>'


def _anchor(found: Macro) -> str:
    return f'<span class="anchor" id="{escape(found.parameters.get("", ""))}"></span>'


def _jira(found: Macro) -> str:
    return issues.table(found.parameters, found.rendering)


def _rollup(found: Macro) -> str:
    return rollup.table(found.parameters, found.rendering, found.inner)


def _of_app_or_unknown(found: Macro) -> str:
    app = found.rendering.site.app
    module = app.descriptor.find_module(found.name) if app else None
    if module and module[0] == "dynamicContentMacros" and app.is_active("confluence"):
        return _frame(found, module[1])
    name = escape(found.name or "unnamed")
    return f'<div class="macro-unknown">Unknown macro: <code>{name}</code></div>'


def _frame(found: Macro, module: dict[str, object]) -> str:
    page = found.rendering.page
    params = dict(found.parameters)
    if page:
        params |= {"page.id": page.id, "page.title": page.title, "page.version": str(page.version.number)}
    params["macro.id"] = attribute(found.element, "ac:macro-id")
    height = str(module.get("height", "200px")).removesuffix("px")
    return (
        f'<div class="ac-frame" data-product="confluence" data-module="{escape(found.name)}"'
        f' data-params="{escape(dumps(params))}" data-height="{escape(height)}"></div>'
    )


def _rich_only(found: Macro) -> str:
    return found.rich()


def _section(found: Macro) -> str:
    return f'<div class="layout-section">{found.rich()}</div>'


def _column(found: Macro) -> str:
    return f'<div class="layout-cell">{found.rich()}</div>'


def _part(element: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in element if name_of(child) == name), None)


_MACROS: dict[str, Callable[[Macro], str]] = {
    "status": _status,
    "expand": _expand,
    "details": _details,
    "detailssummary": _rollup,
    "jira": _jira,
    "toc": _toc,
    "children": _children,
    "pagetree": _children,
    "contentbylabel": _by_label,
    "code": _code,
    "noformat": _code,
    "anchor": _anchor,
    "excerpt": _rich_only,
    "section": _section,
    "column": _column,
    **dict.fromkeys(_BOXES, _box),
}
