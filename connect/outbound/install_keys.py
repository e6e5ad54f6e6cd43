"""Fetching the public keys that lifecycle tokens are signed with. Which key ids may be asked for is checked before."""

import re
from collections.abc import Callable, Sequence
from threading import Lock
from time import monotonic

import requests

from connect.errors import Unavailable

_PEM = re.compile(r"\s*-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\s]+-----END PUBLIC KEY-----\s*", re.ASCII)
_MAX_PEM_BYTES = 10_000
_MAX_CACHED = 64
# How long an unknown key id stays unknown: strangers may not make us ask Atlassian for every id they invent.
_UNKNOWN_FOR_S = 60.0


class InstallKeys:
    """Gives the PEM text of a key id, asking each key server in turn; keys never change, so they are kept.

    The servers are configured, never taken from a token. Source: platform 1.5 A.3.
    Callable: `keys(kid) -> PEM | None`. Raises: Unavailable when no server could be asked.
    """

    def __init__(self, *, urls: Sequence[str], timeout_s: float = 5.0, clock: Callable[[], float] = monotonic) -> None:
        self._urls = tuple(url.rstrip("/") for url in urls)
        self._timeout_s = timeout_s
        self._clock = clock
        self._known: dict[str, str] = {}
        self._unknown_until: dict[str, float] = {}
        self._lock = Lock()

    def __call__(self, kid: str) -> str | None:
        """Return the public key of a key id, or None if no server knows it."""
        with self._lock:
            if kid in self._known:
                return self._known[kid]
            if self._unknown_until.get(kid, 0.0) > self._clock():
                return None
        key = self._fetch(kid)
        with self._lock:
            if key is not None:
                _make_room(self._known)
                self._known[kid] = key
            else:
                _make_room(self._unknown_until)
                self._unknown_until[kid] = self._clock() + _UNKNOWN_FOR_S
        return key

    def _fetch(self, kid: str) -> str | None:
        failure: Exception | None = None
        for url in self._urls:
            try:
                response = requests.get(f"{url}/{kid}", timeout=self._timeout_s, allow_redirects=False)
            except requests.RequestException as error:
                failure = error
                continue
            if (
                response.status_code == 200
                and len(response.content) <= _MAX_PEM_BYTES
                and _PEM.fullmatch(response.text)
            ):
                return response.text
            if response.status_code >= 500:
                failure = failure or RuntimeError(f"answered {response.status_code}")
        if failure is not None:
            raise Unavailable("no install key server could be asked", method="GET", path="/{kid}") from failure
        return None


def _make_room(cache: dict[str, str] | dict[str, float]) -> None:
    while len(cache) >= _MAX_CACHED:
        cache.pop(next(iter(cache)))
