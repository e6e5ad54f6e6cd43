"""A live region: HTML with its own address and an ETag in two parts, so that a poll costs next to nothing until something changes.

The first part says at which revision of the site the region was read: where it still holds, nothing is read or drawn. The
second is the hash of what is inside: where only that holds, nothing is sent.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flask import Response, current_app, make_response, render_template, request
from markupsafe import Markup

from service.usecases.read_revision import read_revision
from service.web.call import Call
from service.web.fragments.shelf import Region, Shelf

TEMPLATES = Path(__file__).parent.parent / "templates"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a region shows: its address, its template, and how to read what the template needs.

    It shows the same to everybody on the site. `cycle_id` narrows what it depends on to one cycle; `judged` says that it depends
    on judgements too, and on no clock. `name` is its id on the page, which holds one view and any number of pieces beside it.
    """

    url: str
    template: str
    read: Callable[[], Mapping[str, object]]
    cycle_id: str | None = None
    judged: bool = False
    name: str = "view"


def shown(call: Call, view: View) -> Region:
    """Return the region as it stands."""
    return _take(call, view, _revision(call, view))


def answer(call: Call, view: View) -> Response:
    """Return the region, or 304 when the caller has it already."""
    known = request.if_none_match.as_set(include_weak=True)
    revision = _revision(call, view)
    for etag in known:
        if etag.startswith(f"{revision}-"):
            return _unchanged(etag)
    region = _take(call, view, revision)
    inside = region.etag.partition("-")[2]
    if any(etag.endswith(f"-{inside}") for etag in known):
        return _unchanged(region.etag)
    response = make_response(region.html)
    response.set_etag(region.etag)
    return response


def _unchanged(etag: str) -> Response:
    response = make_response("", 304)
    response.set_etag(etag)
    return response


def _revision(call: Call, view: View) -> str:
    read = read_revision(parts=call.parts, site_id=call.site_id, cycle_id=view.cycle_id, judged=view.judged)
    return hashlib.sha256(f"{read} {templates_hash()}".encode()).hexdigest()[:16]


def _take(call: Call, view: View, revision: str) -> Region:
    shelf: Shelf = current_app.extensions.setdefault("northstar_shelf", Shelf())
    return shelf.take((call.site_id, view.url), revision, lambda: _render(view, revision))


def _render(view: View, revision: str) -> Region:
    inside = Markup(render_template(view.template, **view.read()))  # noqa: S704  rendered by an escaping template
    etag = f"{revision}-{hashlib.sha256(inside.encode()).hexdigest()[:16]}"
    wrapped = render_template("parts/live.html", name=view.name, url=view.url, etag=etag, html=inside)
    return Region(html=Markup(wrapped), etag=etag)  # noqa: S704  rendered by an escaping template


@cache
def templates_hash() -> str:
    """Return the hash of the templates: after a deployment old regions are drawn anew."""
    drawn = hashlib.sha256()
    for file in sorted(TEMPLATES.rglob("*.html")):
        drawn.update(file.read_bytes())
    return drawn.hexdigest()
