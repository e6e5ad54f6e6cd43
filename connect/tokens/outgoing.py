"""Signing our own calls to a Connect site. Nothing is verified here and nothing is sent."""

from datetime import datetime, timedelta

import jwt

from connect.qsh import qsh

# Atlassian asks for at most three minutes. Source: platform 1.5 E.
LIFETIME = timedelta(minutes=3)


def sign_request(
    *, app_key: str, client_key: str, shared_secret: str, method: str, url: str, base_url: str, now: datetime
) -> str:
    """Return the token for one request to the site at `base_url`.

    The hash covers the path relative to `base_url`, so Confluence's `/wiki` is not part of it.
    """
    claims = {
        "iss": app_key,
        "aud": [client_key],
        "iat": int(now.timestamp()),
        "exp": int((now + LIFETIME).timestamp()),
        "qsh": qsh(method, url, base_url),
    }
    return jwt.encode(claims, shared_secret, algorithm="HS256")
