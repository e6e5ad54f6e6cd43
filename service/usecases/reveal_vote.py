"""Reveal one's sealed vote of confidence."""

from service.domain.calibration import reveal, revealing
from service.domain.errors import NotThere
from service.domain.key_results_rules import require_confidence
from service.usecases.needs import Needs
from service.usecases.votes.room import RoundView, look, votable


def reveal_vote(
    *, parts: Needs, site_id: str, by: str, key_result_id: str, round_name: str, confidence: float, nonce: str
) -> RoundView:
    """Open a person's own seal; from the first one on nobody seals in this round any more.

    Units: `confidence` 0.0–1.0. Raises: NotThere, PlanClosed, RevealRefused, RoundOver, ConfidenceOutOfRange.
    """
    require_confidence(confidence=confidence)
    with parts.store.transaction() as tx:
        votable(tx=tx, site_id=site_id, key_result_id=key_result_id, name=round_name)
        found = tx.votes.find_round(site_id=site_id, key_result_id=key_result_id, name=round_name, for_update=True)
        sealed = tx.votes.find_sealed(site_id=site_id, key_result_id=key_result_id, round_name=round_name, voter=by)
        if found is None or sealed is None:
            raise NotThere(f"You sealed no vote in the round {round_name!r}. Seal one in a new round.", field="round")
        vote_round = revealing(vote_round=found)
        vote = reveal(sealed=sealed, confidence=confidence, nonce=nonce)
        tx.votes.put_round(site_id=site_id, vote_round=vote_round)
        tx.votes.reveal(site_id=site_id, round_name=round_name, vote=vote)
        return look(tx=tx, site_id=site_id, vote_round=vote_round, by=by)
