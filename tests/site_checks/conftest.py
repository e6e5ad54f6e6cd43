"""A running site with a stand-in app installed, and a client that signs like an app."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Any

import jwt
import pytest
import requests

from tests.site import lifecycle
from tests.site.config import SiteConfig
from tests.site.jwt_qsh import qsh
from tests.site.running import free_port, running
from tests.site.state import Site
from tests.site_checks.receiver import Receiver, receiving


@dataclass
class Wired:
    """A site and the app installed in it."""

    site: Site
    receiver: Receiver

    def call(
        self, method: str, path: str, *, body: Any = None, product: str = "jira", **claims: Any
    ) -> requests.Response:
        """Send a request as the app; `claims` overrides what the token says (None leaves a claim out)."""
        app = self.site.app
        assert app is not None
        now = int(time.time())
        signed = {
            "iss": app.key, "iat": now, "exp": now + 60,
            "qsh": qsh(method, path, base_path="/wiki" if product == "confluence" else ""), **claims,
        }  # fmt: skip
        kept = {name: value for name, value in signed.items() if value is not None}
        token = jwt.encode(kept, app.products[product].shared_secret, algorithm="HS256")
        return requests.request(
            method, self.site.config.origin + path, json=body, headers={"Authorization": f"JWT {token}"},
            allow_redirects=False, timeout=10,
        )  # fmt: skip

    def control(self, path: str, body: Any) -> Any:
        """Pull one of the site's strings."""
        reply = requests.post(f"{self.site.config.origin}/_site/{path}", json=body, timeout=20)
        assert reply.status_code < 300, reply.text
        return reply.json()


@pytest.fixture
def wire() -> Iterator[Callable[..., Wired]]:
    """Return a function that starts a site (config overrides as keywords) with the stand-in app installed."""
    running_blocks: list[AbstractContextManager[Any]] = []

    def start(*, install: bool = True, **settings: Any) -> Wired:
        app_block = receiving()
        receiver = app_block.__enter__()
        running_blocks.append(app_block)
        config = replace(
            SiteConfig(port=free_port(), app_url=receiver.url, issues=12, webhook_retry_s=0.05), **settings
        )
        site_block = running(config)
        site = site_block.__enter__()
        running_blocks.append(site_block)
        if install:
            lifecycle.install(site)
            site.webhooks.idle(timeout_s=5)
        return Wired(site, receiver)

    yield start
    for block in reversed(running_blocks):
        block.__exit__(None, None, None)


@pytest.fixture
def wired(wire: Callable[..., Wired]) -> Wired:
    """Return the plain small site with the app installed."""
    return wire()
