"""One round of votes on one key result: first everybody seals, then everybody reveals, then it is over.

Source: requirements 2.8 (commit–reveal).
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from service.domain.errors import DomainError


class RoundState(StrEnum):
    """Where a round stands; it only moves forward."""

    SEALING = "sealing"
    REVEALING = "revealing"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteRound:
    """A round of votes, named by people (`planning`, `2026-W47`)."""

    key_result_id: str
    name: str
    opened_at: datetime
    state: RoundState = RoundState.SEALING
    closed_at: datetime | None = None


class RoundOver(DomainError):
    """The round no longer takes what was sent."""

    code: ClassVar[str] = "round_over"
    status: ClassVar[int] = 409


def require_sealing(*, vote_round: VoteRound) -> None:
    """Refuse a new seal once votes are being revealed: a late voter would know the others. Raises: RoundOver."""
    if vote_round.state is not RoundState.SEALING:
        raise RoundOver(
            f"In the round “{vote_round.name}” votes are already being revealed. Start a round of another name.",
            field="round",
        )


def revealing(*, vote_round: VoteRound) -> VoteRound:
    """Return the round as one in which votes are revealed. Raises: RoundOver."""
    if vote_round.state is RoundState.CLOSED:
        raise RoundOver(
            f"The round “{vote_round.name}” is closed; what was not revealed does not count.", field="round"
        )
    return replace(vote_round, state=RoundState.REVEALING)


def closed(*, vote_round: VoteRound, at: datetime) -> VoteRound:
    """Return the round as closed at an instant; one that is closed stays as it is."""
    if vote_round.state is RoundState.CLOSED:
        return vote_round
    return replace(vote_round, state=RoundState.CLOSED, closed_at=at)
