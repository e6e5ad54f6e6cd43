"""Verifying what an installed site sends (webhooks, iframes, context tokens): symmetric, by the site's shared secret."""

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from connect.errors import TokenRefused
from connect.qsh import CONTEXT_QSH, qsh_matches
from connect.site import Installation
from connect.tokens.reading import BadSignature, header_of, lifetime_s, unverified_issuer, verified_claims

# Host tokens live about three minutes. Source: platform 1.5 B.3.
MAX_LIFETIME_S = 15 * 60
LEEWAY_S = 10

FindInstallation = Callable[[str], Installation | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class HostClaims:
    """What a host token proves: the installation, and the person if one is at the screen."""

    installation: Installation
    account_id: str | None


def verify_site_request(token: str, *, method: str, url: str, base_url: str, find: FindInstallation) -> HostClaims:
    """Verify a token bound to this very request (webhook or iframe).

    The body is not covered by the token. Raises: TokenRefused. Source: platform 1.5 B.
    """
    claims, verified = _verify(token, find=find)
    if not qsh_matches(claims["qsh"], method, url, base_url):
        raise TokenRefused("qsh belongs to another request")
    return verified


def verify_context(token: str, *, find: FindInstallation) -> HostClaims:
    """Verify a token of `AP.context.getToken`: bound to no request, so it must say so literally.

    Raises: TokenRefused. Source: platform 1.5 C (mixing the two up was CVE-2021-26073 and its kin).
    """
    claims, verified = _verify(token, find=find)
    claimed = claims["qsh"]
    if not isinstance(claimed, str) or not claimed.isascii() or not hmac.compare_digest(claimed, CONTEXT_QSH):
        raise TokenRefused("not a context token")
    return verified


def _verify(token: str, *, find: FindInstallation) -> tuple[Mapping[str, Any], HostClaims]:
    header_of(token, algorithm="HS256")
    installation = find(unverified_issuer(token))
    if installation is None or installation.uninstalled_at is not None:
        raise TokenRefused("no live installation has this client key")
    claims = _claims_by_either_secret(token, installation)
    if claims["iss"] != installation.client_key:
        raise TokenRefused("the issuer is not the installation's client key")
    if not 0 < lifetime_s(claims) <= MAX_LIFETIME_S:
        raise TokenRefused("the token lives longer than a host token may")
    return claims, HostClaims(installation=installation, account_id=claims.get("sub") or None)


def _claims_by_either_secret(token: str, installation: Installation) -> Mapping[str, Any]:
    try:
        return _claims(token, installation.shared_secret)
    except BadSignature:
        # Only a wrong signature lets the previous secret have its turn: any other refusal is about the token itself,
        # and a second try would hide its reason. Source: platform 1.5 B.6.
        until = installation.previous_secret_until
        if not installation.previous_secret or until is None or datetime.now(UTC) >= until:
            raise
    return _claims(token, installation.previous_secret)


def _claims(token: str, secret: str) -> Mapping[str, Any]:
    return verified_claims(
        token,
        key=secret,
        algorithm="HS256",
        require=("iss", "exp", "iat", "qsh"),
        audience=None,
        leeway_s=LEEWAY_S,
    )
