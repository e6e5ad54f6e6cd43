"""The acts of a sealed vote: seal, open the reveal, reveal, count without the missing, vote again. Source: W-09, 2.8."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from service.domain.calibration import RevealRefused, RoundOver, RoundState, SealedVote, Vote, reveal
from service.domain.room.act import Act, Stamp, between, words
from service.domain.room.confidence.shapes import Ballot
from service.domain.room.drafts.key_results import require_key_result
from service.domain.room.running import require_open, require_step
from service.domain.room.seats import require_console, require_part
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

SEAL = re.compile(r"[0-9a-f]{64}")


def _require_voting(room: Room, by: str) -> None:
    require_part(room=room, by=by)
    require_step(room=room, kinds={StepKind.CONFIDENCE}, doing="Votes are given")


def _ballot(room: Room, key_result_id: str) -> Ballot | None:
    draft = room.drafts.key_result(key_result_id)
    return None if draft is None else room.ballots.of(draft)


@dataclass(frozen=True, slots=True, kw_only=True)
class SealConfidence(Act):
    """Give a sealed vote; until the reveal it may be given anew. `seal` is made by the voter's browser."""

    kind: ClassVar[str] = "seal_confidence"
    summary: ClassVar[str] = "Give a sealed vote of confidence"
    said: ClassVar[str] = "Sealed"
    key_result_id: str
    seal: str = words(at_most=64)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere, RoundOver, RevealRefused."""
        _require_voting(room, stamp.by)
        draft = require_key_result(room=room, key_result_id=self.key_result_id)
        if room.ballots.of(draft).state is not RoundState.SEALING:
            raise RoundOver(
                "The votes on this key result are being revealed: a late voter would know the others. "
                "The facilitator may let the room vote again."
            )
        if not SEAL.fullmatch(self.seal):
            raise RevealRefused("A seal is a SHA-256 in 64 small hexadecimal characters.", field="seal")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep the seal."""
        ballot = _ballot(room, self.key_result_id)
        if ballot is None:
            return room
        sealed = SealedVote(key_result_id=self.key_result_id, voter=stamp.by, seal=self.seal)
        return replace(room, ballots=room.ballots.put(ballot.with_seal(sealed)))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReveal(Act):
    """End the sealing: from now on everybody shows. An empty id means every key result that was voted on."""

    kind: ClassVar[str] = "open_reveal"
    summary: ClassVar[str] = "Open the reveal of the votes"
    said: ClassVar[str] = "The votes are opened"
    key_result_id: str = ""

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen, WrongStep, RoundOver when there is nothing to open."""
        require_console(room=room, by=stamp.by)
        require_step(room=room, kinds={StepKind.CONFIDENCE}, doing="Votes are opened")
        if not self._openable(room):
            raise RoundOver("There is no sealed vote to open. Vote first.")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Open them."""
        ballots = room.ballots
        for each in self._openable(room):
            ballots = ballots.put(replace(each, state=RoundState.REVEALING))
        return replace(room, ballots=ballots)

    def _openable(self, room: Room) -> list[Ballot]:
        drafts = [each for each in room.drafts.key_results() if self.key_result_id in {"", each.id}]
        found = [room.ballots.of(each) for each in drafts]
        return [each for each in found if each.seals and each.state is RoundState.SEALING]


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealConfidence(Act):
    """Show what was sealed. Units: `confidence` 0.0–1.0."""

    kind: ClassVar[str] = "reveal_confidence"
    summary: ClassVar[str] = "Reveal a sealed vote"
    key_result_id: str
    confidence: float = between(0, 1)
    nonce: str = words(at_most=200)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, NotThere, RoundOver, RevealRefused when it is not the sealed vote."""
        require_part(room=room, by=stamp.by)
        require_open(room=room)
        ballot = room.ballots.of(require_key_result(room=room, key_result_id=self.key_result_id))
        if ballot.state is RoundState.SEALING:
            raise RoundOver("Votes are still being sealed. The facilitator opens the reveal.")
        if ballot.state is RoundState.CLOSED and not ballot.has_revealed(stamp.by):
            raise RoundOver("The votes on this key result are counted.")
        sealed = ballot.seal_of(stamp.by)
        if sealed is None:
            raise RevealRefused("You sealed no vote on this key result.", field="key_result_id")
        reveal(sealed=sealed, confidence=self.confidence, nonce=self.nonce)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Add the vote; the last one counts them."""
        ballot = _ballot(room, self.key_result_id)
        if ballot is None or ballot.state is not RoundState.REVEALING:
            return room
        vote = Vote(key_result_id=self.key_result_id, voter=stamp.by, confidence=self.confidence)
        return replace(room, ballots=room.ballots.put(ballot.with_vote(vote)))


@dataclass(frozen=True, slots=True, kw_only=True)
class CountVotes(Act):
    """Count what was revealed; a seal that stayed closed does not count. Ends the waiting for somebody who has left."""

    kind: ClassVar[str] = "count_votes"
    summary: ClassVar[str] = "Count the revealed votes"
    said: ClassVar[str] = "Counted"
    key_result_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen, NotThere, RoundOver."""
        require_console(room=room, by=stamp.by)
        require_open(room=room)
        ballot = room.ballots.of(require_key_result(room=room, key_result_id=self.key_result_id))
        if ballot.state is not RoundState.REVEALING:
            raise RoundOver("Only votes that are being revealed can be counted.")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Close the ballot."""
        ballot = _ballot(room, self.key_result_id)
        if ballot is None:
            return room
        return replace(room, ballots=room.ballots.put(replace(ballot, state=RoundState.CLOSED)))


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteAgain(Act):
    """Begin a new ballot on a key result, after talking about it."""

    kind: ClassVar[str] = "vote_again"
    summary: ClassVar[str] = "Vote on a key result again"
    said: ClassVar[str] = "A new vote"
    key_result_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen, WrongStep, NotThere."""
        require_console(room=room, by=stamp.by)
        require_step(room=room, kinds={StepKind.CONFIDENCE}, doing="Votes are given")
        require_key_result(room=room, key_result_id=self.key_result_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Empty the ballot; the log keeps the old one."""
        draft = room.drafts.key_result(self.key_result_id)
        if draft is None:
            return room
        return replace(room, ballots=room.ballots.put(Ballot(key_result_id=draft.id, about=draft.wording)))


ACTS = (SealConfidence, OpenReveal, RevealConfidence, CountVotes, VoteAgain)
