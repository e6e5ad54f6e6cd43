"""A person and an app that talk to the site's Confluence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
import requests

from tests.site_checks.conftest import Wired

APP_SCOPES = ["READ", "WRITE", "DELETE"]


@dataclass
class Wiki:
    """The site's Confluence as the app sees it."""

    wired: Wired
    space_id: str

    def call(self, method: str, path: str, body: Any = None) -> requests.Response:
        """Send a request as the app."""
        return self.wired.call(method, path, body=body, product="confluence")

    def as_person(self, method: str, path: str, account_id: str = "5f-ben", **rest: Any) -> requests.Response:
        """Send a request as a person with an API token."""
        account = self.wired.site.accounts.get(account_id)
        return requests.request(
            method,
            self.wired.site.config.origin + path,
            auth=(account.email, account.api_token),
            timeout=10,
            allow_redirects=False,
            **rest,
        )

    def new_page(self, title: str, body: str = "<p>x</p>", **rest: Any) -> dict[str, Any]:
        """Create a page as the app and return what Confluence answered."""
        sent = {"spaceId": self.space_id, "status": "current", "title": title, "body": storage(body), **rest}
        answer = self.call("POST", "/wiki/api/v2/pages", sent)
        assert answer.status_code == 200, answer.text
        made: dict[str, Any] = answer.json()
        return made

    def save(self, page: dict[str, Any], number: int, body: str = "<p>y</p>", **rest: Any) -> requests.Response:
        """Save a version of a page as the app."""
        sent = {
            "id": page["id"],
            "status": "current",
            "title": page["title"],
            "body": storage(body),
            "version": {"number": number, "message": "by test"},
            **rest,
        }
        return self.call("PUT", f"/wiki/api/v2/pages/{page['id']}", sent)

    def upload(self, page_id: str, name: str, content: bytes, *, method: str = "POST", **headers: str) -> Any:
        """Upload a file as a person."""
        return self.as_person(
            method,
            f"/wiki/rest/api/content/{page_id}/child/attachment",
            files={"file": (name, content, "image/png")},
            data={"minorEdit": "true", "comment": "chart"},
            headers=headers or {"X-Atlassian-Token": "nocheck"},
        )


def storage(value: str) -> dict[str, str]:
    """Return a body to send."""
    return {"representation": "storage", "value": value}


@pytest.fixture
def wiki(wire: Callable[..., Wired]) -> Wiki:
    """Return the small site's Confluence with an app that may also delete."""
    wired = wire(install=False)
    wired.receiver.descriptor["scopes"] = APP_SCOPES
    wired.control("install", {})
    space = wired.site.wiki.space_by_key("DEMO")
    return Wiki(wired, space.id)
