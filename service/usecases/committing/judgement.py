"""What the room judged goes into the books: sealed votes for calibration, waivers for enablers, guardrails."""

from service.domain.calibration import RoundState, VoteRound
from service.domain.room import Room
from service.domain.room.confidence.shapes import Ballot
from service.domain.room.drafts import KeyResultDraft
from service.usecases.accept_guardrail import accept_guardrail
from service.usecases.grant_waiver import grant_waiver
from service.usecases.needs import Needs

ROUND = "planning"


def keep_votes(*, parts: Needs, site_id: str, ballot: Ballot) -> None:
    """Store a counted ballot as a closed round, once: who is well calibrated is known at the end. Source: requirements 2.8, W-09."""
    if ballot.state is not RoundState.CLOSED or not ballot.votes:
        return
    now, key = parts.now(), {"site_id": site_id, "round_name": ROUND}
    with parts.store.transaction() as tx:
        if tx.votes.find_round(site_id=site_id, key_result_id=ballot.key_result_id, name=ROUND, for_update=True):
            return
        vote_round = VoteRound(
            key_result_id=ballot.key_result_id, name=ROUND, opened_at=now, state=RoundState.CLOSED, closed_at=now
        )
        tx.votes.put_round(site_id=site_id, vote_round=vote_round)
        for sealed in ballot.seals:
            tx.votes.seal(**key, sealed=sealed)
        for vote in ballot.votes:
            tx.votes.reveal(**key, vote=vote)


def commit_guardrails(*, parts: Needs, site_id: str, by: str, room: Room, draft: KeyResultDraft) -> None:
    """Accept the guardrails that the room put beside a key result, and keep why it waved other loopholes away. Source: M-24.

    Raises: what `accept_guardrail` raises.
    """
    with parts.store.reading() as tx:
        known = {each.id for each in tx.guardrails.of_key_result(site_id=site_id, key_result_id=draft.id)}
    for each in room.pressure.guardrails_of(draft.id):
        if each.id not in known:
            accept_guardrail(
                parts=parts,
                site_id=site_id,
                by=by,
                key_result_id=draft.id,
                limit=each.limit,
                loophole=each.loophole,
                name=each.name,
                bound=each.bound,
                unit=each.unit,
                id=each.id,
            )
    with parts.store.transaction() as tx:
        for dismissal in room.pressure.dismissed(draft.id):
            tx.dismissals.put(site_id=site_id, dismissal=dismissal)


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
