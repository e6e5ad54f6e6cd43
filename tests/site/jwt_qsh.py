"""The site's own token code: JSON Web Tokens and Connect's query string hash, written from Atlassian's description.

Not here: whose secret is used (`installed.py`) or which call needs which token (`auth.py`).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa


class TokenRefused(Exception):
    """Say why a token was not accepted."""


def _b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def _unb64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _signing_input(header: dict[str, Any], claims: dict[str, Any]) -> str:
    return ".".join(_b64(json.dumps(part, separators=(",", ":")).encode()) for part in (header, claims))


def sign_hs256(claims: dict[str, Any], *, secret: str) -> str:
    """Return a compact token signed with a shared secret."""
    text = _signing_input({"typ": "JWT", "alg": "HS256"}, claims)
    return f"{text}.{_b64(hmac.new(secret.encode(), text.encode('ascii'), hashlib.sha256).digest())}"


def sign_rs256(claims: dict[str, Any], *, key: rsa.RSAPrivateKey, kid: str) -> str:
    """Return a compact token signed with the site's install key."""
    text = _signing_input({"typ": "JWT", "alg": "RS256", "kid": kid}, claims)
    return f"{text}.{_b64(key.sign(text.encode('ascii'), padding.PKCS1v15(), hashes.SHA256()))}"


def read_hs256(token: str, *, secret: str, now_s: float, leeway_s: float = 5.0) -> dict[str, Any]:
    """Return the claims of a token signed with the secret. Raises: TokenRefused with the reason."""
    try:
        head_text, claims_text, signature_text = token.split(".")
        header: dict[str, Any] = json.loads(_unb64(head_text))
        claims: dict[str, Any] = json.loads(_unb64(claims_text))
        signature = _unb64(signature_text)
    except ValueError as error:
        raise TokenRefused("not a compact JSON Web Token") from error
    if header.get("alg") != "HS256":
        raise TokenRefused(f"alg {header.get('alg')!r} instead of HS256")
    wanted = hmac.new(secret.encode(), f"{head_text}.{claims_text}".encode("ascii"), hashlib.sha256).digest()
    if not hmac.compare_digest(wanted, signature):
        raise TokenRefused("the signature does not match the shared secret of this installation")
    for name in ("iss", "iat", "exp", "qsh"):
        if name not in claims:
            raise TokenRefused(f"claim {name} is missing")
    if claims["exp"] + leeway_s < now_s:
        raise TokenRefused("the token has expired")
    if claims["iat"] - leeway_s > now_s:
        raise TokenRefused("the token was issued in the future")
    return claims


def canonical(method: str, url: str, *, base_path: str = "") -> str:
    """Return Connect's canonical request: METHOD&path&sorted query.

    Source: platform.md 1.7 and appendix A (the vectors are a test).
    """
    parts = urlsplit(url)
    path, prefix = parts.path, base_path.rstrip("/")
    if prefix and (path == prefix or path.startswith(prefix + "/")):
        path = path[len(prefix) :]
    path = "/" + path.strip("/") if not path.startswith("/") else path.rstrip("/") or "/"
    values: dict[str, list[str]] = {}
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        if name != "jwt":
            values.setdefault(name, []).append(value)
    query = "&".join(
        f"{_percent(name)}={','.join(_percent(value) for value in sorted(values[name], key=_utf16))}"
        for name in sorted(values, key=_utf16)
    )
    return "&".join((method.upper(), path.replace("&", "%26"), query))


def qsh(method: str, url: str, *, base_path: str = "") -> str:
    """Return the query string hash that binds a token to one request."""
    return hashlib.sha256(canonical(method, url, base_path=base_path).encode()).hexdigest()


def _percent(text: str) -> str:
    return quote(text, safe="-_.~")


def _utf16(text: str) -> bytes:
    # Atlassian's own library sorts JavaScript strings, that is by UTF-16 code units.
    return text.encode("utf-16-be", "surrogatepass")
