"""How much finished work may serve no key result without a word: running the business is work too."""

import math
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final

from service.domain.errors import DomainError

ALLOWANCE: Final = 0.4
"""Where a team declares none. Source: requirements 2.6: IPFS plans 60 % of its time for objectives, which leaves 40 %."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What a team declared. Units: `share` 0.0–1.0. `declared_by` is an account id."""

    team_id: str
    share: float
    declared_by: str | None
    declared_at: datetime


class AllowanceInvalid(DomainError):
    """A declared allowance is no share."""

    code: ClassVar[str] = "allowance_invalid"


def require_allowance(*, share: float) -> float:
    """Return a declared allowance. Units: 0.0–1.0. Raises: AllowanceInvalid."""
    if not (math.isfinite(share) and 0.0 <= share <= 1.0):
        raise AllowanceInvalid(
            "An allowance is a share of finished work between 0 and 1; 0.4 leaves 40 % to running the business.",
            field="share",
        )
    return share
