"""How our calls are authenticated: one `requests` auth per door, which sees the final address. Nothing is sent here."""

from collections.abc import Callable
from datetime import datetime

from requests import PreparedRequest
from requests.auth import AuthBase

from connect.site import Installation
from connect.tokens.outgoing import sign_request


class SiteJwtAuth(AuthBase):
    """Sign each request with the installation's shared secret, after its address has taken its final form."""

    def __init__(self, *, app_key: str, installation: Installation, now: Callable[[], datetime]) -> None:
        self._app_key = app_key
        self._installation = installation
        self._now = now

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        """Add the `Authorization` header. Source: platform 1.5 E, models 4."""
        token = sign_request(
            app_key=self._app_key,
            client_key=self._installation.client_key,
            shared_secret=self._installation.shared_secret,
            method=request.method or "GET",
            url=request.url or "",
            base_url=self._installation.base_url,
            now=self._now(),
        )
        request.headers["Authorization"] = f"JWT {token}"
        return request
