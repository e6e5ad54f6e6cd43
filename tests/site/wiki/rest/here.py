"""What a request handler of the wiki stands on: the site's wiki, its address, its faults and who is calling."""

from __future__ import annotations

from typing import Any

from flask import current_app, g, request

from tests.site.wiki.state import WikiState


def site() -> Any:
    """Return the site this request belongs to."""
    return current_app.extensions["site"]


def wiki() -> WikiState:
    """Return the site's wiki."""
    state: WikiState = site().wiki
    return state


def base() -> str:
    """Return the wiki's own base URL."""
    return request.host_url.rstrip("/") + "/wiki"


def author() -> str:
    """Return the account id of the caller."""
    return str(g.account.account_id)


def fault(name: str) -> bool:
    """Say whether a named fault strikes this request."""
    return bool(site().faults.strikes(name))
