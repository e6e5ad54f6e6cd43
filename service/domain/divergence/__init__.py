"""Effort beside outcome, and the work that serves no key result. Source: requirements 2.6; G-12.

Pure. What must not be here: turning finished issues into progress; that is a tracker's choice, never this page's.
"""

from service.domain.divergence.allowance import ALLOWANCE, Allowance, AllowanceInvalid, require_allowance
from service.domain.divergence.effort import effort_by_week, share_reached_at
from service.domain.divergence.orphans import Finished, OrphanWork, orphan_work
from service.domain.divergence.quadrants import Divergence, Quadrant, judge_divergence, noise_of

__all__ = [
    "ALLOWANCE",
    "Allowance",
    "AllowanceInvalid",
    "Divergence",
    "Finished",
    "OrphanWork",
    "Quadrant",
    "effort_by_week",
    "judge_divergence",
    "noise_of",
    "orphan_work",
    "require_allowance",
    "share_reached_at",
]
