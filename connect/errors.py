"""What can go wrong between Atlassian and us, in our words.

    ConnectError
    ├── TokenRefused        somebody called us with a token we don't accept (web: 401, reason only in the log)
    ├── HostNotAllowed      a site address outside Atlassian's domains and our allow-list (SSRF guard)
    └── ProductError        a call to Jira or Confluence failed
        ├── SiteGone        401/403: app removed, permission withdrawn
        ├── NotFound        404/410
        ├── Stale           409: somebody else wrote first
        ├── Rejected        400/422: the product refuses the input; carries its messages by field
        ├── RateLimited     429: carries how long to wait and which lane must wait
        ├── Unavailable     5xx, timeout, connection failure
        └── BadReply        2xx with a shape we don't understand

Here live names and what they carry; what is done about them is decided in `service/errors.py` (web) and `tasks/retry.py` (workers).
"""

from collections.abc import Mapping
from typing import Literal

Lane = Literal["issue", "endpoint", "site", "app"]


class ConnectError(Exception):
    """Base of everything this package raises."""


class TokenRefused(ConnectError):
    """A caller's token is not acceptable; `reason` is for the log, never for the caller. Source: platform 1.5."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class HostNotAllowed(ConnectError):
    """A site address is neither Atlassian's nor in NORTHSTAR_ALLOWED_HOSTS. Source: platform 1.5 A.8."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"the host {host!r} is not an Atlassian Cloud host; extra hosts go into NORTHSTAR_ALLOWED_HOSTS"
        )
        self.host = host


class ProductError(ConnectError):
    """A call to a product failed; names method and path, never a token or a body."""

    def __init__(self, message: str, *, method: str = "", path: str = "", status: int | None = None) -> None:
        where = f"{method} {path}: " if path else ""
        super().__init__(f"{where}{message}")
        self.message = message
        self.method = method
        self.path = path
        self.status = status


class SiteGone(ProductError):
    """401 or 403: the app is gone or may not do this."""


class NotFound(ProductError):
    """404 or 410: the thing does not exist, or the app may not see it."""


class Stale(ProductError):
    """409: the version we started from is no longer the current one."""


class Rejected(ProductError):
    """400 or 422: the product names what it does not accept.

    Shape: `fields` maps a product field id to the product's message; `messages` are general ones.
    """

    def __init__(
        self,
        message: str,
        *,
        fields: Mapping[str, str] | None = None,
        messages: tuple[str, ...] = (),
        method: str = "",
        path: str = "",
        status: int | None = 400,
    ) -> None:
        super().__init__(message, method=method, path=path, status=status)
        self.fields = dict(fields or {})
        self.messages = messages


class RateLimited(ProductError):
    """429 (or 503 with Retry-After): wait `retry_after_s` seconds in `lane`. Source: platform 4."""

    def __init__(
        self,
        message: str,
        *,
        retry_after_s: float,
        lane: Lane,
        method: str = "",
        path: str = "",
        status: int | None = 429,
    ) -> None:
        super().__init__(message, method=method, path=path, status=status)
        self.retry_after_s = retry_after_s
        self.lane = lane


class Unavailable(ProductError):
    """5xx, timeout or connection failure: worth another try later."""


class BadReply(ProductError):
    """The product answered with success but not with the documented shape."""
