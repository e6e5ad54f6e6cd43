"""Delivering webhooks: signed, retried, at least once and in no order. Not here: what makes one fire (`jira/events.py`).

Source: platform.md 3.1: retried on 408, 409, 425, 429, 5xx, refused connections and timeouts, at most five times.
"""

from __future__ import annotations

import heapq
import itertools
import json
import threading
import time
import uuid
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

import requests

if TYPE_CHECKING:
    from tests.site.state import Site

RETRIED = frozenset({408, 409, 425, 429})
MAX_RETRIES = 5


@dataclass(slots=True)
class Delivery:
    """Describe one webhook on its way."""

    identifier: str
    product: str
    event: str
    url: str
    body: dict[str, Any] | None
    account_id: str | None
    retries_left: int = MAX_RETRIES
    retry: int = 0
    statuses: list[int] = field(default_factory=list)
    state: str = "waiting"

    def as_json(self) -> dict[str, Any]:
        """Return the delivery as the control endpoint shows it."""
        return asdict(self)


class Webhooks:
    """Hold the queue and the thread that empties it."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._due: list[tuple[float, int, Delivery]] = []
        self._numbers = itertools.count()
        self._wake = threading.Condition()
        self._busy = 0
        self._stopped = False
        self._pool = ThreadPoolExecutor(max_workers=4, thread_name_prefix="webhook")
        self.log: deque[Delivery] = deque(maxlen=5_000)
        threading.Thread(target=self._run, name="webhooks", daemon=True).start()

    def send(
        self,
        *,
        product: str,
        event: str,
        url: str,
        body: dict[str, Any] | None,
        account_id: str | None,
    ) -> Delivery:
        """Queue one delivery; faults may drop, double or delay it. Confluence never retries."""
        delivery = Delivery(
            str(uuid.uuid4()), product, event, url, body, account_id,
            retries_left=MAX_RETRIES if product == "jira" else 0,
        )  # fmt: skip
        self.log.append(delivery)
        faults = self._site.faults
        if faults.strikes("drop-webhooks"):
            delivery.state = "dropped"
            return delivery
        delay_s = 0.0
        if faults.strikes("reorder-webhooks"):
            delay_s = 0.4 if next(self._numbers) % 2 else 0.05
        self._push(delivery, delay_s)
        if faults.strikes("duplicate-webhooks"):
            self._push(delivery, delay_s)
        return delivery

    def again(self, delivery: Delivery) -> None:
        """Deliver once more under the same identifier."""
        self._push(delivery, 0.0)

    def idle(self, *, timeout_s: float) -> bool:
        """Wait until nothing is due now or under way; retries that are due later don't count."""
        end = time.monotonic() + timeout_s
        while time.monotonic() < end:
            with self._wake:
                due_now = bool(self._due) and self._due[0][0] <= time.monotonic() + 1
                if not due_now and not self._busy:
                    return True
            time.sleep(0.01)
        return False

    def stop(self) -> None:
        """End the thread; what waits is lost, as in an outage."""
        with self._wake:
            self._stopped = True
            self._wake.notify()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _push(self, delivery: Delivery, delay_s: float) -> None:
        with self._wake:
            heapq.heappush(self._due, (time.monotonic() + delay_s, next(self._numbers), delivery))
            self._wake.notify()

    def _run(self) -> None:
        while True:
            with self._wake:
                while not self._stopped and (not self._due or self._due[0][0] > time.monotonic()):
                    self._wake.wait(self._due[0][0] - time.monotonic() if self._due else None)
                if self._stopped:
                    return
                delivery = heapq.heappop(self._due)[2]
                self._busy += 1
            self._pool.submit(self._deliver, delivery)

    def _deliver(self, delivery: Delivery) -> None:
        try:
            status = self._post(delivery)
            delivery.statuses.append(status)
            if status == 0 or status in RETRIED or status >= 500:
                if delivery.retries_left > 0:
                    delivery.retries_left -= 1
                    delivery.retry += 1
                    delivery.state = "retrying"
                    self._push(delivery, self._site.config.webhook_retry_s)
                else:
                    delivery.state = "given up"
            else:
                delivery.state = "delivered" if status < 300 else "refused"
        finally:
            with self._wake:
                self._busy -= 1

    def _post(self, delivery: Delivery) -> int:
        app = self._site.app
        if app is None or not app.is_active(delivery.product):
            return 410
        token = app.call_token(delivery.product, method="POST", url=delivery.url, account_id=delivery.account_id)
        headers = {
            "Authorization": f"JWT {token}",
            "Content-Type": "application/json; charset=UTF-8",
            "X-Atlassian-Webhook-Identifier": delivery.identifier,
            "X-Atlassian-Webhook-Flow": "Primary",
        }
        if delivery.retry:
            headers["X-Atlassian-Webhook-Retry"] = str(delivery.retry)
        body = b"" if delivery.body is None else json.dumps(delivery.body).encode()
        try:
            reply = requests.post(
                delivery.url, data=body, headers=headers,
                timeout=self._site.config.webhook_timeout_s, allow_redirects=False,
            )  # fmt: skip
        except requests.RequestException:
            return 0
        return reply.status_code
