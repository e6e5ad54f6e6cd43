"""Challenge a sentence while it is written. Pure: nothing is read and nothing is kept."""

from service.domain.audit import AUTO
from service.domain.challenge import Challenge
from service.domain.challenge import challenge_text as challenge
from service.domain.model import Direction


def challenge_text(
    *,
    text: str,
    unit: str = "",
    direction: Direction | None = None,
    baseline: float | None = None,
    target: float | None = None,
    language: str = AUTO,
) -> Challenge:
    """Name the metric and at least one way to hit it and hurt the business. Source: M-24."""
    return challenge(text=text, unit=unit, direction=direction, baseline=baseline, target=target, language=language)
