"""Editing a page by hand, as raw storage format: what people do between two publications of the app."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from tests.site.views import wiki_model
from tests.site.views.shell import me, site
from tests.site.views.wiki_pages import beside, find
from tests.site.wiki.errors import WikiRefusal

routes = Blueprint("wiki_edit", __name__)


@routes.get("/wiki/spaces/<key>/pages/<page_id>/edit")
def form(key: str, page_id: str) -> str:
    """Show a page's source."""
    page = find(page_id)
    return _form(page_id, title=page.title, body=page.body, number=page.version.number, message="")


@routes.post("/wiki/spaces/<key>/pages/<page_id>/edit")
def save(key: str, page_id: str) -> str | tuple[str, int] | Response:
    """Save as the person at the browser; what Confluence refuses is said above the form."""
    page, given = find(page_id), request.form
    number = int(given["number"])
    body = given["body"].replace("\r\n", "\n")
    try:
        site().wiki.update(
            page=page, number=number + 1, title=given["title"], body=body, by=me().account_id, message=given["message"]
        )
    except WikiRefusal as refusal:
        shown = _form(
            page_id, title=given["title"], body=body, number=number, message=given["message"], error=refusal.title
        )
        return shown, refusal.status
    return redirect(wiki_model.address(page))


def _form(page_id: str, *, title: str, body: str, number: int, message: str, error: str = "") -> str:
    page = find(page_id)
    return render_template(
        "page_edit.html", page=wiki_model.view(page), title=title, body=body, number=number, message=message,
        error=error, **beside(page),
    )  # fmt: skip
