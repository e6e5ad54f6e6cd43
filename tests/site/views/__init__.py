"""The pages people look at, of both products, and the iframes of the app inside of them.

Not here: REST APIs (`jira/`, `wiki/`). Whoever sits at the browser is the cookie's person, switchable in the header.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Blueprint

from tests.site.views import frames, home, issue, shell, wiki_edit, wiki_pages

_HERE = Path(__file__).parent.parent


def blueprint(site: Any) -> Blueprint:
    """Return the blueprint of every page; handlers find their site through the application."""
    views = Blueprint(
        "views",
        __name__,
        template_folder=str(_HERE / "templates"),
        static_folder=str(_HERE / "static"),
        static_url_path="/site-static",
    )
    shell.install(views)
    for part in (home, issue, wiki_pages, wiki_edit, frames):
        views.register_blueprint(part.routes)
    return views
