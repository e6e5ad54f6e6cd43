"""What a stated confidence is worth for this team: Beta-binomial per band, the prior from all teams.

Plain regression per group made predictions worse out of group (requirements 3.7), hence shrinkage.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from service.domain.calibration.record import Outcome, band
from service.domain.progress import clamp

FEWEST: Final = 10
"""Below this many closed key results of a team only the pooled figure is shown. Source: requirements 2.8."""

STRENGTH: Final = 10.0
"""How many outcomes a prior weighs against the team's own; ours."""

PRIOR_STRENGTH: Final = 4.0
"""How many outcomes the stated confidence itself weighs within the pool, so that an empty pool corrects nothing; ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibrated:
    """A stated confidence and what it is worth. `number` outcomes of the band stand behind it, of this team or of all.

    Units: probabilities 0.0–1.0.
    """

    stated: float
    probability: float
    number: int
    is_pooled: bool

    @property
    def sentence(self) -> str:
        """The words shown at the moment of voting."""
        who = "all teams together say" if self.is_pooled else "this team says"
        return f"When {who} {self.stated:.0%}, it lands {self.probability:.0%} of the time (n = {self.number})."


def calibrated(*, confidence: float, team: Sequence[Outcome], everybody: Sequence[Outcome]) -> Calibrated:
    """Return what `confidence` is worth to this team: a Beta-binomial posterior mean, in two steps.

    Everybody, per band: q(c) = c + Σ(keptᵢ - cᵢ) / (4 + n); `everybody` includes the team.
    The team, over all its bands: r = Σ(keptᵢ - q(cᵢ)) / (10 + n); then in its own band, with q + r as the prior:
    q(c) + r + Σ(keptᵢ - q(cᵢ) - r) / (10 + n of the band).
    With fewer than ten outcomes of the team q stands alone, so that nobody can read one person's record off it.
    """
    sums: dict[int, list[float]] = defaultdict(list)
    for each in everybody:
        sums[band(each.confidence)].append(each.is_kept - each.confidence)

    def pooled(stated: float) -> float:
        misses = sums[band(stated)]
        return clamp(stated + math.fsum(misses) / (PRIOR_STRENGTH + len(misses)))

    if len(team) < FEWEST:
        number = len(sums[band(confidence)])
        return Calibrated(stated=confidence, probability=pooled(confidence), number=number, is_pooled=True)
    leaning = math.fsum(each.is_kept - pooled(each.confidence) for each in team) / (STRENGTH + len(team))
    own = [each for each in team if band(each.confidence) == band(confidence)]
    misses = math.fsum(each.is_kept - pooled(each.confidence) - leaning for each in own)
    probability = clamp(pooled(confidence) + leaning + misses / (STRENGTH + len(own)))
    return Calibrated(stated=confidence, probability=probability, number=len(own), is_pooled=False)
