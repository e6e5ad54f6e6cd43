"""Labels: v2 reads them, v1 still adds and removes them."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from tests.site.wiki.errors import BadRequest, NotFound
from tests.site.wiki.model import Label, Page
from tests.site.wiki.rest import shapes
from tests.site.wiki.rest.answers import numeric, paged
from tests.site.wiki.rest.here import base, wiki

routes_v2 = Blueprint("labels", __name__)
routes_v1 = Blueprint("labels_v1", __name__)


@routes_v2.get("/pages/<page_id>/labels")
def list_labels(page_id: str) -> Response:
    """List the labels of a page."""
    page = wiki().page(numeric("id", page_id))
    prefix = request.args.get("prefix")
    rows = [kept for kept in page.labels.values() if prefix is None or kept.prefix == prefix]
    return paged(sorted(rows, key=lambda kept: kept.name), shapes.label, base=base())


@routes_v1.post("/content/<page_id>/label")
def add_labels(page_id: str) -> dict[str, Any]:
    """Add one label or several; answers with all labels of the page."""
    page = wiki().page(page_id)
    sent = request.get_json(silent=True, force=True)
    entries = [entry for entry in (sent if isinstance(sent, list) else [sent]) if isinstance(entry, dict)]
    if not entries or not all(entry.get("name") and entry.get("prefix") for entry in entries):
        raise BadRequest("Each label needs a prefix and a name")
    for entry in entries:
        wiki().add_label(page, str(entry["name"]), prefix=str(entry["prefix"]))
    return _array(page)


@routes_v1.delete("/content/<page_id>/label")
def remove_label_by_query(page_id: str) -> tuple[str, int]:
    """Remove the label named in the query."""
    return _remove(page_id, request.args.get("name", ""))


@routes_v1.delete("/content/<page_id>/label/<name>")
def remove_label(page_id: str, name: str) -> tuple[str, int]:
    """Remove the label named in the path."""
    return _remove(page_id, name)


def _remove(page_id: str, name: str) -> tuple[str, int]:
    page = wiki().page(page_id)
    if page.labels.pop(name.lower(), None) is None:
        raise NotFound(f"No label '{name}' on content with id {page_id}")
    return "", 204


def _array(page: Page) -> dict[str, Any]:
    rows = [_shape(kept) for kept in page.labels.values()]
    return {
        "results": rows,
        "start": 0,
        "limit": 200,
        "size": len(rows),
        "_links": {"base": base(), "context": "/wiki"},
    }


def _shape(kept: Label) -> dict[str, Any]:
    return {"prefix": kept.prefix, "name": kept.name, "id": kept.id, "label": kept.name}
