"""The small pictures a site serves: avatars and icons, drawn as SVG. Not here: pages, fonts, anything bigger."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from flask import Blueprint, Response, request

if TYPE_CHECKING:
    from tests.site.state import Site

_ISSUE_TYPES = {"1": ("#904EE2", "M13 2 5 13h5l-1 9 9-12h-5z"), "0": ("#4BADE8", "m6 12 4 4 8-9")}
_SUBTASK = ("#4BADE8", "M6 6h8v8H6zM10 10h8v8h-8z")
_PROJECT_COLOURS = ("#0C66E4", "#1F845A", "#6E5DC6", "#B65C02", "#206A83")


def blueprint(site: Site) -> Blueprint:
    """Serve the addresses that users, projects and issue types name in their JSON."""
    routes = Blueprint("pictures", __name__)

    @routes.get("/avatar/<ref>")
    def avatar(ref: str) -> Response:
        account = site.accounts.find(ref)
        size = request.args.get("size", "48")
        if account is not None:
            return _disc(account.initials, account.colour, size=size, radius=24)
        key = ref.removeprefix("project-")
        colour = _PROJECT_COLOURS[sum(key.encode()) % len(_PROJECT_COLOURS)]
        return _disc(key[:2].upper(), colour, size=size, radius=8)

    @routes.get("/images/icons/issuetypes/<level>.svg")
    def issue_type(level: str) -> Response:
        colour, path = _ISSUE_TYPES.get(level, _SUBTASK)
        return _icon(f'<rect width="24" height="24" rx="4" fill="{colour}"/>{_stroke(path, "#fff")}')

    @routes.get("/images/icons/priorities/<number>.svg")
    def priority(number: str) -> Response:
        path = {"1": "m5 15 7-7 7 7", "2": "m5 15 7-7 7 7", "3": "M5 9h14M5 15h14"}.get(number, "m5 9 7 7 7-7")
        return _icon(_stroke(path, "#C9372C" if number in ("1", "2") else "#E56910" if number == "3" else "#388BFF"))

    @routes.get("/images/icons/statuses/generic.png")
    @routes.get("/favicon.ico")
    def plain() -> Response:
        return _icon('<rect width="24" height="24" rx="5" fill="#0C66E4"/>' + _stroke("M6 16 12 7l6 9", "#fff"))

    return routes


def _disc(letters: str, colour: str, *, size: str, radius: int) -> Response:
    pixels = size if size.isdigit() else "48"
    return _svg(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{pixels}" height="{pixels}" viewBox="0 0 48 48">'
        f'<rect width="48" height="48" rx="{radius}" fill="{colour}"/>'
        '<text x="24" y="31" font-family="sans-serif" font-size="19" font-weight="600" fill="#fff" '
        f'text-anchor="middle">{escape(letters)}</text></svg>'
    )


def _icon(inner: str) -> Response:
    return _svg(f'<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">{inner}</svg>')


def _stroke(path: str, colour: str) -> str:
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2" stroke-linejoin="round"/>'


def _svg(text: str) -> Response:
    return Response(text, mimetype="image/svg+xml", headers={"Cache-Control": "max-age=3600"})
