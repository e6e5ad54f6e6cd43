"""The site's clock, which tests may move. Not here: timers; threads wait in real seconds."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta


class Clock:
    """Tell the site's time: real time plus an offset that only grows."""

    def __init__(self) -> None:
        self._offset_s = 0.0

    def now(self) -> datetime:
        """Return the current instant of the site, in UTC."""
        return datetime.now(UTC) + timedelta(seconds=self._offset_s)

    def epoch_s(self) -> float:
        """Return the site's time as seconds since 1970; what tokens carry."""
        return time.time() + self._offset_s

    def advance(self, *, seconds: float) -> None:
        """Move the site's time forward; backwards would break every log."""
        if seconds < 0:
            raise ValueError("the clock only moves forward")
        self._offset_s += seconds
