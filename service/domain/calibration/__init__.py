"""What a team's confidence is worth: sealed votes, how they came out, and a correction that shrinks towards everybody's.

Never shown per person to others. Source: requirements 2.8.
"""

from service.domain.calibration.correction import FEWEST, Calibrated, calibrated
from service.domain.calibration.record import Outcome, ReliabilityRow, brier, reliability
from service.domain.calibration.rounds import RoundOver, RoundState, VoteRound, closed, require_sealing, revealing
from service.domain.calibration.votes import RevealRefused, SealedVote, Summary, Vote, reveal, seal, summary

__all__ = [
    "FEWEST",
    "Calibrated",
    "Outcome",
    "ReliabilityRow",
    "RevealRefused",
    "RoundOver",
    "RoundState",
    "SealedVote",
    "Summary",
    "Vote",
    "VoteRound",
    "brier",
    "calibrated",
    "closed",
    "reliability",
    "require_sealing",
    "reveal",
    "revealing",
    "seal",
    "summary",
]
