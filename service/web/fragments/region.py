"""A live region: HTML with its own address and an ETag, so that a poll costs nothing until something changes."""

import hashlib
from dataclasses import dataclass

from flask import Response, make_response, render_template, request
from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A rendered region. `etag` is the hash of what is inside."""

    html: Markup
    etag: str


def region(name: str, url: str, template: str, **context: object) -> Region:
    """Render `template` as the live region `name` that refreshes itself from `url`."""
    inside = Markup(render_template(template, **context))  # noqa: S704  rendered by an escaping template
    etag = hashlib.sha256(inside.encode()).hexdigest()[:20]
    wrapped = render_template("parts/live.html", name=name, url=url, etag=etag, html=inside)
    return Region(html=Markup(wrapped), etag=etag)  # noqa: S704  rendered by an escaping template


def answer(rendered: Region) -> Response:
    """Return the region, or 304 when the caller has it already."""
    known = request.if_none_match.contains(rendered.etag)
    response = make_response("", 304) if known else make_response(rendered.html)
    response.set_etag(rendered.etag)
    return response
