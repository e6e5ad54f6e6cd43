"""Scores at the end: bands, the classes kept apart, guarded scores and what four quarters say.

What must not be here: dual scoring against amended promises (`ledger/`). Source: requirements 3.3, W-12, G-22.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from service.domain.model import Commitment, KeyResult
from service.domain.presets import Band, GuardrailPolicy, Preset
from service.domain.rollup import Part, counts, weighted_mean


def band_of(*, score: float, bands: Sequence[Band]) -> Band:
    """Return the band a score falls into: half-open [lower, next lower), the last one up to and including 1.

    Units: `score` 0.0–1.0. Source: requirements 3.3 (gaps).
    """
    return next((band for band in reversed(bands) if score >= band.lower - 1e-9), bands[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassScore:
    """The mean score of one commitment class (None: the undeclared ones). Units: `mean`, `expected` 0.0–1.0."""

    commitment: Commitment | None
    mean: float | None
    number: int
    achieved: int
    expected: float


def class_scores(*, scored: Iterable[tuple[KeyResult, float | None]], preset: Preset) -> tuple[ClassScore, ...]:
    """Return the scores of moonshots, committed and undeclared key results apart, empty classes left out.

    Committed ones are expected to reach 1.0 and achieved only then; moonshots and undeclared ones the preset's good score,
    a moonshot being achieved in full. Source: W-12, requirements 3.3 (aspirational 0.7, committed 1.0).
    """
    rows = [(key_result, score) for key_result, score in scored if counts(key_result)]
    found = []
    for commitment in (Commitment.COMMITTED, None, Commitment.MOONSHOT):
        members = [(key_result, score) for key_result, score in rows if key_result.commitment is commitment]
        if not members:
            continue
        needed = preset.good_score if commitment is None else 1.0
        found.append(
            ClassScore(
                commitment=commitment,
                mean=weighted_mean(Part(score, key_result.weight) for key_result, score in members),
                number=len(members),
                achieved=sum(score is not None and score >= needed for _, score in members),
                expected=1.0 if commitment is Commitment.COMMITTED else preset.good_score,
            )
        )
    return tuple(found)


def has_one_class_only(*, key_results: Iterable[KeyResult]) -> bool:
    """Tell whether a set with declared classes holds only one of them; a set of one key result may. Source: G-22."""
    declared = [row.commitment for row in key_results if counts(row) and row.commitment is not None]
    return len(declared) > 1 and len(set(declared)) == 1


def guarded_score(*, raw: float, guardrails: Sequence[float], policy: GuardrailPolicy, cap: float) -> float:
    """Return the score after the key result's guardrails; `guardrails` are their progresses, 1.0 for a held one.

    CAP: a broken one caps the score at `cap`. MULTIPLY: each multiplies it by its progress. FLAG: the score stays. A guardrail
    never adds. Units: 0.0–1.0. Source: requirements 2.3, 3.2.
    """
    if policy is GuardrailPolicy.MULTIPLY:
        return raw * math.prod(min(1.0, max(0.0, each)) for each in guardrails)
    if policy is GuardrailPolicy.CAP and any(each < 1 for each in guardrails):
        return min(raw, cap)
    return raw


def late_score(*, score: float, weeks_late: int) -> float:
    """Return a score less 10 points for every week the key result came late, 0 at the least. Source: requirements 3.3 (GitLab)."""
    return max(0.0, score - 0.1 * max(0, weeks_late))


class LongRun(StrEnum):
    """What the average of four quarters says about ambition. Source: requirements 3.3, okr-design litmus."""

    SANDBAGGED = "sandbagged"
    COMFORTABLE = "comfortable"
    STRETCH = "stretch"
    HARD = "hard"
    FANTASY = "fantasy"


def long_run(*, scores: Sequence[float]) -> LongRun | None:
    """Judge the mean of the last four final scores: ≥ 0.95 sandbagged, 0.50–0.75 stretch, < 0.30 fantasy.

    Fewer than four cycles say nothing. The two gaps of the source are named comfortable and hard here.
    """
    if len(scores) < 4:
        return None
    mean = math.fsum(scores[-4:]) / 4
    if mean >= 0.95:
        return LongRun.SANDBAGGED
    if mean > 0.75:
        return LongRun.COMFORTABLE
    if mean >= 0.50:
        return LongRun.STRETCH
    return LongRun.HARD if mean >= 0.30 else LongRun.FANTASY
