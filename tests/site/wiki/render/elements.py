"""XHTML elements of storage format, layouts, dates and tasks. Not here: macros, links and images."""

from __future__ import annotations

import re
from datetime import date

from lxml import etree
from markupsafe import escape

from tests.site.wiki.render import links, macros
from tests.site.wiki.render.rendering import HEADINGS, Rendering
from tests.site.wiki.storage import attribute, name_of

_TEXT = {"p", "br", "hr", "em", "strong", "u", "s", "del", "ins", "sub", "sup", "small", "big", "code", "pre", "b", "i"}
_QUOTES = {"blockquote", "cite", "q", "kbd", "div", "span"}
_LISTS = {"ul", "ol", "li", "dl", "dt", "dd"}
_TABLES = {"table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "colgroup", "col"}
_PLAIN = frozenset(_TEXT | _QUOTES | _LISTS | _TABLES)
_VOID = frozenset({"br", "hr", "col"})
_KEPT_ATTRIBUTES = {"td": ("colspan", "rowspan"), "th": ("colspan", "rowspan"), "ol": ("start",)}
_COLOUR = re.compile(r"(?<![-\w])color:\s*(rgb\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*\)|#[0-9a-fA-F]{3,8})")
_ALIGN = re.compile(r"text-align:\s*(left|right|center)")
_HIGHLIGHT = re.compile(r"#[0-9a-fA-F]{3,8}|[a-z]{3,20}")
_SILENT = frozenset(
    {"ac:task-id", "ac:task-uuid", "ac:parameter", "ac:adf-extension", "ac:placeholder", "script", "style"}
)
_WRAPPERS = {
    "ac:layout": "layout",
    "ac:layout-section": "layout-section",
    "ac:layout-cell": "layout-cell",
}
_FACES = {"smile": "🙂", "tick": "✅", "cross": "❌", "warning": "⚠️", "information": "ℹ️", "blue-star": "⭐"}


def inner(element: etree._Element, rendering: Rendering) -> str:
    """Return what is inside of an element, as HTML."""
    parts = [str(escape(element.text or ""))]
    for child in element:
        parts.append(_outer(child, rendering))
        parts.append(str(escape(child.tail or "")))
    return "".join(parts)


def _outer(element: etree._Element, rendering: Rendering) -> str:
    name = name_of(element)
    if not name or name in _SILENT or rendering.too_deep:
        return ""
    rendering.depth += 1
    try:
        return _by_name(name, element, rendering)
    finally:
        rendering.depth -= 1


def _by_name(name: str, element: etree._Element, rendering: Rendering) -> str:
    if name in {"ac:structured-macro", "ac:macro"}:
        return macros.macro(element, rendering, inner)
    if name in HEADINGS:
        return f'<{name} id="{escape(rendering.anchor_of(element))}">{inner(element, rendering)}</{name}>'
    if name == "table":
        return f'<div class="table-wrap">{_plain(name, element, rendering)}</div>'
    if name in _PLAIN:
        return _plain(name, element, rendering)
    if name in {"a", "ac:link"}:
        return links.link(element, rendering, inner)
    if name == "ac:image":
        return links.image(element, rendering)
    if name == "ac:task-list":
        return f'<ul class="task-list">{inner(element, rendering)}</ul>'
    if name == "ac:task":
        return _task(element, rendering)
    if name == "time":
        return _date(element)
    if name == "ac:emoticon":
        face = attribute(element, "ac:emoji-fallback") or _FACES.get(attribute(element, "ac:name"), "🔹")
        return f'<span class="emoji">{escape(face)}</span>'
    if name in _WRAPPERS:
        kind = re.sub(r"[^a-z_]", "", attribute(element, "ac:type"))
        return f'<div class="{_WRAPPERS[name]} {kind}">{inner(element, rendering)}</div>'
    return inner(element, rendering)


def _plain(name: str, element: etree._Element, rendering: Rendering) -> str:
    attributes = _attributes(name, element)
    if name in _VOID:
        return f"<{name}{attributes}>"
    return f"<{name}{attributes}>{inner(element, rendering)}</{name}>"


def _attributes(name: str, element: etree._Element) -> str:
    parts = []
    for kept in _KEPT_ATTRIBUTES.get(name, ()):
        value = element.get(kept) or ""
        if value.isascii() and value.isdigit():
            parts.append(f' {kept}="{int(value)}"')
    styles = []
    given = element.get("style") or ""
    for pattern, css in ((_COLOUR, "color"), (_ALIGN, "text-align")):
        found = pattern.search(given)
        if found:
            styles.append(f"{css}:{found[1]}")
    highlight = element.get("data-highlight-colour") or ""
    if name in {"td", "th"} and _HIGHLIGHT.fullmatch(highlight):
        styles.append(f"background-color:{highlight}")
    if name == "col":
        width = re.search(r"width:\s*(\d{1,4}(?:\.\d+)?)px", given)
        styles += [f"width:{width[1]}px"] if width else []
    if styles:
        parts.append(f' style="{";".join(styles)}"')
    return "".join(parts)


def _task(element: etree._Element, rendering: Rendering) -> str:
    found = {name_of(child): child for child in element}
    task_id = (found["ac:task-id"].text or "") if "ac:task-id" in found else ""
    done = "ac:task-status" in found and (found["ac:task-status"].text or "") == "complete"
    text = inner(found["ac:task-body"], rendering) if "ac:task-body" in found else ""
    box = f'<input type="checkbox" data-task="{escape(task_id)}"{" checked" if done else ""}>'
    return f'<li class="{"done" if done else ""}"><label>{box}<span>{text}</span></label></li>'


def _date(element: etree._Element) -> str:
    try:
        on = date.fromisoformat(element.get("datetime") or "")
    except ValueError:
        return ""
    return f'<time class="date-lozenge" datetime="{on.isoformat()}">{on.day} {on:%b %Y}</time>'
