"""The only place that sends something to a product: address, timeout, budget, refusals, and the shape of replies.

It knows no endpoint (those are in `jira/` and `confluence/`) and no credential (`auth.py`). It never retries and never
sleeps: waiting is the scheduler's work, and the error says how long.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar
from urllib.parse import quote

import requests
from atlassian.rest_client import AtlassianRestAPI
from marshmallow import Schema, ValidationError

from connect.errors import BadReply, RateLimited, Unavailable
from connect.outbound import limits
from connect.outbound.budget import Budget
from connect.outbound.translation import refusal
from connect.site import Installation

# The library writes whole request and reply bodies, with people's names and texts, to its log at DEBUG.
# Source: models 4.
logging.getLogger("atlassian").setLevel(logging.WARNING)

Method = Literal["GET", "POST", "PUT"]
Query = Mapping[str, str | int | Sequence[str]]
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """One operation of a product's API.

    `path` is relative to the product's address, with `{name}` for what varies. `object_points` is what each returned
    object costs: 1 for issues, projects, pages and the like, 2 for people and permissions, 0 for writes (which cost one
    point flat). `redirects` marks the one kind of operation that answers 303 when it was accepted.
    Source: platform 4.
    """

    method: Method
    path: str
    object_points: int = 0
    redirects: bool = False


class Sender:
    """Sends to one installation of the app.

    Every method may raise: RateLimited, SiteGone, NotFound, Stale, Rejected, Unavailable, BadReply.
    """

    def __init__(
        self,
        *,
        transport: AtlassianRestAPI,
        installation: Installation,
        budget: Budget,
        on_send: Callable[[], None],
    ) -> None:
        self._transport = transport
        self._product = installation.product
        self._site_id = installation.site_id
        self._budget = budget
        self._on_send = on_send
        self.base_url = installation.base_url

    def load(
        self,
        endpoint: Endpoint,
        *,
        reply: Schema,
        expect: int = 1,
        count: Callable[[Any], int] = lambda _: 1,
        path: Mapping[str, str] | None = None,
        query: Query | None = None,
        body: Any = None,
        files: Mapping[str, Any] | None = None,
    ) -> Any:
        """Send and return the reply in the shape of `reply`.

        `expect` is how many objects are likely to come back, `count` how many came: both only for the budget.
        """
        reserved = 1 + endpoint.object_points * expect
        response = self._send(endpoint, reserved, path=path, query=query, body=body, files=files)
        try:
            loaded = reply.load(response.json())
        except (ValueError, ValidationError) as error:
            # The messages name our own field names and rules, never values.
            reason = error.normalized_messages() if isinstance(error, ValidationError) else "not JSON"  # type: ignore[no-untyped-call]
            raise self._bad_reply(endpoint, response, f"another shape than documented: {reason}") from error
        self._settle(reserved, 1 + endpoint.object_points * count(loaded))
        return loaded

    def send(self, endpoint: Endpoint, *, path: Mapping[str, str] | None = None, body: Any = None) -> None:
        """Send a write whose reply says nothing we need."""
        self._send(endpoint, 1, path=path, query=None, body=body, files=None)

    def _send(
        self,
        endpoint: Endpoint,
        points: int,
        *,
        path: Mapping[str, str] | None,
        query: Query | None,
        body: Any,
        files: Mapping[str, Any] | None,
    ) -> requests.Response:
        self._on_send()
        self._budget.reserve(product=self._product, site_id=self._site_id, points=points)
        target = endpoint.path.format_map({name: quote(value, safe="") for name, value in (path or {}).items()})
        try:
            response: requests.Response = self._transport.request(
                method=endpoint.method,
                path=target,
                params=dict(query) if query else None,
                json=body,
                data={"minorEdit": "true"} if files else None,
                files=dict(files) if files else None,
                # Multipart needs its own content type, and Confluence's protection against forged forms wants a word.
                headers={"Accept": "application/json", "X-Atlassian-Token": "nocheck"} if files else None,
                advanced_mode=True,
                allow_redirects=False,
            )
        except requests.RequestException as error:
            self._settle(points, 1)
            raise Unavailable(type(error).__name__, method=endpoint.method, path=endpoint.path) from error
        for scope, left in limits.points_left(response.headers).items():
            self._budget.observe(product=self._product, site_id=self._site_id, scope=scope, left=left)
        accepted = response.ok and not response.is_redirect
        if accepted or (endpoint.redirects and response.status_code == 303):
            return response
        self._settle(points, 1)
        refused = refusal(response, method=endpoint.method, path=endpoint.path)
        if isinstance(refused, RateLimited):
            self._budget.close(
                product=self._product,
                site_id=self._site_id,
                lane=refused.lane,
                wait_s=refused.retry_after_s,
            )
        raise refused

    def _settle(self, reserved: int, spent: int) -> None:
        self._budget.settle(product=self._product, site_id=self._site_id, reserved=reserved, spent=spent)

    def _bad_reply(self, endpoint: Endpoint, response: requests.Response, message: str) -> BadReply:
        return BadReply(message, method=endpoint.method, path=endpoint.path, status=response.status_code)
