"""Who is calling: the app by its signed token, a person by API token, a browser by cookie.

Not here: what the caller may see or change (`jira/permissions.py`).
"""

from __future__ import annotations

import base64
import hmac
from typing import TYPE_CHECKING

from flask import Flask, g, request

from tests.site.accounts import COOKIE, Account
from tests.site.jwt_qsh import TokenRefused, qsh, read_hs256
from tests.site.wire import Refused, raw_target

if TYPE_CHECKING:
    from tests.site.state import Site

REST = ("/rest/", "/wiki/rest/", "/wiki/api/")
# POST requests that only read, and therefore need the READ scope.
_READING_POSTS = (
    "/search/jql",
    "/search/approximate-count",
    "/jql/match",
    "/permissions/check",
    "/rest/api/3/search",
)
# Calls that need no scope at all, and the mark of those no Connect app may make.
_FREE = ("/rest/api/3/field/search", "/rest/api/3/task/", "/rest/atlassian-connect/")
INACCESSIBLE = "INACCESSIBLE"


def is_rest(path: str) -> bool:
    """Tell whether the path belongs to an API rather than to a page."""
    return path.startswith(REST)


def product_of(path: str) -> str:
    """Return which product answers a path."""
    return "confluence" if path.startswith("/wiki") else "jira"


def install(app: Flask, site: Site) -> None:
    """Refuse every API call whose caller is not known; leave `g.account` and `g.caller` to the views."""

    @app.before_request
    def _authenticate() -> None:
        if not is_rest(request.path):
            g.account, g.caller = site.accounts.current(request), ""
            return
        header = request.headers.get("Authorization", "")
        if request.method == "GET" and request.content_length:
            raise Refused(403, "A GET request must not have a body.")
        if header.startswith("JWT ") or "jwt" in request.args:
            g.account, g.caller = _app_account(site, header[4:] or request.args["jwt"]), "app"
        elif header.startswith("Basic "):
            g.account, g.caller = _basic_account(site, header[6:]), "token"
        elif not header and request.cookies.get(COOKIE):
            g.account, g.caller = site.accounts.current(request), "browser"
        else:
            raise Refused(401, "Client must be authenticated to access this resource.")


def needed_scope(method: str, path: str) -> str | None:
    """Return the Connect scope a call needs. Source: `x-atlassian-connect-scope` of the specifications."""
    if path.startswith(_FREE) or (path.startswith("/rest/api/3/field/") and "/option" in path):
        return None
    if path.endswith("/changelog/bulkfetch") or (method == "GET" and "/contentbody/convert/" in path):
        return INACCESSIBLE
    if path == "/rest/api/3/field" and method == "POST":
        return "ADMIN"
    if path.startswith("/rest/api/3/screens"):
        return "ADMIN"
    reads = path.endswith(_READING_POSTS) or "/contentbody/convert/" in path
    if method in ("GET", "HEAD") or reads:
        return "READ"
    # In Confluence, taking a label or a property off a page counts as writing the page.
    is_page_part = path.startswith("/wiki/") and ("/label" in path or "/properties/" in path)
    return "DELETE" if method == "DELETE" and not is_page_part else "WRITE"


def _app_account(site: Site, token: str) -> Account:
    product = product_of(request.path)
    app = site.app
    if app is None or not app.is_active(product):
        raise Refused(401, "The app is not installed.")
    try:
        claims = read_hs256(token, secret=app.products[product].shared_secret, now_s=site.clock.epoch_s())
        if claims["iss"] != app.key:
            raise TokenRefused(f"iss {claims['iss']!r} is not the app key")
        base_path = "/wiki" if product == "confluence" else ""
        if not hmac.compare_digest(str(claims["qsh"]), qsh(request.method, raw_target(request), base_path=base_path)):
            raise TokenRefused("qsh does not match this request")
    except TokenRefused as refused:
        raise Refused(401, f"Unauthorized: {refused}") from refused
    scope = needed_scope(request.method, request.path)
    if scope == INACCESSIBLE:
        raise Refused(403, "Connect apps cannot access this REST resource.")
    if scope and scope not in app.descriptor.scopes:
        raise Refused(403, f"The app's descriptor does not ask for the scope {scope}.")
    return site.accounts.get(app.account_id)


def _basic_account(site: Site, credentials: str) -> Account:
    try:
        email, _, token = base64.b64decode(credentials, validate=True).decode().partition(":")
    except (ValueError, UnicodeDecodeError) as error:
        raise Refused(401, "Basic authentication with an unreadable header.") from error
    account = site.accounts.by_email(email)
    if account is None or not account.active or not hmac.compare_digest(token, account.api_token):
        raise Refused(401, "Client must be authenticated to access this resource.")
    return account
