"""Iframes, context tokens and webhooks of an installed site.

Source: platform 1.5 and the refuse list of 1.7.
"""

import re
import time
from collections.abc import Callable

import jwt
import pytest
import requests

from tests.journeys.atlassian_side import Host
from tests.journeys.doors.answers import API, PANEL, refused
from tests.site.jwt_qsh import qsh


def test_the_descriptors_pages_open_with_the_hosts_token(host: Host) -> None:
    descriptor = requests.get(f"{host.app}/atlassian-connect.json", timeout=10).json()
    assert descriptor["baseUrl"] == host.app
    modules = descriptor["modules"]
    urls = [page["url"] for kind in ("generalPages", "adminPages") for page in modules[kind]]
    urls += [
        modules["postInstallPage"]["url"],
        modules["jiraIssueContents"][0]["target"]["url"],
        modules["dynamicContentMacros"][0]["url"],
    ]
    for url in urls:
        path = re.sub(r"\{[^}]+\}", "10001", url)
        reply = host.get(path, host.token("GET", path))
        assert reply.status_code == 200, path
        assert reply.headers["Content-Type"].startswith("text/html")
        assert "frame-ancestors" in reply.headers["Content-Security-Policy"]


def test_the_host_adds_parameters_of_its_own_and_signs_them(host: Host) -> None:
    path = PANEL + "&xdm_e=https%3A%2F%2Fharbor.atlassian.net&cp=&lic=none&cv=1001&x=a+b%20c%2Bd"
    assert host.get(path, host.token("GET", path)).status_code == 200


def test_a_person_may_be_absent_and_the_token_may_come_in_the_header(host: Host) -> None:
    assert host.get(PANEL, host.token("GET", PANEL, sub=None)).status_code == 200
    assert host.get(PANEL, header=f"JWT {host.token('GET', PANEL)}").status_code == 200


BAD_FRAMES: dict[str, Callable[[Host], str]] = {
    "wrong secret": lambda h: h.with_secret("another secret that nobody gave us!!").token("GET", PANEL),
    "other query": lambda h: h.token("GET", PANEL.replace("10001", "10002")),
    "other path": lambda h: h.token("GET", "/ui/home"),
    "other method": lambda h: h.token("POST", PANEL),
    "context token": lambda h: h.context_token(),
    "expired past the leeway": lambda h: h.token("GET", PANEL, iat=int(time.time()) - 400, exp=int(time.time()) - 60),
    "issued in the future": lambda h: h.token("GET", PANEL, iat=int(time.time()) + 600, exp=int(time.time()) + 700),
    "no hash": lambda h: h.token("GET", PANEL, qsh=None),
    "no expiry": lambda h: h.token("GET", PANEL, exp=None),
    "no issue instant": lambda h: h.token("GET", PANEL, iat=None),
    "valid for ten years": lambda h: h.token("GET", PANEL, exp=int(time.time()) + 10 * 365 * 86400),
    "unknown tenant": lambda h: h.token("GET", PANEL, iss="nobody"),
    "install token": lambda h: jwt.encode(
        h.claims(qsh("GET", h.app + PANEL)), h.keys.private, algorithm="RS256", headers={"kid": h.keys.kid}
    ),
    "alg none": lambda h: jwt.encode(h.claims(qsh("GET", h.app + PANEL)), None, algorithm="none"),
}


@pytest.mark.parametrize("why", BAD_FRAMES)
def test_an_iframe_is_refused(host: Host, why: str) -> None:
    reply = host.get(PANEL, BAD_FRAMES[why](host))
    assert reply.status_code == 401
    assert "Traceback" not in reply.text


def test_a_page_without_or_with_two_tokens_is_refused(host: Host) -> None:
    token = host.token("GET", PANEL)
    assert host.get(PANEL).status_code == 401
    assert host.get(PANEL, token, header=f"JWT {token}").status_code == 401
    assert host.get(PANEL, header=f"Bearer {token}").status_code == 401


def test_the_api_takes_context_tokens_only(host: Host) -> None:
    assert host.get(API, header=f"JWT {host.context_token()}").status_code == 200
    refused(host.get(API))
    refused(host.get(API, header=f"JWT {host.token('GET', API)}"))
    refused(host.get(API, header=f"JWT {host.with_secret('x' * 40).context_token()}"))
    refused(host.get(API, header=f"JWT {host.context_token(iss='nobody')}"))
    refused(host.get(API, header=f"JWT {host.context_token(iat=int(time.time()) - 400, exp=int(time.time()) - 60)}"))
    refused(host.get(API, header=f"JWT {host.lifecycle_token()}"))


def test_webhooks_are_received_once_and_always_acknowledged(host: Host) -> None:
    assert host.webhook(identifier="delivery-1").status_code == 204
    assert host.webhook(identifier="delivery-1").status_code == 204
    ignored = {"webhookEvent": "jira:issue_updated", "issue": {"id": "7", "key": "X-7"}, "unknown": [1]}
    assert host.webhook(body=ignored).status_code == 204


def test_webhooks_need_the_hosts_token_for_this_very_call(host: Host) -> None:
    refused(host.webhook(token=host.context_token()))
    refused(host.webhook(token=host.token("GET", "/connect/webhooks/jira")))
    refused(host.webhook(token=host.with_secret("y" * 40).token("POST", "/connect/webhooks/jira")))
    assert host.webhook(body=[]).status_code == 400
