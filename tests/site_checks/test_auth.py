"""Who gets in and who does not."""

from __future__ import annotations

import time
from typing import Any

import pytest
import requests

from tests.site_checks.conftest import Wired

_PATH = "/rest/api/3/myself"


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "other-app"},
        {"qsh": "context-qsh"},
        {"qsh": "0" * 64},
        {"qsh": None},
        {"exp": 100},
        {"iat": 4_000_000_000, "exp": 4_000_000_100},
    ],
)
def test_bad_tokens_of_the_app(wired: Wired, claims: dict[str, Any]) -> None:
    assert wired.call("GET", _PATH, **claims).status_code == 401


def test_a_token_for_one_product_does_not_open_the_other(wired: Wired) -> None:
    assert wired.call("GET", "/wiki/api/v2/spaces", product="confluence").status_code == 200
    assert wired.call("GET", _PATH, product="confluence").status_code == 401


def test_confluence_hashes_the_path_below_wiki(wired: Wired) -> None:
    """Source: platform.md 1.5 E."""
    from tests.site.jwt_qsh import qsh

    wrong = qsh("GET", "/wiki/api/v2/spaces")
    assert wired.call("GET", "/wiki/api/v2/spaces", product="confluence", qsh=wrong).status_code == 401


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("DELETE", "/rest/api/3/issue/DEMO-4", 403),
        ("DELETE", "/rest/api/3/issue/DEMO-4/properties/x", 403),
        ("POST", "/rest/api/3/field", 403),
        ("GET", "/rest/api/3/field/sample-app__tags/option", 200),
    ],
)
def test_scopes_of_the_descriptor(wired: Wired, method: str, path: str, status: int) -> None:
    """READ and WRITE neither delete nor administer; an app's own options need no scope."""
    assert wired.call(method, path, body={} if method == "POST" else None).status_code == status


def test_a_get_with_a_body_is_refused(wired: Wired) -> None:
    """Source: platform.md section 3, CHANGE-2328."""
    assert wired.call("GET", _PATH, body={"a": 1}).status_code == 403


def test_people_sign_in_with_an_api_token(wired: Wired) -> None:
    url = wired.site.config.origin + _PATH
    ben, dov = wired.site.accounts.get("5f-ben"), wired.site.accounts.get("5f-dov")
    reply = requests.get(url, auth=(ben.email, ben.api_token), timeout=5)
    assert reply.json()["accountId"] == "5f-ben"
    assert requests.get(url, auth=(ben.email, "wrong"), timeout=5).status_code == 401
    assert requests.get(url, auth=(dov.email, dov.api_token), timeout=5).status_code == 401
    assert requests.get(url, timeout=5).status_code == 401


def test_an_old_token_expires_with_the_sites_clock(wired: Wired) -> None:
    now = int(time.time())
    wired.control("clock", {"seconds": 3_600})
    assert wired.call("GET", _PATH, iat=now, exp=now + 60).status_code == 401
