"""Confluence's pages for readers: spaces, a page that refreshes itself, its history, its files, its tasks."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from tests.site.views import fragments, wiki_model
from tests.site.views.shell import Missing, me, site
from tests.site.wiki import cql, storage
from tests.site.wiki.errors import NotFound
from tests.site.wiki.model import Page

routes = Blueprint("wiki_pages", __name__)
_PARTS = ("heading", "byline", "body", "labels")
_PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})


@routes.get("/wiki")
@routes.get("/wiki/")
@routes.get("/wiki/home")
def spaces() -> str:
    """Show all spaces and what was saved lately."""
    return render_template("wiki_home.html", spaces=wiki_model.spaces(), recent=wiki_model.recent(15), page=None)


@routes.get("/wiki/spaces/<key>")
@routes.get("/wiki/spaces/<key>/overview")
def space(key: str) -> AnyResponse:
    """Lead to the home page of a space."""
    found = site().wiki.space_by_key(key)
    if found is None:
        raise _missing("space", key)
    return redirect(wiki_model.address(site().wiki.pages[found.homepage_id]))


@routes.get("/wiki/x/<page_id>")
@routes.get("/wiki/pages/viewpage.action")
def by_id(page_id: str = "") -> AnyResponse:
    """Lead from a bare id to the page."""
    return redirect(wiki_model.address(find(page_id or request.args.get("pageId", ""))))


@routes.get("/wiki/spaces/<key>/pages/<page_id>")
@routes.get("/wiki/spaces/<key>/pages/<page_id>/<path:title>")
def show(key: str, page_id: str, title: str = "") -> str:
    """Show a page, newest or an older version."""
    page = find(page_id)
    with site().lock:
        number = request.args.get("version", "")
        old = next((v for v in page.versions if str(v.number) == number and v is not page.version), None)
        model = wiki_model.view(page, at=old)
        return render_template(
            "page.html",
            page=model,
            old=old,
            ancestors=[{"title": p.title, "href": wiki_model.address(p)} for p in site().wiki.ancestors(page)],
            fragments=fragments.rendered("page_parts.html", _PARTS, model),
            **beside(page),
        )


@routes.get("/wiki/_browser/pages/<page_id>")
def refresh(page_id: str) -> Response:
    """Answer with the parts of the page as they are now."""
    page = find(page_id)
    with site().lock:
        return fragments.answer(fragments.rendered("page_parts.html", _PARTS, wiki_model.view(page)))


@routes.get("/wiki/spaces/<key>/pages/<page_id>/history")
def history(key: str, page_id: str) -> str:
    """Show who saved which version."""
    page = find(page_id)
    return render_template(
        "page_history.html", page=wiki_model.view(page), versions=wiki_model.versions(page), **beside(page)
    )


@routes.post("/wiki/_browser/pages/<page_id>/tasks/<task_id>")
def tick(page_id: str, task_id: str) -> dict[str, Any]:
    """Tick or untick a task of the page, as a small edit of the person at the browser."""
    page = find(page_id)
    body = storage.set_task_status(page.body, task_id, done=bool(request.get_json()["done"]))
    if body != page.body:
        site().wiki.update(
            page=page, number=page.version.number + 1, title=page.title, body=body, by=me().account_id, minor_edit=True
        )
    return {"version": page.version.number}


@routes.get("/wiki/labels/<name>")
def labelled(name: str) -> str:
    """Show the pages with a label."""
    pages = cql.search(site().wiki, f'label = "{name}" ORDER BY title')
    rows = [{"title": p.title, "href": wiki_model.address(p)} for p in pages]
    return render_template("wiki_label.html", name=name, rows=rows, spaces=wiki_model.spaces(), page=None)


@routes.get("/wiki/download/attachments/<page_id>/<filename>")
def download(page_id: str, filename: str) -> Response:
    """Serve a file; only pictures open in the browser."""
    kept = next((a for a in find(page_id).attachments.values() if a.filename == filename), None)
    if kept is None:
        raise _missing("file", filename)
    answer = Response(kept.content, mimetype=kept.media_type)
    answer.headers["Content-Security-Policy"] = "sandbox"
    if kept.media_type not in _PICTURES:
        answer.headers.set("Content-Disposition", "attachment", filename=filename)
    return answer


def find(page_id: str) -> Page:
    """Return a page that can be read. Raises: Missing."""
    try:
        found: Page = site().wiki.page(page_id)
    except NotFound:
        raise _missing("page", page_id) from None
    return found


def beside(page: Page) -> dict[str, Any]:
    """Return what the sidebar shows beside a page."""
    home = site().wiki.spaces[page.space_id]
    return {"space": wiki_model.shown_space(home), "page_tree": wiki_model.tree(home)}


def _missing(kind: str, name: str) -> Missing:
    sentence = f"There is no {kind} “{name}”, or you do not have permission to see it."
    return Missing(f"We can't find that {kind}", sentence, href="/wiki", text="Back to all spaces")
