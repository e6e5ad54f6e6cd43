"""Calls Northstar's API the way a page in the iframe does: with a context token that the site mints for a person."""

from typing import Any

import requests

TIMEOUT_S = 30


class Refused(RuntimeError):
    """Northstar did not accept a call; the message is its own explanation."""


class Api:
    """Northstar's JSON API on behalf of people of the simulated site."""

    def __init__(self, *, app: str, site: str) -> None:
        self._app = app
        self._site = site
        self._session = requests.Session()

    def call(self, method: str, path: str, body: Any = None, *, by: str, key: str | None = None) -> Any:
        """Return the answer's JSON. Raises: Refused."""
        headers = {"Authorization": f"JWT {self._token(by)}"}
        if key is not None:
            headers["Idempotency-Key"] = key
        url = f"{self._app}/api/v1{path}"
        reply = self._session.request(method, url, json=body, headers=headers, timeout=TIMEOUT_S)
        if not reply.ok:
            raise Refused(f"{method} {path}: {reply.status_code} {reply.text}")
        return reply.json() if reply.content else None

    def state(self) -> dict[str, Any]:
        """Return what the simulator knows about itself."""
        found: dict[str, Any] = self._session.get(f"{self._site}/_site/state", timeout=TIMEOUT_S).json()
        return found

    def _token(self, account_id: str) -> str:
        reply = self._session.post(f"{self._site}/_site/tokens", json={"accountId": account_id}, timeout=TIMEOUT_S)
        reply.raise_for_status()
        token: str = reply.json()["token"]
        return token
