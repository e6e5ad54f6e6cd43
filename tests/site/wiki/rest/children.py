"""v2: what lies below a page, and the versions behind it."""

from __future__ import annotations

from flask import Blueprint, Response, request

from tests.site.wiki.model import Page
from tests.site.wiki.rest import shapes
from tests.site.wiki.rest.answers import listed, numeric, paged
from tests.site.wiki.rest.here import base, wiki

routes = Blueprint("children", __name__)


@routes.get("/pages/<page_id>/children")
@routes.get("/pages/<page_id>/direct-children")
def list_children(page_id: str) -> Response:
    """List the pages directly below."""
    page = wiki().page(numeric("id", page_id))
    return paged(wiki().children(page.id), shapes.child, base=base())


@routes.get("/pages/<page_id>/descendants")
def list_descendants(page_id: str) -> Response:
    """List the pages below, down to `depth` levels (2 unless told)."""
    page = wiki().page(numeric("id", page_id))
    depth = int(numeric("depth", request.args.get("depth", "2")))
    rows = _below(page, 1, depth)
    return paged(
        rows,
        lambda row: {**shapes.child(row[0]), "parentId": row[0].parent_id, "depth": row[1]},
        base=base(),
    )


@routes.get("/pages/<page_id>/ancestors")
def list_ancestors(page_id: str) -> Response:
    """List the pages above, from the top."""
    page = wiki().page(numeric("id", page_id))
    return paged(wiki().ancestors(page), lambda row: {"id": row.id, "type": "page"}, base=base())


@routes.get("/pages/<page_id>/versions")
def list_versions(page_id: str) -> Response:
    """List versions, newest first unless sorted otherwise."""
    page = wiki().page(numeric("id", page_id))
    rows = sorted(
        page.versions, key=lambda version: version.number, reverse=request.args.get("sort") != "modified-date"
    )
    with_body = "storage" in listed("body-format")

    def shape(version: object) -> dict[str, object]:
        assert isinstance(version, type(page.version))
        inner: dict[str, object] = {"title": version.title, "id": page.id}
        if with_body:
            inner["body"] = {"storage": {"representation": "storage", "value": version.body}}
        return {**shapes.version(version), "page": inner}

    return paged(rows, shape, base=base())


def _below(page: Page, level: int, depth: int) -> list[tuple[Page, int]]:
    if level > depth:
        return []
    found: list[tuple[Page, int]] = []
    for child in wiki().children(page.id):
        found += [(child, level), *_below(child, level + 1, depth)]
    return found
