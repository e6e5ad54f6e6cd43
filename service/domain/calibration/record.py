"""How stated confidences came out: Brier score and reliability table."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

BANDS: Final = 5
"""Reliability bands of equal width: 0–20 %, …, 80–100 %; ours, so that small teams still fill them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A closed key result: the confidence that was stated and whether the promise was kept. Units: 0.0–1.0."""

    confidence: float
    is_kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliabilityRow:
    """A band [lower, upper) of stated confidence (the last one includes 1): what was said, what came true."""

    lower: float
    upper: float
    number: int
    stated: float
    kept: float


def brier(*, outcomes: Sequence[Outcome]) -> float | None:
    """Return the mean squared distance between confidence and outcome: 0 is perfect, 0.25 is always saying 50 %."""
    if not outcomes:
        return None
    return math.fsum((each.confidence - each.is_kept) ** 2 for each in outcomes) / len(outcomes)


def reliability(*, outcomes: Sequence[Outcome]) -> tuple[ReliabilityRow, ...]:
    """Return the table "when they said 70 %, it came true in 52 %", bands without outcomes left out."""
    rows = []
    for index in range(BANDS):
        members = [each for each in outcomes if band(each.confidence) == index]
        if members:
            rows.append(
                ReliabilityRow(
                    lower=index / BANDS,
                    upper=(index + 1) / BANDS,
                    number=len(members),
                    stated=math.fsum(each.confidence for each in members) / len(members),
                    kept=sum(each.is_kept for each in members) / len(members),
                )
            )
    return tuple(rows)


def band(confidence: float) -> int:
    """Return the index of the band a confidence belongs to."""
    return min(BANDS - 1, int(confidence * BANDS + 1e-9))
