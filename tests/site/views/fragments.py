"""Parts of a page that keep themselves up to date: each has a hash, and the browser swaps those that differ."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from flask import Response, current_app, jsonify, request
from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Fragment:
    """One part of a page as HTML, with the hash of it."""

    html: Markup
    hash: str


def rendered(template: str, names: tuple[str, ...], model: Any) -> dict[str, Fragment]:
    """Render the macros of a template by name, each given the model."""
    module = current_app.jinja_env.get_template(template).module
    found = {}
    for name in names:
        html = Markup(getattr(module, name)(model))  # noqa: S704  (our own templates escape)
        found[name] = Fragment(html, hashlib.sha256(html.encode()).hexdigest()[:16])
    return found


def answer(fragments: dict[str, Fragment]) -> Response:
    """Answer with all fragments, or 304 when the browser has them."""
    tag = hashlib.sha256("".join(part.hash for part in fragments.values()).encode()).hexdigest()[:20]
    response = jsonify({"fragments": {name: {"hash": p.hash, "html": p.html} for name, p in fragments.items()}})
    response.set_etag(tag)
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response
