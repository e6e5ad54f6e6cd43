"""Installing, re-installing, uninstalling; checked with PyJWT as an app would."""

from __future__ import annotations

from typing import Any

import jwt
import pytest
import requests
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from tests.site import lifecycle
from tests.site.jwt_qsh import qsh
from tests.site_checks.conftest import Wired
from tests.site_checks.receiver import Received


def _verified(wired: Wired, call: Received) -> dict[str, Any]:
    kid = jwt.get_unverified_header(call.token)["kid"]
    pem = requests.get(f"{wired.site.config.origin}/install-keys/{kid}", timeout=5).text
    key: Any = load_pem_public_key(pem.encode())
    claims: dict[str, Any] = jwt.decode(call.token, key, algorithms=["RS256"], audience=wired.receiver.url)
    assert claims["qsh"] == qsh("POST", call.path)
    return claims


def test_both_products_install_with_their_own_key_and_secret(wired: Wired) -> None:
    """Source: platform.md 1.5 A."""
    jira, confluence = wired.receiver.at("/installed")
    assert [jira.body["productType"], confluence.body["productType"]] == ["jira", "confluence"]
    assert confluence.body["baseUrl"] == jira.body["baseUrl"] + "/wiki"
    assert jira.body["cloudId"] == confluence.body["cloudId"]
    for name in ("clientKey", "sharedSecret"):
        assert jira.body[name] != confluence.body[name]
    for call in (jira, confluence):
        assert _verified(wired, call)["iss"] == call.body["clientKey"]


def test_a_reinstall_keeps_the_client_and_rotates_the_secret(wired: Wired) -> None:
    wired.control("install", {"rotate_keys": True})
    first, _, second, _ = wired.receiver.at("/installed")
    assert first.body["clientKey"] == second.body["clientKey"]
    assert first.body["sharedSecret"] != second.body["sharedSecret"]
    assert jwt.get_unverified_header(first.token)["kid"] != jwt.get_unverified_header(second.token)["kid"]
    _verified(wired, second)


def test_an_uninstall_takes_access_fields_and_webhooks(wired: Wired) -> None:
    wired.control("uninstall", {})
    calls = wired.receiver.at("/uninstalled")
    assert [call.body["productType"] for call in calls] == ["jira", "confluence"]
    assert all("sharedSecret" not in call.body for call in calls)
    assert wired.call("GET", "/rest/api/3/myself").status_code == 401
    assert wired.site.jira.fields.find("sample-app__amount") is None
    wired.control("issues/DEMO-1/status", {"status": "Done"})
    assert wired.site.webhooks.idle(timeout_s=5)
    assert wired.receiver.at("/hooks") == []
    before = wired.site.jira.fields
    wired.control("install", {})
    field = before.find("sample-app__amount")
    assert field is not None
    assert wired.call("GET", "/rest/api/3/myself").status_code == 200


def test_a_refused_install_leaves_nothing(wire: Any) -> None:
    wired: Wired = wire(install=False)
    wired.receiver.answers["/installed"] = [500]
    with pytest.raises(lifecycle.InstallFailed, match="500"):
        lifecycle.install(wired.site)
    assert wired.site.app is None


@pytest.mark.parametrize(
    "change",
    [{"key": "bad key!"}, {"baseUrl": "nowhere"}, {"apiMigrations": {}}, {"lifecycle": {}}],
)
def test_a_descriptor_no_host_would_take(wire: Any, change: dict[str, Any]) -> None:
    wired: Wired = wire(install=False)
    wired.receiver.descriptor.update(change)
    with pytest.raises(lifecycle.InstallFailed):
        lifecycle.install(wired.site)


def test_iframe_urls_are_signed_for_exactly_that_address(wired: Wired) -> None:
    """Source: platform.md 1.5 B; a cacheable page gets neither token nor parameters, section 2."""
    sent = {"kind": "iframe", "module": "panel", "params": {"issue.key": "DEMO-1"}, "accountId": "5f-ben"}
    url = wired.control("tokens", sent)["url"]
    address, _, token = url.rpartition("&jwt=")
    assert "/panel?issue=DEMO-1&xdm_e=http" in address
    app = wired.site.app
    assert app is not None
    secret = app.products["jira"].shared_secret
    claims = jwt.decode(token, secret, algorithms=["HS256"], audience=app.key)
    assert claims["sub"] == "5f-ben"
    assert claims["qsh"] == qsh("GET", address)
    assert claims["exp"] - claims["iat"] == 180
    assert "jwt=" not in wired.control("tokens", {"kind": "iframe", "module": "home"})["url"]
    context = jwt.decode(wired.control("tokens", {})["token"], secret, algorithms=["HS256"], audience=app.key)
    assert context["qsh"] == "context-qsh"
