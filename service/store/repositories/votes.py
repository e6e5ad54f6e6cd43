"""Rounds of sealed votes. Who may read which is decided by the use cases."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, select, update

from service.domain.calibration import SealedVote, Vote, VoteRound
from service.store.repositories.base import Rows
from service.store.tables import vote_rounds, votes


class Votes(Rows):
    """Rounds and votes of a site by key result and round name."""

    def find_round(self, *, site_id: str, key_result_id: str, name: str, for_update: bool = False) -> VoteRound | None:
        """Return a round, or None; `for_update` holds other writers of it back until this transaction ends."""
        query = self._rounds(site_id, key_result_id).where(vote_rounds.c.name == name)
        row = self._connection.execute(query.with_for_update() if for_update else query).mappings().first()
        return None if row is None else _round(row)

    def rounds(self, *, site_id: str, key_result_id: str) -> tuple[VoteRound, ...]:
        """Return the rounds of a key result, oldest first."""
        found = self._connection.execute(self._rounds(site_id, key_result_id)).mappings()
        return tuple(_round(row) for row in found)

    def put_round(self, *, site_id: str, vote_round: VoteRound) -> None:
        """Insert a round or overwrite its state."""
        values = {
            name: getattr(vote_round, name) for name in ("key_result_id", "name", "state", "opened_at", "closed_at")
        }
        self._put(vote_rounds, {"site_id": site_id, **values})

    def seal(self, *, site_id: str, round_name: str, sealed: SealedVote) -> None:
        """Store a sealed vote; an earlier one of the same voter in this round is replaced."""
        key = {"site_id": site_id, "key_result_id": sealed.key_result_id, "round": round_name, "voter": sealed.voter}
        self._put(votes, {**key, "seal": sealed.seal})

    def find_sealed(self, *, site_id: str, key_result_id: str, round_name: str, voter: str) -> SealedVote | None:
        """Return a voter's sealed vote, or None."""
        row = votes.c
        query = select(row.seal).where(
            row.site_id == site_id, row.key_result_id == key_result_id, row.round == round_name, row.voter == voter
        )
        seal = self._connection.execute(query).scalar_one_or_none()
        return None if seal is None else SealedVote(key_result_id=key_result_id, voter=voter, seal=seal)

    def reveal(self, *, site_id: str, round_name: str, vote: Vote) -> None:
        """Note what a sealed vote said."""
        row = votes.c
        mine = (row.key_result_id == vote.key_result_id, row.round == round_name, row.voter == vote.voter)
        self._connection.execute(update(votes).where(row.site_id == site_id, *mine).values(confidence=vote.confidence))

    def counted(self, *, site_id: str, key_result_id: str, round_name: str) -> tuple[int, tuple[Vote, ...]]:
        """Return how many sealed a vote in a round, and the votes that were revealed."""
        row = votes.c
        query = select(row.voter, row.confidence).where(
            row.site_id == site_id, row.key_result_id == key_result_id, row.round == round_name
        )
        found = self._connection.execute(query.order_by(row.voter)).all()
        revealed = (
            Vote(key_result_id=key_result_id, voter=voter, confidence=confidence)
            for voter, confidence in found
            if confidence is not None
        )
        return len(found), tuple(revealed)

    def _rounds(self, site_id: str, key_result_id: str) -> Select[Any]:
        row = vote_rounds.c
        return (
            select(row.key_result_id, row.name, row.state, row.opened_at, row.closed_at)
            .where(row.site_id == site_id, row.key_result_id == key_result_id)
            .order_by(row.opened_at, row.name)
        )


def _round(row: Mapping[Any, Any]) -> VoteRound:
    return VoteRound(**row)
