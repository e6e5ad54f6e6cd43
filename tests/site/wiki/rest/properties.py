"""v2 content properties, by property id and with versions of their own."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from tests.site.wiki.errors import BadRequest, NotFound
from tests.site.wiki.model import Page, Property
from tests.site.wiki.rest import shapes
from tests.site.wiki.rest.answers import json_body, numeric, paged
from tests.site.wiki.rest.here import author, base, wiki

routes = Blueprint("properties", __name__)


@routes.get("/pages/<page_id>/properties")
def list_properties(page_id: str) -> Response:
    """List the properties of a page, all or of one key."""
    key = request.args.get("key")
    rows = [kept for kept in _page(page_id).properties.values() if key is None or kept.key == key]
    return paged(sorted(rows, key=lambda kept: kept.key), shapes.content_property, base=base())


@routes.post("/pages/<page_id>/properties")
def create_property(page_id: str) -> dict[str, Any]:
    """Create a property; a taken key is a conflict."""
    sent = json_body()
    kept = wiki().set_property(
        page=_page(page_id), key=str(sent.get("key") or ""), value=sent.get("value"), by=author()
    )
    return shapes.content_property(kept)


@routes.get("/pages/<page_id>/properties/<property_id>")
def get_property(page_id: str, property_id: str) -> dict[str, Any]:
    """Read one property."""
    return shapes.content_property(_found(_page(page_id), property_id))


@routes.put("/pages/<page_id>/properties/<property_id>")
def save_property(page_id: str, property_id: str) -> dict[str, Any]:
    """Save a new version of a property."""
    sent = json_body()
    version = sent.get("version")
    if not isinstance(version, dict) or not isinstance(version.get("number"), int):
        raise BadRequest("Provided value for 'version.number' must not be null")
    kept = wiki().update_property(
        page=_page(page_id),
        property_id=numeric("property-id", property_id),
        key=str(sent.get("key") or ""),
        value=sent.get("value"),
        number=version["number"],
        message=str(version.get("message") or ""),
        by=author(),
    )
    return shapes.content_property(kept)


@routes.delete("/pages/<page_id>/properties/<property_id>")
def delete_property(page_id: str, property_id: str) -> tuple[str, int]:
    """Delete a property."""
    page = _page(page_id)
    _found(page, property_id)
    del page.properties[property_id]
    return "", 204


def _page(page_id: str) -> Page:
    return wiki().page(numeric("page-id", page_id), statuses=("current", "archived", "draft"))


def _found(page: Page, property_id: str) -> Property:
    kept = page.properties.get(numeric("property-id", property_id))
    if kept is None:
        raise NotFound(f"Could not find property with id: {property_id}")
    return kept
