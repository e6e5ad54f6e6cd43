"""v2 spaces: read only."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request

from tests.site.wiki.errors import NotFound
from tests.site.wiki.rest import shapes
from tests.site.wiki.rest.answers import listed, numeric, paged
from tests.site.wiki.rest.here import base, wiki

routes = Blueprint("spaces", __name__)


@routes.get("/spaces")
def list_spaces() -> Response:
    """List spaces by key, id, type or status."""
    ids = {numeric("ids", text) for text in listed("ids")}
    keys = {key.upper() for key in listed("keys")}
    kind, status = request.args.get("type"), request.args.get("status")
    rows = [
        space
        for space in wiki().spaces.values()
        if (not ids or space.id in ids)
        and (not keys or space.key.upper() in keys)
        and (not kind or space.type == kind)
        and (not status or space.status == status)
    ]
    return paged(rows, shapes.space, base=base())


@routes.get("/spaces/<space_id>")
def get_space(space_id: str) -> dict[str, Any]:
    """Read one space."""
    space = wiki().spaces.get(numeric("id", space_id))
    if space is None:
        raise NotFound(f"Could not find space with id: {space_id}")
    return {**shapes.space(space), "_links": {**shapes.space(space)["_links"], "base": base()}}
