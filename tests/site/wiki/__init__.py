"""Confluence: its content in memory, its REST APIs and its storage format. Pages people look at are in `views/`."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response

from tests.site.wiki.errors import WikiRefusal
from tests.site.wiki.rest import attachments, children, labels, pages, properties, restrictions, search, spaces
from tests.site.wiki.rest.answers import refuse_v1, refuse_v2


def blueprint(site: Any) -> Blueprint:
    """Return the blueprint of both APIs; handlers find their site through the application."""
    v2 = Blueprint("v2", __name__, url_prefix="/wiki/api/v2")
    for routes in (
        spaces.routes, pages.routes, children.routes, properties.routes, labels.routes_v2, attachments.routes_v2,
    ):  # fmt: skip
        v2.register_blueprint(routes)
    v2.register_error_handler(WikiRefusal, _as_v2)
    v1 = Blueprint("v1", __name__, url_prefix="/wiki/rest/api")
    for routes in (labels.routes_v1, attachments.routes_v1, restrictions.routes, search.routes):
        v1.register_blueprint(routes)
    v1.register_error_handler(WikiRefusal, _as_v1)
    both = Blueprint("wiki", __name__)
    both.register_blueprint(v2)
    both.register_blueprint(v1)
    return both


def _as_v2(error: WikiRefusal) -> Response:
    return refuse_v2(error)


def _as_v1(error: WikiRefusal) -> Response:
    return refuse_v1(error)
