"""Counting against limits: points per hour, bursts per second, writes per issue. Not here: HTTP (`limits.py`).

Source: platform.md section 4.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

ISSUE_WINDOWS = ((20, 2.0), (100, 30.0))


def next_hour(now: datetime) -> datetime:
    """Return the top of the next hour, when the points are given back."""
    return now.astimezone(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


@dataclass(slots=True)
class HourlyPoints:
    """Count points within the clock hour; nothing is carried over."""

    quota: int
    used: int = 0
    hour: datetime | None = None
    total: int = 0

    def at(self, now: datetime) -> int:
        """Return the points used in the hour of `now`."""
        hour = next_hour(now)
        if self.hour != hour:
            self.hour, self.used = hour, 0
        return self.used

    def add(self, points: int, now: datetime) -> None:
        """Charge points."""
        self.used = self.at(now) + points
        self.total += points


@dataclass(slots=True)
class TokenBucket:
    """Allow `rate` requests a second with a capacity of one second's worth."""

    rate: int
    left: float
    at_s: float

    def take(self, now_s: float) -> bool:
        """Take one; False when the bucket is empty."""
        self.left = min(float(self.rate), self.left + max(0.0, now_s - self.at_s) * self.rate)
        self.at_s = now_s
        if self.left < 1:
            return False
        self.left -= 1
        return True


@dataclass(slots=True)
class IssueWrites:
    """Remember when each issue was written."""

    at_s: dict[str, deque[float]] = field(default_factory=dict)

    def wait_s(self, issue_id: str, now_s: float) -> float:
        """Count one write and return 0, or return how long to wait when a window is full."""
        writes = self.at_s.setdefault(issue_id, deque(maxlen=ISSUE_WINDOWS[-1][0]))
        for count, window_s in ISSUE_WINDOWS:
            if len(writes) >= count and now_s - writes[-count] < window_s:
                return window_s - (now_s - writes[-count])
        writes.append(now_s)
        return 0.0
