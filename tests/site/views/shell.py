"""What every page shares: who is looking, the header's entries, security headers. Not here: any page."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flask import Blueprint, Response, current_app, g, render_template, request
from markupsafe import Markup

from tests.site.accounts import COOKIE, Account

SITE_NAME = "Harbor & Pine"
_TINTS = ("#1f845a", "#0c66e4", "#b65c02", "#6e5dc6", "#206a83", "#943d73")
_TOP_BAR = "system.top.navigation.bar"


class Missing(Exception):
    """The page somebody asked for is not there, or not for them."""

    def __init__(self, heading: str, sentence: str, *, href: str = "/", text: str = "Back to your work") -> None:
        super().__init__(heading)
        self.heading, self.sentence = heading, sentence
        self.way_out = {"href": href, "text": text}


def site() -> Any:
    """Return the site this request belongs to."""
    return current_app.extensions["site"]


def me() -> Account:
    """Return who sits at the browser."""
    account = g.get("account")
    return account if isinstance(account, Account) else site().accounts.current(request)


def tint(key: str) -> str:
    """Return the colour of a project or space; the same key has the same colour in both products."""
    projects, spaces = site().jira.projects.values(), site().wiki.spaces.values()
    keys = sorted({one.key for one in (*projects, *spaces)})
    return _TINTS[keys.index(key) % len(_TINTS)]


def ago(at: datetime, now: datetime) -> str:
    """Say how long ago something was, in words."""
    seconds = int((now - at).total_seconds())
    for size, one, many in ((86400, "day", "days"), (3600, "hour", "hours"), (60, "minute", "minutes")):
        if seconds >= size:
            count = seconds // size
            if size == 86400 and count > 13:
                return f"on {at.day} {at:%b %Y}"
            return f"{count} {one if count == 1 else many} ago"
    return "just now"


def install(views: Blueprint) -> None:
    """Give every page of the blueprint its header, its cookie and its security headers."""
    views.context_processor(_header)
    views.after_request(_after)
    views.register_error_handler(Missing, _missing)


def _header() -> dict[str, Any]:
    app = site().app
    product = "confluence" if request.path.startswith("/wiki") else "jira"
    theme = request.cookies.get("site.theme", "")
    return {
        "site_name": SITE_NAME,
        "product": product,
        "me": me(),
        "people": [account for account in site().accounts.people() if account.active],
        "theme": theme if theme in {"light", "dark"} else "",
        "app_key": app.key if app else "",
        "app_pages": _entries("generalPages", top_bar=True),
        "admin_pages": _entries("adminPages"),
        "space": None,
        "project": None,
    }


def _entries(kind: str, *, top_bar: bool = False) -> list[dict[str, str]]:
    app = site().app
    if app is None or not app.is_active("jira"):
        return []
    return [
        {"name": module["name"]["value"], "href": f"/plugins/servlet/ac/{app.key}/{module['key']}"}
        for module in app.descriptor.modules(kind)
        if not top_bar or module.get("location", _TOP_BAR) == _TOP_BAR
    ]


def _after(response: Response) -> Response:
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    if response.mimetype == "text/html":
        frame_sources = site().app.descriptor.base_url if site().app else "'none'"
        policy = (
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src * data:; script-src 'self';"
            f" frame-src {frame_sources}; frame-ancestors 'self'; base-uri 'none'"
        )
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers["Cache-Control"] = "no-store"
        if not request.cookies.get(COOKIE):
            response.set_cookie(COOKIE, me().account_id, samesite="Lax")
    return response


def _missing(error: Missing) -> tuple[str, int]:
    page = render_template("missing.html", heading=error.heading, sentence=error.sentence, way_out=error.way_out)
    return page, 404


def safe(html: str) -> Markup:
    """Mark HTML that the storage renderer made as safe; nothing else may pass here."""
    return Markup(html)  # noqa: S704
