"""Where counts of points live: in this process or shared by all workers. The rules of spending are in `budget.py`."""

from threading import Lock
from typing import Protocol

_MAX_KEYS = 10_000


class Counters(Protocol):
    """What the budget needs of a place to count. A key is needed for two hours at most."""

    def add(self, key: str, points: int) -> int:
        """Add to a counter atomically and return its new value."""

    def raise_to(self, key: str, points: int) -> None:
        """Lift a counter to at least this value."""

    def read(self, key: str) -> int:
        """Return a counter's value, 0 if there is none."""


class MemoryCounters:
    """Counters of one process."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._lock = Lock()

    def add(self, key: str, points: int) -> int:
        """Add to a counter and return its new value."""
        with self._lock:
            if key not in self._counts and len(self._counts) >= _MAX_KEYS:
                self._counts.pop(next(iter(self._counts)))  # the oldest hour
            self._counts[key] = self._counts.get(key, 0) + points
            return self._counts[key]

    def raise_to(self, key: str, points: int) -> None:
        """Lift a counter to at least this value."""
        with self._lock:
            self._counts[key] = max(self._counts.get(key, 0), points)

    def read(self, key: str) -> int:
        """Return a counter's value."""
        with self._lock:
            return self._counts.get(key, 0)
