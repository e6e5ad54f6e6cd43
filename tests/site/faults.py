"""Named faults that tests and demos switch on. Not here: what each does at its place (limits, webhooks, search).

A fault is written `name`, `name:3` (the next three chances) or `name:1/5` (every fifth chance).
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

# How often a fault strikes when nothing is said: 1 = always.
EVERY = {
    "slow": 1,
    "429-burst": 7,
    "429-quota": 40,
    "429-issue": 5,
    "503": 9,
    "html-200": 11,
    "stale-409": 5,
    "field-off-screen": 1,
    "late-search": 1,
    "short-pages": 1,
    "drop-webhooks": 3,
    "duplicate-webhooks": 1,
    "reorder-webhooks": 1,
    "page-late": 1,
}


@dataclass(slots=True)
class _Fault:
    every: int
    left: int | None
    seen: int = 0
    struck: int = 0


class Faults:
    """Decide whether a named fault strikes now."""

    def __init__(self, written: tuple[str, ...] = ()) -> None:
        self._active: dict[str, _Fault] = {}
        self._lock = threading.Lock()
        for text in written:
            self.add(text)

    def add(self, text: str) -> None:
        """Switch a fault on. Raises: ValueError for an unknown name or a bad count."""
        name, _, amount = text.partition(":")
        if name not in EVERY:
            raise ValueError(f"unknown fault {name!r}; there are {', '.join(sorted(EVERY))}")
        every, left = (EVERY[name], None) if not amount else (1, None)
        if amount.startswith("1/"):
            every = int(amount[2:])
        elif amount:
            left = int(amount)
        with self._lock:
            self._active[name] = _Fault(every, left)

    def clear(self, name: str | None = None) -> None:
        """Switch one fault off, or all."""
        with self._lock:
            if name is None:
                self._active.clear()
            else:
                self._active.pop(name, None)

    def strikes(self, name: str) -> bool:
        """Tell whether the fault strikes at this chance."""
        with self._lock:
            fault = self._active.get(name)
            if fault is None or fault.left == 0:
                return False
            fault.seen += 1
            if fault.seen % fault.every:
                return False
            if fault.left is not None:
                fault.left -= 1
            fault.struck += 1
            return True

    def active(self) -> dict[str, int]:
        """Return how often each switched-on fault has struck."""
        with self._lock:
            return {name: fault.struck for name, fault in self._active.items()}
