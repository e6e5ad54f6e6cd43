"""Tokens as a site would make them, and as an attacker would: built by hand, so that no library refuses to."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Mapping
from functools import cache
from typing import Any

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from connect.qsh import qsh
from connect.site import Door, Installation, Product

BASE_URL = "https://okr.example.com/okr"
SECRET = "s" * 48
CLIENT_KEY = "client-1"


@cache
def key_pair(name: str) -> tuple[rsa.RSAPrivateKey, str]:
    """Return a key pair by name: the private key and the public one as PEM."""
    private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = private.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return private, pem.decode()


def install_keys(kid: str) -> str | None:
    """Know exactly one key id."""
    return key_pair("atlassian")[1] if kid == "key-1" else None


def installation(**changes: Any) -> Installation:
    """Return a live Jira installation."""
    values: dict[str, Any] = {
        "id": "i1",
        "site_id": "s1",
        "door": Door.CONNECT,
        "product": Product.JIRA,
        "client_key": CLIENT_KEY,
        "shared_secret": SECRET,
        "base_url": "https://a.atlassian.net",
    }
    return Installation(**values | changes)


def claims(**changes: Any) -> dict[str, Any]:
    """Return the claims of a host token, changed as wished; None drops a claim."""
    now = int(time.time())
    values = {"iss": CLIENT_KEY, "iat": now, "exp": now + 180, "qsh": qsh("GET", "/ui/home"), "sub": "acc-1"}
    return {name: value for name, value in (values | changes).items() if value is not None}


def install_claims(**changes: Any) -> dict[str, Any]:
    """Return the claims of a lifecycle token."""
    values = {"aud": [BASE_URL], "qsh": qsh("POST", "/connect/installed"), "sub": None}
    return claims(**values | changes)


def hs256(payload: Mapping[str, Any], *, secret: str = SECRET, header: Mapping[str, Any] | None = None) -> str:
    """Sign with a secret."""
    signed = _part({"typ": "JWT", "alg": "HS256", **(header or {})}) + "." + _part(payload)
    return signed + "." + _text(hmac.new(secret.encode(), signed.encode(), hashlib.sha256).digest())


def rs256(payload: Mapping[str, Any], *, key: str = "atlassian", header: Mapping[str, Any] | None = None) -> str:
    """Sign with a private key."""
    signed = _part({"typ": "JWT", "alg": "RS256", "kid": "key-1", **(header or {})}) + "." + _part(payload)
    signature = key_pair(key)[0].sign(signed.encode(), padding.PKCS1v15(), hashes.SHA256())
    return signed + "." + _text(signature)


def unsigned(payload: Mapping[str, Any]) -> str:
    """Claim that no signature is needed."""
    return _part({"typ": "JWT", "alg": "none", "kid": "key-1"}) + "." + _part(payload) + "."


def _part(value: Mapping[str, Any]) -> str:
    return _text(json.dumps(value).encode())


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
