"""Commit and reveal: nobody sees another vote before giving their own, nobody changes one afterwards."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import ClassVar, Final

from service.domain.errors import DomainError
from service.domain.key_results_rules import require_confidence

SMALLEST_NONCE: Final = 16
"""Characters; with less a vote of 101 possible values could be guessed from its seal."""

SMALLEST_GROUP: Final = 3
"""Fewer votes would show what one person said; ours."""


class RevealRefused(DomainError):
    """A revealed vote is not the one that was sealed."""

    code: ClassVar[str] = "reveal_refused"
    status: ClassVar[int] = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedVote:
    """A vote nobody can read yet. `seal` is the SHA-256 of key result, voter, confidence and nonce."""

    key_result_id: str
    voter: str
    seal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A revealed vote. Units: `confidence` 0.0–1.0."""

    key_result_id: str
    voter: str
    confidence: float


def seal(*, key_result_id: str, voter: str, confidence: float, nonce: str) -> SealedVote:
    """Return the sealed vote; the voter keeps the nonce until the reveal.

    Raises: ConfidenceOutOfRange, ValueNotFinite, RevealRefused for a nonce that is too short.
    """
    require_confidence(confidence=confidence)
    if len(nonce) < SMALLEST_NONCE:
        raise RevealRefused(f"The nonce needs at least {SMALLEST_NONCE} random characters.", field="nonce")
    return SealedVote(key_result_id=key_result_id, voter=voter, seal=_digest(key_result_id, voter, confidence, nonce))


def reveal(*, sealed: SealedVote, confidence: float, nonce: str) -> Vote:
    """Return the vote if it is the sealed one.

    Raises: RevealRefused.
    """
    if not hmac.compare_digest(_digest(sealed.key_result_id, sealed.voter, confidence, nonce), sealed.seal):
        raise RevealRefused(
            "This is not the vote that was sealed. Reveal the same confidence with the same nonce.", field="confidence"
        )
    return Vote(key_result_id=sealed.key_result_id, voter=sealed.voter, confidence=confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What may be shown of a vote. Units: 0.0–1.0; None where too few voted to keep each one private."""

    votes: int
    median: float | None
    lowest: float | None
    highest: float | None


def summary(*, votes: Sequence[Vote]) -> Summary:
    """Return the median and the range of revealed votes, withheld below three."""
    values = [vote.confidence for vote in votes]
    if len(values) < SMALLEST_GROUP:
        return Summary(votes=len(values), median=None, lowest=None, highest=None)
    return Summary(votes=len(values), median=median(values), lowest=min(values), highest=max(values))


def _digest(key_result_id: str, voter: str, confidence: float, nonce: str) -> str:
    return hashlib.sha256(f"{key_result_id}\n{voter}\n{confidence!r}\n{nonce}".encode()).hexdigest()
