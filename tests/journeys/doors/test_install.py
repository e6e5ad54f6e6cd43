"""Installing, played from Atlassian's side against `northstar run`.

Source: platform 1.5 and the refuse list of 1.7.
"""

import time
from collections.abc import Callable

import jwt
import pytest
import requests

from tests.journeys.atlassian_side import Host
from tests.journeys.doors.answers import PANEL, refused
from tests.site.jwt_qsh import qsh


def other_key(host: Host) -> str:
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return jwt.encode(
        host.lifecycle_claims("/connect/installed"), key, algorithm="RS256", headers={"kid": host.keys.kid}
    )


def hmac_with_public_key(host: Host) -> str:
    """The classic confusion: HS256 keyed with the published RSA key, built by hand because no library would."""
    import base64
    import hashlib
    import hmac
    import json

    def part(value: object) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    text = f"{part({'alg': 'HS256', 'typ': 'JWT', 'kid': host.keys.kid})}.{part(host.lifecycle_claims('/connect/installed'))}"
    signature = hmac.new(host.keys.public_pem.encode(), text.encode(), hashlib.sha256).digest()
    return f"{text}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"


BAD_INSTALLS: dict[str, Callable[[Host], str]] = {
    "wrong audience": lambda h: h.lifecycle_token(aud=["https://other.example.com"]),
    "no audience": lambda h: h.lifecycle_token(aud=None),
    "issuer is not the body's client key": lambda h: h.lifecycle_token(iss="somebody-else"),
    "hash of another path": lambda h: h.lifecycle_token("/connect/uninstalled"),
    "hash of another method": lambda h: h.lifecycle_token(qsh=qsh("GET", h.app + "/connect/installed")),
    "context hash": lambda h: h.lifecycle_token(qsh="context-qsh"),
    "no hash": lambda h: h.lifecycle_token(qsh=None),
    "expired": lambda h: h.lifecycle_token(iat=int(time.time()) - 600, exp=int(time.time()) - 60),
    "no expiry": lambda h: h.lifecycle_token(exp=None),
    "unknown key id": lambda h: h.lifecycle_token(kid="00000000-0000-4000-8000-000000000000"),
    "key id that climbs": lambda h: h.lifecycle_token(kid="../keys/" + h.keys.kid),
    "key id with a slash": lambda h: h.lifecycle_token(kid="a/b"),
    "signed by another key": other_key,
    "HS256 with the tenant's secret": lambda h: jwt.encode(
        h.lifecycle_claims("/connect/installed"), h.secret, algorithm="HS256", headers={"kid": h.keys.kid}
    ),
    "HS256 with the public key": hmac_with_public_key,
    "alg none": lambda h: jwt.encode(h.lifecycle_claims("/connect/installed"), None, algorithm="none"),
    "rubbish": lambda _: "not.a.token",
}


@pytest.mark.parametrize("why", BAD_INSTALLS)
def test_an_install_is_refused(stranger: Host, why: str) -> None:
    refused(stranger.lifecycle(token=BAD_INSTALLS[why](stranger)))
    refused(stranger.get(PANEL, stranger.token("GET", PANEL)))


def test_an_install_without_or_with_two_tokens_is_refused(stranger: Host) -> None:
    refused(requests.post(f"{stranger.app}/connect/installed", json=stranger.payload("installed"), timeout=10))
    refused(stranger.lifecycle(query=f"?jwt={stranger.lifecycle_token()}"))
    bearer = {"Authorization": f"Bearer {stranger.lifecycle_token()}"}
    refused(
        requests.post(
            f"{stranger.app}/connect/installed", json=stranger.payload("installed"), headers=bearer, timeout=10
        )
    )


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example.com",
        "http://169.254.169.254",
        "https://atlassian.net.evil.com",
        "http://harbor.atlassian.net",
        "ftp://x.atlassian.net",
    ],
)
def test_a_site_we_may_not_call_is_not_installed(stranger: Host, url: str) -> None:
    """Platform 1.5 A.8: the address is checked before anything ever calls it."""
    reply = stranger.lifecycle(body=stranger.payload("installed", baseUrl=url))
    assert reply.status_code == 400
    assert "baseUrl" in reply.json()["errors"]
    if url.startswith("https://"):
        assert "NORTHSTAR_ALLOWED_HOSTS" in reply.text, "the way out is named"


@pytest.mark.parametrize("missing", ["sharedSecret", "baseUrl", "clientKey", "productType"])
def test_an_incomplete_notice_names_the_field(stranger: Host, missing: str) -> None:
    reply = stranger.lifecycle(body=stranger.payload("installed", **{missing: None}))
    assert reply.status_code == 400
    assert missing in reply.json()["errors"]
