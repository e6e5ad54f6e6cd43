"""Seal a vote of confidence: nobody can read it, and nobody can change it once others are revealed."""

import re
from typing import ClassVar, Final

from service.domain.calibration import SealedVote, VoteRound, require_sealing
from service.domain.errors import DomainError
from service.usecases.needs import Needs
from service.usecases.votes.room import RoundView, look, votable

_SHA_256: Final = re.compile(r"^[0-9a-f]{64}$")


class SealInvalid(DomainError):
    """A seal is no SHA-256."""

    code: ClassVar[str] = "seal_invalid"


def seal_vote(*, parts: Needs, site_id: str, by: str, key_result_id: str, round_name: str, seal: str) -> RoundView:
    """Store a person's sealed vote in a round, which the first one opens; sealing again replaces one's own.

    `seal` is the SHA-256, as 64 hexadecimal digits, of four lines: key result id, account id, confidence (0.0–1.0, e.g. 0.65,
    1.0) and a nonce of at least 16 characters that the voter keeps. Source: requirements 2.8.
    Raises: NotThere, PlanClosed, SealInvalid, RoundNameInvalid, RoundOver.
    """
    if not _SHA_256.match(seal):
        raise SealInvalid("A seal has the 64 lower-case hexadecimal digits of a SHA-256.", field="seal")
    with parts.store.transaction() as tx:
        votable(tx=tx, site_id=site_id, key_result_id=key_result_id, name=round_name)
        found = tx.votes.find_round(site_id=site_id, key_result_id=key_result_id, name=round_name, for_update=True)
        vote_round = found or VoteRound(key_result_id=key_result_id, name=round_name, opened_at=parts.now())
        require_sealing(vote_round=vote_round)
        if found is None:
            tx.votes.put_round(site_id=site_id, vote_round=vote_round)
        sealed = SealedVote(key_result_id=key_result_id, voter=by, seal=seal)
        tx.votes.seal(site_id=site_id, round_name=round_name, sealed=sealed)
        return look(tx=tx, site_id=site_id, vote_round=vote_round, by=by)
