"""A small site with an app whose iframes can be looked at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import requests

from tests.site import lifecycle
from tests.site.accounts import COOKIE
from tests.site.config import SiteConfig
from tests.site.running import free_port, running
from tests.site.state import Site
from tests.site_checks.views.frame_app import serving


@pytest.fixture
def site() -> Iterator[Site]:
    """Return a running site with the app installed."""
    with serving() as app_url, running(SiteConfig(port=free_port(), app_url=app_url, issues=12)) as site:
        lifecycle.install(site)
        yield site


@pytest.fixture
def browser_of(site: Site) -> type[requests.Session]:
    """Return a class of sessions that sit at a browser as a person."""

    class Browser(requests.Session):
        def __init__(self, account_id: str) -> None:
            super().__init__()
            self.cookies.set(COOKIE, account_id)

        def request(self, method: str, url: str, **rest: object) -> requests.Response:  # type: ignore[override]
            return super().request(method, site.config.origin + url, timeout=10, **rest)  # type: ignore[arg-type]

    return Browser
