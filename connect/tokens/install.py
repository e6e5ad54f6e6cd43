"""Verifying the lifecycle token (installed, uninstalled): asymmetric, bound to path and audience. No storing, no HTTP."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from connect.errors import TokenRefused
from connect.qsh import qsh_matches
from connect.tokens.reading import header_of, verified_claims

# The key id goes into the URL of the key server, so nothing that could steer that URL may pass.
KEY_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,127}", re.ASCII)
LEEWAY_S = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class InstallClaims:
    """What a lifecycle token proves: which client (product instance) the body must be about."""

    client_key: str


def verify_install(
    token: str, *, method: str, url: str, base_url: str, keys: Callable[[str], str | None]
) -> InstallClaims:
    """Verify a lifecycle token made for us.

    `base_url` is the address our descriptor is served under, from configuration and never from the Host header: it is
    the audience, and paths are relative to it. `keys` gives the PEM text of a key id, or None.
    Raises: TokenRefused; whatever `keys` raises when the key server is down.
    Source: platform 1.5 A (developer.atlassian.com/cloud/jira/platform/security-for-connect-apps/).
    """
    header = header_of(token, algorithm="RS256")
    key_id = header.get("kid")
    if not isinstance(key_id, str) or ".." in key_id or not KEY_ID.fullmatch(key_id):
        raise TokenRefused("no key id, or one that could steer the key server's URL")
    key = keys(key_id)
    if key is None:
        raise TokenRefused("unknown key id")
    claims = verified_claims(
        token,
        key=key,
        algorithm="RS256",
        require=("iss", "exp", "aud", "qsh"),
        audience=[base_url.rstrip("/"), base_url.rstrip("/") + "/"],
        leeway_s=LEEWAY_S,
    )
    if not qsh_matches(claims["qsh"], method, url, base_url):
        raise TokenRefused("qsh belongs to another request")
    issuer = claims["iss"]
    if not isinstance(issuer, str) or not issuer:
        raise TokenRefused("no issuer")
    return InstallClaims(client_key=issuer)
