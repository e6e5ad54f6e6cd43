"""Reading what the products say about limits: how long to wait, which lane must wait, how much is left. No waiting here.

Source for all of it: platform 4 (Atlassian's pages of August and October 2026, and what staff and users reported).
"""

import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

from connect.errors import Lane

# What to wait when a refusal does not say how long: the base step Atlassian recommends.
DEFAULT_WAIT_S = 5.0
# No announced wait is longer than the quota's hour.
MAX_WAIT_S = 3600.0
# A refusal without a known reason that asks for more than this is about more than one endpoint.
LONG_WAIT_S = 60.0

QuotaScope = Literal["app", "site"]

_POLICY = re.compile(r'"(?P<name>[^"]+)"(?P<parameters>[^,]*)')
_PARAMETER = re.compile(r";\s*(?P<key>[a-z]+)=(?P<value>\d+)")


def wait_s(headers: Mapping[str, str], *, now: datetime) -> float:
    """Return how many seconds a refused caller must wait, from Retry-After, else the reset instant, else a default."""
    wait = _retry_after_s(headers.get("Retry-After"), now)
    if wait is None:
        wait = _until_reset_s(headers.get("X-RateLimit-Reset"), now)
    if wait is None:
        wait = min((window for _, left, window in _policies(headers) if left == 0), default=None)
    if wait is None:
        return DEFAULT_WAIT_S
    return min(max(wait, 1.0), MAX_WAIT_S)


def lane(headers: Mapping[str, str], *, wait_s: float) -> Lane:
    """Return which lane a refusal closes.

    Documented and observed reasons differ, so words are matched loosely; an unknown reason is judged by its wait.
    """
    reason = headers.get("RateLimit-Reason", "").lower()
    if "per-issue" in reason:
        return "issue"
    if "burst" in reason or "concurrent" in reason:
        return "endpoint"
    if "tenant" in reason:
        return "site"
    if "quota" in reason or "global" in reason or "cost" in reason:
        return "app"
    return "site" if wait_s > LONG_WAIT_S else "endpoint"


def points_left(headers: Mapping[str, str]) -> Mapping[QuotaScope, int]:
    """Return how many points of the hour are left, as far as the product tells (it does so only past 80 % use)."""
    left: dict[QuotaScope, int] = {}
    for name, remaining, _ in _policies(headers):
        if "quota" not in name:
            continue  # bursts and per-issue limits are not points
        scope: QuotaScope = "site" if "tenant" in name else "app"
        left[scope] = min(remaining, left.get(scope, remaining))
    return left


def _policies(headers: Mapping[str, str]) -> list[tuple[str, int, float]]:
    """Return (name, remaining, seconds to the reset) of each policy that tells how much remains."""
    found = []
    for header in ("RateLimit", "Beta-RateLimit"):
        for match in _POLICY.finditer(headers.get(header, "")):
            parameters = {p["key"]: int(p["value"]) for p in _PARAMETER.finditer(match["parameters"])}
            if "r" in parameters:
                found.append((match["name"].lower(), parameters["r"], float(parameters.get("t", 0))))
    return found


def _retry_after_s(text: str | None, now: datetime) -> float | None:
    if not text:
        return None
    try:
        seconds = float(text)
    except ValueError:
        try:
            until = parsedate_to_datetime(text)
        except ValueError:
            return None
        return (_aware(until) - now).total_seconds()
    return seconds if math.isfinite(seconds) else None


def _until_reset_s(text: str | None, now: datetime) -> float | None:
    if not text:
        return None
    try:
        # ISO 8601, sometimes without seconds: 2026-03-26T16:00Z
        return (_aware(datetime.fromisoformat(text.strip())) - now).total_seconds()
    except ValueError:
        return None


def _aware(instant: datetime) -> datetime:
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)
