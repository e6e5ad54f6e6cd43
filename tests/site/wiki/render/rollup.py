"""The *page properties report*: one row a page, one column a key of its page-properties table."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree
from markupsafe import escape

from tests.site.wiki import cql, storage
from tests.site.wiki.errors import MalformedStorage
from tests.site.wiki.model import Page
from tests.site.wiki.render.rendering import Rendering
from tests.site.wiki.storage import attribute, name_of

Inner = Callable[[etree._Element, Rendering], str]


def table(parameters: dict[str, str], rendering: Rendering, inner: Inner) -> str:
    """Return the roll-up that a `detailssummary` macro asks for."""
    wiki = rendering.site.wiki
    query = parameters.get("cql") or f'label = "{parameters.get("label", "")}"'
    wanted_id = parameters.get("id", "")
    rows = []
    for page in cql.search(wiki, query):
        if rendering.page is not None and page.id == rendering.page.id:
            continue
        cells = _properties(page, wanted_id, rendering, inner)
        if cells:
            rows.append((page, cells))
    headings = [part.strip() for part in parameters.get("headings", "").split(",") if part.strip()]
    if not headings:
        headings = list(dict.fromkeys(key for _, cells in rows for key in cells))
    if not rows:
        return '<p class="muted">No pages with page properties match yet.</p>'
    head = "".join(f"<th>{escape(text)}</th>" for text in [parameters.get("firstcolumn") or "Title", *headings])
    body = "".join(_row(page, cells, headings, wiki.spaces[page.space_id].key) for page, cells in rows)
    return f'<div class="table-wrap"><table class="rollup"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _row(page: Page, cells: dict[str, str], headings: list[str], space_key: str) -> str:
    link = f'<a href="/wiki/spaces/{escape(space_key)}/pages/{page.id}">{escape(page.title)}</a>'
    shown = "".join(f"<td>{cells.get(heading, '')}</td>" for heading in headings)
    return f"<tr><td>{link}</td>{shown}</tr>"


def _properties(page: Page, wanted_id: str, rendering: Rendering, inner: Inner) -> dict[str, str]:
    """Return key → HTML from the page-properties tables of a page, upright or lying."""
    try:
        root = storage.parse(page.body)
    except MalformedStorage:
        return {}
    inside = Rendering(site=rendering.site, page=page, viewer=rendering.viewer, depth=rendering.depth + 1)
    found: dict[str, str] = {}
    for element in root.iter():
        if name_of(element) != "ac:structured-macro" or attribute(element, "ac:name") != "details":
            continue
        if _id_of(element) != wanted_id:
            continue
        for rows in _tables(element):
            found |= _cells(rows, inside, inner)
    return found


def _id_of(element: etree._Element) -> str:
    return next(
        (
            "".join(c.itertext()).strip()
            for c in element
            if name_of(c) == "ac:parameter" and attribute(c, "ac:name") == "id"
        ),
        "",
    )


def _tables(element: etree._Element) -> list[list[list[etree._Element]]]:
    return [
        [[cell for cell in row if name_of(cell) in {"td", "th"}] for row in table_element.iter("tr")]
        for table_element in element.iter("table")
    ]


def _cells(rows: list[list[etree._Element]], inside: Rendering, inner: Inner) -> dict[str, str]:
    def key(cell: etree._Element) -> str:
        return " ".join("".join(cell.itertext()).split())

    lying = len(rows) > 1 and all(name_of(cell) == "th" for cell in rows[0]) and len(rows[0]) > 1
    if lying:
        return {key(head): inner(cell, inside) for head, cell in zip(rows[0], rows[1], strict=False)}
    return {key(row[0]): inner(row[1], inside) for row in rows if len(row) >= 2}
