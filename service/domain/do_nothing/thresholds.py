"""From which probability on a target is business as usual, and up to which it is a wish."""

from dataclasses import dataclass
from typing import Final

from service.domain.presets import Preset

TOO_EASY: Final = 0.7
"""For presets that do not say. Source: W-09, the only doctrine that gives a number."""

WISH: Final = 0.02
"""What "about 0 %" can mean with a few hundred draws; ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Units: probabilities 0.0–1.0. Above `too_easy` it happens anyway; at `wish` or below it does not happen."""

    too_easy: float
    wish: float


def thresholds_of(*, preset: Preset) -> Thresholds:
    """Return the preset's, or W-09's where it is silent."""
    said = preset.confidence
    return Thresholds(
        too_easy=TOO_EASY if said.too_easy is None else said.too_easy,
        wish=WISH if said.wish is None else max(said.wish, WISH),
    )
