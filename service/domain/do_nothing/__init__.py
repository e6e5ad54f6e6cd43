"""The do-nothing test: how likely the target is if nobody does anything special. Source: requirements 2.4.

Pure: a measured history in, a verdict out; the dice are seeded. What must not be here: reading the history.
"""

from service.domain.do_nothing.judge import DoNothing, Verdict, judge_doing_nothing
from service.domain.do_nothing.project import FEWEST, project_ends
from service.domain.do_nothing.thresholds import Thresholds, thresholds_of

__all__ = [
    "FEWEST",
    "DoNothing",
    "Thresholds",
    "Verdict",
    "judge_doing_nothing",
    "project_ends",
    "thresholds_of",
]
