"""Two scores: against what was promised, and against what the promise was amended to. Source: requirements 2.7."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.domain.ledger.entry import Entry, EntryKind
from service.domain.ledger.promise import Promise, as_promised
from service.domain.model import Checkin, Cycle, KeyResult
from service.domain.pace import elapsed
from service.domain.progress import progress
from service.domain.rollup import Part, weighted_mean

LATE_FROM = 0.75
"""Edits in the last quarter of a cycle are late. Source: requirements 2.7."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DualScore:
    """Units: 0.0–1.0; None for no data."""

    key_result_id: str
    original: float | None
    amended: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """How far amendments moved the scores of a set. Units: `mean` -1.0–1.0 (positive: it got easier); None for no data."""

    mean: float | None
    changed: int
    scored: int


def dual_score(
    *, key_result: KeyResult, original: Promise, value: float | None, history: Sequence[Checkin] = ()
) -> DualScore:
    """Return the score of `value` against the original promise and against the key result as it stands."""
    return DualScore(
        key_result_id=key_result.id,
        original=progress(as_promised(key_result=key_result, promise=original), value, history).clamped,
        amended=progress(key_result, value, history).clamped,
    )


def drift(*, scores: Iterable[DualScore]) -> Drift:
    """Return the mean difference amended - original over what has both."""
    moves = [each.amended - each.original for each in scores if each.amended is not None and each.original is not None]
    return Drift(
        mean=weighted_mean(Part(move) for move in moves), changed=sum(move != 0 for move in moves), scored=len(moves)
    )


def late_edits(*, entries: Iterable[Entry], cycle: Cycle) -> tuple[Entry, ...]:
    """Return the amendments made in the last quarter of the cycle, or after it."""
    return tuple(
        entry
        for entry in entries
        if entry.kind is EntryKind.AMENDED and elapsed(cycle=cycle, now=entry.at) >= LATE_FROM
    )
