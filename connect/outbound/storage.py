"""Builds Confluence storage format from escaped pieces. Text given by people can never become markup: it enters through `text()` only.

Elements are `Markup`, a str subclass; every builder escapes a plain str and takes Markup as it is. What a page says is
decided elsewhere. Source: platform 5 (storage format), https://confluence.atlassian.com/doc/confluence-storage-format-790796544.html
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

Colour = Literal["Grey", "Green", "Yellow", "Red", "Blue", "Purple"]


class Markup(str):
    """A piece of storage format that is already escaped."""

    __slots__ = ()


def text(value: object) -> Markup:
    """Return `value` escaped; Markup stays as it is. Characters XML forbids are dropped, so that a page can always be saved."""
    if isinstance(value, Markup):
        return value
    return Markup(escape("".join(char for char in str(value) if _allowed(char)), {'"': "&quot;"}))


def join(parts: Iterable[object]) -> Markup:
    """Return the pieces one after the other, each escaped if it is plain text."""
    return Markup("".join(text(part) for part in parts))


def element(name: str, *children: object, **attributes: str) -> Markup:
    """Return `<name …>children</name>`; `ac__name` becomes `ac:name`, `data_x` becomes `data-x`."""
    written = "".join(f" {_attribute(key)}={quoteattr(text_only(value))}" for key, value in attributes.items())
    return Markup(f"<{name}{written}>{join(children)}</{name}>" if children else f"<{name}{written} />")


def text_only(value: str) -> str:
    """Return `value` without the characters XML forbids."""
    return "".join(char for char in value if _allowed(char))


def paragraph(*children: object) -> Markup:
    """Return a paragraph."""
    return element("p", *children)


def heading(level: int, *children: object) -> Markup:
    """Return a heading of level 1–6."""
    return element(f"h{level}", *children)


def strong(*children: object) -> Markup:
    """Return bold text."""
    return element("strong", *children)


def emphasis(*children: object) -> Markup:
    """Return italic text."""
    return element("em", *children)


def bullets(items: Iterable[object]) -> Markup:
    """Return an unordered list."""
    return element("ul", *(element("li", item) for item in items))


def link(href: str, *children: object) -> Markup:
    """Return a link to an http(s) address; any other scheme is shown as plain text."""
    return element("a", *children, href=href) if href.startswith(("https://", "http://")) else join(children)


def table(header: Sequence[object], rows: Iterable[Sequence[object]]) -> Markup:
    """Return a table with a heading row."""
    head = element("tr", *(element("th", cell) for cell in header))
    body = [element("tr", *(element("td", cell if cell != "" else Markup("<br />")) for cell in row)) for row in rows]
    return element("table", element("tbody", head, *body))


def property_table(rows: Iterable[tuple[object, object]]) -> Markup:
    """Return a two-column table with its headings on the left, as the page-properties macro reads it."""
    return element(
        "table",
        element("tbody", *(element("tr", element("th", name), element("td", value)) for name, value in rows)),
    )


def macro(name: str, parameters: Mapping[str, str] | None = None, body: Markup | None = None) -> Markup:
    """Return a native macro, with a rich-text body if one is given."""
    inner: list[Markup] = [element("ac:parameter", value, ac__name=key) for key, value in (parameters or {}).items()]
    if body is not None:
        inner.append(element("ac:rich-text-body", body))
    return element("ac:structured-macro", *inner, ac__name=name)


def status(title: str, colour: Colour) -> Markup:
    """Return a status lozenge."""
    return macro("status", {"title": title, "colour": colour})


def expand(title: str, *children: object) -> Markup:
    """Return a section that opens on a click."""
    return macro("expand", {"title": title}, join(children))


def page_properties(properties_id: str, rows: Iterable[tuple[object, object]]) -> Markup:
    """Return a page-properties table that a page-properties report can gather by its id."""
    return macro("details", {"id": properties_id}, property_table(rows))


def jira_issues(jql: str, columns: Sequence[str] = ("key", "summary", "status", "assignee")) -> Markup:
    """Return Confluence's own Jira issues table."""
    return macro("jira", {"jqlQuery": jql, "columns": ",".join(columns), "maximumIssues": "20"})


def attached_image(filename: str, *, width_px: int, alt: str) -> Markup:
    """Return an image that is attached to the page."""
    return element("ac:image", element("ri:attachment", ri__filename=filename), ac__width=str(width_px), ac__alt=alt)


def person(account_id: str) -> Markup:
    """Return a mention-like link to a person; Confluence shows the name, we never store it."""
    return element("ac:link", element("ri:user", ri__account_id=account_id))


def _attribute(key: str) -> str:
    prefix, colon, rest = key.partition("__")
    return f"{prefix}:{rest.replace('_', '-')}" if colon else key.replace("_", "-")


def _allowed(char: str) -> bool:
    code = ord(char)
    return code in (0x9, 0xA, 0xD) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
