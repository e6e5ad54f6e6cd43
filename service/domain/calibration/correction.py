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
    """Return what `confidence` is worth to this team.

    Pool: q(c) = (4·c + kept of all) / (4 + n of all) in the band of c; `everybody` includes the team.
    Team: its bias d = Σ(q(cᵢ) - keptᵢ) / (n + 10) over all its bands moves the prior, which its own band then answers:
    (10·(q(c) - d) + kept) / (10 + n of its band).
    With fewer than ten outcomes of the team q stands alone, so that nobody can read one person's record off it.
    """
    in_bands: dict[int, list[Outcome]] = defaultdict(list)
    for each in everybody:
        in_bands[band(each.confidence)].append(each)

    def pooled(stated: float) -> float:
        pool = in_bands[band(stated)]
        return (PRIOR_STRENGTH * stated + sum(each.is_kept for each in pool)) / (PRIOR_STRENGTH + len(pool))

    if len(team) < FEWEST:
        number = len(in_bands[band(confidence)])
        return Calibrated(stated=confidence, probability=pooled(confidence), number=number, is_pooled=True)
    bias = math.fsum(pooled(each.confidence) - each.is_kept for each in team) / (len(team) + STRENGTH)
    own = [each for each in team if band(each.confidence) == band(confidence)]
    prior = clamp(pooled(confidence) - bias)
    probability = (STRENGTH * prior + sum(each.is_kept for each in own)) / (STRENGTH + len(own))
    return Calibrated(stated=confidence, probability=probability, number=len(own), is_pooled=False)
