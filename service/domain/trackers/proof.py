"""The proof that travels with a reading: what was asked, when, of how many issues, and a fingerprint of what was seen."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from service.domain.trackers.reading import Reading

SHOWN: Final = 16
"""Hexadecimal digits of the fingerprint that are kept: enough to compare two readings, short enough to read."""

Seen = tuple[str, float | None]
"""(issue id or query, number)."""


def fingerprint(*, seen: Iterable[Seen]) -> str:
    """Return the SHA-256 of what a reading saw, whatever its order, shortened."""
    lines = sorted(f"{name}={number!r}" for name, number in seen)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:SHOWN]


def proven(*, reading: Reading, asked: str, at: datetime, seen: Iterable[Seen]) -> Reading:
    """Return the reading with its whole provenance. Source: issue "The outcome engine", point 2."""
    instant = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    proof = f"{reading.provenance} | {asked} | read {instant} | sha256 {fingerprint(seen=seen)}"
    return Reading(reading.value, proof)
