"""Building Confluence's storage format, so that text can never become markup. What a page says is not decided here.

Every function takes text (`str`, always escaped) or `Markup` made by another function here, and returns `Markup`.
Source: platform 5; https://confluence.atlassian.com/doc/confluence-storage-format-790796544.html
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal
from urllib.parse import urlsplit

StatusColour = Literal["Grey", "Red", "Yellow", "Green", "Blue", "Purple"]

# What XML 1.0 cannot hold at all, not even escaped: most control characters, lone surrogates, two non-characters.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9]*(?:[:-][a-zA-Z0-9]+)*", re.ASCII)
_LINK_SCHEMES = frozenset({"http", "https", "mailto"})


class Markup(str):
    """Storage format made here. Anything else that is a `str` is somebody's text."""

    __slots__ = ()


Content = str | Markup


def text(value: str) -> Markup:
    """Return text as content; what XML cannot hold is dropped."""
    if isinstance(value, Markup):
        return value
    return Markup(_escaped(value))


def element(name: str, *children: Content, attributes: Mapping[str, str] | None = None) -> Markup:
    """Return one element, e.g. `element("p", "5 < 6")`."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no element name")
    inner = "".join(text(child) for child in children)
    opening = name + "".join(f' {_attribute(key)}="{_escaped(value)}"' for key, value in (attributes or {}).items())
    return Markup(f"<{opening}>{inner}</{name}>" if inner else f"<{opening} />")


def join(parts: Iterable[Content]) -> Markup:
    """Return several pieces as one."""
    return Markup("".join(text(part) for part in parts))


def macro(
    name: str,
    *,
    parameters: Mapping[str, str] | None = None,
    body: Iterable[Content] | None = None,
    plain_body: str | None = None,
) -> Markup:
    """Return a macro with its parameters and a rich body, a plain text body, or none."""
    children = [
        element("ac:parameter", value, attributes={"ac:name": key}) for key, value in (parameters or {}).items()
    ]
    if body is not None:
        children.append(element("ac:rich-text-body", *body))
    if plain_body is not None:
        children.append(element("ac:plain-text-body", cdata(plain_body)))
    return element("ac:structured-macro", *children, attributes={"ac:name": name, "ac:schema-version": "1"})


def cdata(value: str) -> Markup:
    """Return text for a plain text body; the end mark inside it is split over two sections."""
    clean = _NOT_XML.sub("", value)
    return Markup("<![CDATA[" + clean.replace("]]>", "]]]]><![CDATA[>") + "]]>")


def status(title: str, colour: StatusColour = "Grey") -> Markup:
    """Return a status lozenge."""
    return macro("status", parameters={"title": title, "colour": colour})


def expand(title: str, *body: Content) -> Markup:
    """Return a part that readers open by its title."""
    return macro("expand", parameters={"title": title}, body=body)


def details(details_id: str, *body: Content, hidden: bool = False) -> Markup:
    """Return page properties: a table that a roll-up on another page can collect by this id."""
    parameters = {"id": details_id, **({"hidden": "true"} if hidden else {})}
    return macro("details", parameters=parameters, body=body)


def details_summary(*, cql: str, details_id: str, headings: Sequence[str] = ()) -> Markup:
    """Return the roll-up of page properties with this id on the pages a CQL finds."""
    parameters = {"cql": cql, "id": details_id}
    if headings:
        parameters["headings"] = ", ".join(headings)
    return macro("detailssummary", parameters=parameters)


def jira_issues(*, jql: str, columns: Sequence[str] = ("key", "summary", "status"), at_most: int = 20) -> Markup:
    """Return a live table of the issues a JQL finds."""
    parameters = {"columns": ",".join(columns), "maximumIssues": str(at_most), "jqlQuery": jql}
    return macro("jira", parameters=parameters)


def jira_issue(key: str) -> Markup:
    """Return a live link to one issue with its status."""
    return macro("jira", parameters={"key": key})


def toc(*, deepest: int = 3) -> Markup:
    """Return a table of contents."""
    return macro("toc", parameters={"maxLevel": str(deepest)})


def anchor(name: str) -> Markup:
    """Return an invisible mark in the page."""
    return macro("anchor", parameters={"": name})


def panel(kind: Literal["info", "note", "tip", "warning"], *body: Content, title: str = "") -> Markup:
    """Return a coloured box."""
    return macro(kind, parameters={"title": title} if title else None, body=body)


def image(filename: str, *, alt: str, width_px: int | None = None) -> Markup:
    """Return an attached picture with the words for those who cannot see it."""
    attributes = {"ac:alt": alt, **({"ac:width": str(width_px)} if width_px else {})}
    attachment = element("ri:attachment", attributes={"ri:filename": filename})
    return element("ac:image", attachment, attributes=attributes)


def user_link(account_id: str) -> Markup:
    """Return a mention of a person; Confluence shows the name."""
    return element("ac:link", element("ri:user", attributes={"ri:account-id": account_id}))


def page_link(title: str, label: str = "") -> Markup:
    """Return a link to a page of the same space by its title."""
    page = element("ri:page", attributes={"ri:content-title": title})
    body = [element("ac:link-body", label)] if label else []
    return element("ac:link", page, *body)


def link(address: str, label: str) -> Markup:
    """Return a link to the web; an address that is none becomes plain words, so that it can run nothing."""
    try:
        scheme = urlsplit(address.strip()).scheme.lower()
    except ValueError:
        scheme = ""
    if scheme not in _LINK_SCHEMES:
        return text(label)
    return element("a", label, attributes={"href": address.strip()})


def paragraphs(value: str) -> Markup:
    """Return somebody's text as paragraphs; blank lines part them, single line breaks stay."""
    blocks = [block.strip("\n") for block in re.split(r"\n\s*\n", value.replace("\r\n", "\n").strip())]
    return join(element("p", *_lines(block)) for block in blocks if block)


def bullets(items: Iterable[Content]) -> Markup:
    """Return a list."""
    return element("ul", *(element("li", item) for item in items))


def table(head: Sequence[Content], rows: Iterable[Sequence[Content]]) -> Markup:
    """Return a table; `head` may be empty."""
    lines = [_row("th", head)] if head else []
    lines += [_row("td", row) for row in rows]
    return element("table", element("tbody", *lines))


def facts(pairs: Iterable[tuple[Content, Content]]) -> Markup:
    """Return a table of names and values, the form page properties are read from."""
    lines = (element("tr", element("th", name), element("td", value)) for name, value in pairs)
    return element("table", element("tbody", *lines))


def task_list(tasks: Iterable[tuple[Content, bool]]) -> Markup:
    """Return boxes to tick, each with whether it is ticked."""
    lines = (
        element(
            "ac:task",
            element("ac:task-status", "complete" if done else "incomplete"),
            element("ac:task-body", body),
        )
        for body, done in tasks
    )
    return element("ac:task-list", *lines)


def _row(cell: str, values: Sequence[Content]) -> Markup:
    return element("tr", *(element(cell, value) for value in values))


def _lines(block: str) -> list[Markup]:
    parts: list[Markup] = []
    for line in block.split("\n"):
        if parts:
            parts.append(element("br"))
        parts.append(text(line))
    return parts


def _attribute(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no attribute name")
    return name


def _escaped(value: str) -> str:
    clean = _NOT_XML.sub("", value)
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
