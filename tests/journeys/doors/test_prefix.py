"""A public address with a path: the same doors, whether the proxy in front cuts the path off or passes it on.

Source: platform 1.7 (the hash covers the path relative to the descriptor's base URL).
"""

import re
from pathlib import Path

import pytest
import requests

from tests.journeys.atlassian_side import Host, KeyServer
from tests.journeys.doors.answers import API, PANEL
from tests.journeys.running import northstar
from tests.site.jwt_qsh import qsh
from tests.site.running import free_port


@pytest.mark.parametrize("ending", ["", "/"])
def test_every_door_opens_below_a_path(tmp_path: Path, keys: KeyServer, ending: str) -> None:
    port = free_port()
    base = f"http://127.0.0.1:{port}/okr"
    with northstar(
        tmp_path, port=port, NORTHSTAR_BASE_URL=base + ending, NORTHSTAR_INSTALL_KEYS_URL=keys.url
    ) as server:
        for at in (base, server):
            host = Host(app=at, keys=keys)
            assert requests.get(f"{at}/atlassian-connect.json", timeout=10).json()["baseUrl"] == base
            installed = qsh("POST", "/connect/installed")
            for audience in (base, [base], base + "/", ["https://other.example", base]):
                token = host.lifecycle_token(aud=audience, qsh=installed)
                assert host.lifecycle(token=token).status_code == 204
            page = host.get(PANEL, host.token("GET", PANEL, qsh=qsh("GET", PANEL)))
            assert page.status_code == 200
            assert host.get(API, header=f"jwt {host.context_token()}").status_code == 200
            hook = host.token("POST", "/", sub=None, qsh=qsh("POST", "/connect/webhooks/jira"))
            assert host.webhook(token=hook).status_code == 204
            assets = re.findall(r'(?:href|src)="([^"]*/static/[^"]+)"', page.text)
            assert assets
            for asset in assets:
                assert asset.startswith("/okr/static/"), "the browser asks at the public address"
                assert requests.get(f"{server}{asset}", timeout=10).status_code == 200
        assert requests.get(f"{server}/okrx/atlassian-connect.json", timeout=10).status_code == 404


def test_a_body_nested_without_end_is_refused_politely(host: Host) -> None:
    deep = "[" * 100_000
    token = host.token("POST", "/connect/webhooks/jira", sub=None)
    address = f"{host.app}/connect/webhooks/jira"
    assert requests.post(address, data=deep, headers={"Authorization": f"JWT {token}"}, timeout=10).status_code == 400
    headers = {"Authorization": f"JWT {host.context_token()}", "Content-Type": "application/json"}
    reply = requests.post(host.app + API, data=deep, headers=headers, timeout=10)
    assert (reply.status_code, reply.json()["code"]) == (400, "invalid_input")
