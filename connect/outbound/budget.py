"""The hour's points: asked before a call is made, corrected after it. What is done when there are none left is not here.

Jira and Confluence each give the app a number of points per UTC hour, shared by all its sites, and refuse everything
until the hour is over once they are spent. Neither tells how much is left before most is gone, so we count ourselves.
Source: platform 4 (limits, "a well-behaved client").
"""

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum

from connect.errors import Lane, RateLimited
from connect.outbound.counters import Counters
from connect.outbound.limits import QuotaScope
from connect.site import Product

POINTS_PER_HOUR = 65_000  # Tier 1, per app and product over all sites
HOUR_S = 3600


class Urgency(Enum):
    """How urgent a call is: the share of the hour's points that may be gone before it is refused."""

    BACKGROUND = 0.60
    NORMAL = 0.85
    INTERACTIVE = 1.0


_urgency: ContextVar[Urgency] = ContextVar("urgency", default=Urgency.NORMAL)


@contextmanager
def spending(urgency: Urgency) -> Iterator[None]:
    """Let the calls made inside count as this urgent (a reconcile pass is background, a person waiting interactive)."""
    token = _urgency.set(urgency)
    try:
        yield
    finally:
        _urgency.reset(token)


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """The points of the running hour, per product over all sites, and each site's share of them.

    Units: points. `site_share` is the part of the hour's points one site may take, so that it cannot starve the others.
    """

    counters: Counters
    app_key: str = "northstar"
    points_per_hour: int = POINTS_PER_HOUR
    site_share: float = 0.5
    now: Callable[[], datetime] = _utc_now

    def reserve(self, *, product: Product, site_id: str, points: int) -> None:
        """Take points before a call. Raises: RateLimited, with the lane and the wait, if there are not enough."""
        now = self.now()
        self._refuse_while_closed(product, site_id, now)
        share = _urgency.get().value
        taken: list[str] = []
        limits: tuple[tuple[str, float, Lane], ...] = (
            (self._hour_key(product, now), self.points_per_hour * share, "app"),
            (self._hour_key(product, now, site_id), self.points_per_hour * self.site_share * share, "site"),
        )
        for key, ceiling, lane in limits:
            taken.append(key)
            if self.counters.add(key, points) > ceiling:
                for reserved in taken:
                    self.counters.add(reserved, -points)
                raise RateLimited(
                    f"the {product} points of this hour are kept for more urgent calls or spent",
                    retry_after_s=_to_next_hour_s(now),
                    lane=lane,
                )

    def settle(self, *, product: Product, site_id: str, reserved: int, spent: int) -> None:
        """Correct a reservation by what the call really cost."""
        now = self.now()
        if reserved != spent:
            self.counters.add(self._hour_key(product, now), spent - reserved)
            self.counters.add(self._hour_key(product, now, site_id), spent - reserved)

    def observe(self, *, product: Product, site_id: str, scope: QuotaScope, left: int) -> None:
        """Take the product's word for what is left if it is less than we thought."""
        key = self._hour_key(product, self.now(), site_id if scope == "site" else None)
        whole = self.points_per_hour * (self.site_share if scope == "site" else 1)
        self.counters.raise_to(key, max(0, round(whole) - left))

    def close(self, *, product: Product, site_id: str, lane: Lane, wait_s: float) -> None:
        """Make no call for a while, to the product at all (lane `app`) or to one site; other lanes are not ours."""
        if lane in {"app", "site"}:
            until = self.now() + timedelta(seconds=wait_s)
            key = self._closed_key(product, site_id if lane == "site" else None)
            self.counters.raise_to(key, math.ceil(until.timestamp()))

    def allows(self, *, product: Product, site_id: str, points: int) -> bool:
        """Tell whether a pass of this cost may be started now; nothing is taken."""
        now = self.now()
        share = self.points_per_hour * _urgency.get().value
        if self._closed_for_s(product, site_id, now)[0] > 0:
            return False
        whole = self.counters.read(self._hour_key(product, now))
        own = self.counters.read(self._hour_key(product, now, site_id))
        return whole + points <= share and own + points <= share * self.site_share

    def _refuse_while_closed(self, product: Product, site_id: str, now: datetime) -> None:
        wait, lane = self._closed_for_s(product, site_id, now)
        if wait > 0:
            raise RateLimited(f"{product} asked us to wait", retry_after_s=wait, lane=lane)

    def _closed_for_s(self, product: Product, site_id: str, now: datetime) -> tuple[float, Lane]:
        app = self.counters.read(self._closed_key(product, None)) - now.timestamp()
        site = self.counters.read(self._closed_key(product, site_id)) - now.timestamp()
        return (app, "app") if app >= site else (site, "site")

    def _hour_key(self, product: Product, now: datetime, site_id: str | None = None) -> str:
        return f"points:{self.app_key}:{product}:{now:%Y%m%d%H}:{site_id or 'all'}"

    def _closed_key(self, product: Product, site_id: str | None) -> str:
        return f"closed:{self.app_key}:{product}:{site_id or 'all'}"


def _to_next_hour_s(now: datetime) -> float:
    return HOUR_S - (now.minute * 60 + now.second)
