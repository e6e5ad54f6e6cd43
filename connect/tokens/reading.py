"""Reading a JWT's header and claims the careful way, shared by the verifiers. Which key and which rules apply is theirs."""

import math
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import jwt

from connect.errors import TokenRefused

# Longest token we look at. Host tokens are well under 2 KB; the cap keeps hostile ones cheap.
MAX_TOKEN_CHARS = 8192

Algorithm = Literal["RS256", "HS256"]


class BadSignature(TokenRefused):
    """The signature does not belong to the key: the one refusal after which another key may be tried."""


def header_of(token: str, *, algorithm: Algorithm) -> Mapping[str, object]:
    """Return the unverified header if it names the one algorithm the route expects.

    Raises: TokenRefused for anything else, before any key is looked up. Source: platform 1.5 A.2.
    """
    if not token or len(token) > MAX_TOKEN_CHARS:
        raise TokenRefused("no token, or one too long to be a host's")
    try:
        header: dict[str, object] = jwt.get_unverified_header(token)
    except (jwt.PyJWTError, ValueError, RecursionError) as error:
        raise TokenRefused(f"unreadable header: {type(error).__name__}") from error
    if header.get("alg") != algorithm:
        raise TokenRefused("the header names another algorithm than this route accepts")
    if "crit" in header:
        raise TokenRefused("the header demands extensions (crit)")
    return header


def unverified_issuer(token: str) -> str:
    """Return the claimed issuer, good for nothing but looking up the key that will prove it."""
    try:
        issuer = jwt.decode(token, options={"verify_signature": False}).get("iss")
    except (jwt.PyJWTError, ValueError, OverflowError, RecursionError) as error:
        raise TokenRefused(f"unreadable claims: {type(error).__name__}") from error
    if not isinstance(issuer, str) or not issuer:
        raise TokenRefused("no issuer")
    return issuer


def verified_claims(
    token: str, *, key: str, algorithm: Algorithm, require: Sequence[str], audience: Sequence[str] | None, leeway_s: int
) -> Mapping[str, Any]:
    """Return the claims after checking signature, times, required claims and audience (None: not looked at).

    Raises: BadSignature, TokenRefused.
    """
    if not key:
        raise TokenRefused("no key")
    options: Any = {"require": list(require), "verify_aud": audience is not None}
    try:
        return jwt.decode(token, key, algorithms=[algorithm], audience=audience, leeway=leeway_s, options=options)
    except jwt.InvalidSignatureError as error:
        raise BadSignature("wrong signature") from error
    # PyJWT lets some number and nesting errors of hostile claims through unwrapped.
    except (jwt.PyJWTError, ValueError, TypeError, OverflowError, RecursionError) as error:
        raise TokenRefused(f"{type(error).__name__}: {error}") from error


def lifetime_s(claims: Mapping[str, Any]) -> float:
    """Return `exp` minus `iat` in seconds."""
    try:
        length = float(claims["exp"]) - float(claims["iat"])
    except (TypeError, ValueError, OverflowError) as error:
        raise TokenRefused("exp or iat is not a number") from error
    if not math.isfinite(length):
        raise TokenRefused("exp or iat is not finite")
    return length
