"""List the rounds of votes on a key result."""

from service.usecases.needs import Needs
from service.usecases.votes.room import RoundView, look


def list_votes(*, parts: Needs, site_id: str, by: str | None, key_result_id: str) -> tuple[RoundView, ...]:
    """Return the rounds, oldest first, as the asking person may see them. Raises: NotThere."""
    with parts.store.reading() as tx:
        tx.key_results.get(site_id=site_id, id=key_result_id)
        rounds = tx.votes.rounds(site_id=site_id, key_result_id=key_result_id)
        return tuple(look(tx=tx, site_id=site_id, vote_round=each, by=by) for each in rounds)
