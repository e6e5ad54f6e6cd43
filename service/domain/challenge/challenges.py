"""What the Challenger asks about one key result: at least one way to hit it and hurt the business.

Source: requirements 2.3; M-24.
"""

from dataclasses import dataclass

from service.domain.audit import AUTO
from service.domain.challenge.classes import BY_CLASS, EMPTY_FINISH, SHRINKING_DENOMINATOR
from service.domain.challenge.classify import Metric, classify
from service.domain.challenge.shapes import Loophole
from service.domain.model import Direction, KeyResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge:
    """How a key result's metric was understood, and the loopholes to answer: never none."""

    metric: Metric
    loopholes: tuple[Loophole, ...]


def challenge_text(
    *,
    text: str,
    unit: str = "",
    direction: Direction | None = None,
    baseline: float | None = None,
    target: float | None = None,
    language: str = AUTO,
) -> Challenge:
    """Challenge a sentence, with what is known beside it."""
    metric = classify(text=text, unit=unit, direction=direction, baseline=baseline, target=target, language=language)
    found = list(metric.family.loopholes(metric.movement)) if metric.family else []
    if direction in {Direction.BINARY, Direction.MILESTONES}:
        found = [EMPTY_FINISH]
    if direction is Direction.RATIO:
        found.append(SHRINKING_DENOMINATOR)
    return Challenge(metric=metric, loopholes=tuple(found or [BY_CLASS[metric.kind, metric.movement]]))


def challenge_key_result(*, key_result: KeyResult, language: str = AUTO) -> Challenge:
    """Challenge a stored key result by its text, unit, direction and numbers."""
    return challenge_text(
        text=key_result.title,
        unit=key_result.unit,
        direction=key_result.direction,
        baseline=key_result.baseline,
        target=key_result.target,
        language=language,
    )
