"""Sealed votes and waivers come back as they went in. Requirements 2.8, 2.9."""

from dataclasses import replace

import pytest

from service.domain.calibration import RoundState, SealedVote, Vote
from service.store import Store
from tests.store.samples import NOW, ROUND, SEALED, WAIVER, fill


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with one site."""
    with store.transaction() as tx:
        fill(tx, "s")
    return store


def test_a_round_moves_on(filled: Store) -> None:
    moved = replace(ROUND, state=RoundState.CLOSED, closed_at=NOW)
    with filled.transaction() as tx:
        tx.votes.put_round(site_id="s", vote_round=moved)
    with filled.reading() as tx:
        assert tx.votes.find_round(site_id="s", key_result_id="kr", name="planning", for_update=False) == moved
        assert tx.votes.find_round(site_id="s", key_result_id="kr", name="other") is None
        assert tx.votes.rounds(site_id="s", key_result_id="kr") == (moved,)


def test_a_vote_is_sealed_replaced_and_revealed(filled: Store) -> None:
    again = SealedVote(key_result_id="kr", voter="ada", seal="0therse41")
    with filled.transaction() as tx:
        tx.votes.seal(site_id="s", round_name="planning", sealed=again)
        tx.votes.seal(site_id="s", round_name="planning", sealed=replace(SEALED, voter="ben"))
        tx.votes.reveal(site_id="s", round_name="planning", vote=Vote(key_result_id="kr", voter="ada", confidence=0.6))
    with filled.reading() as tx:
        found = tx.votes.find_sealed(site_id="s", key_result_id="kr", round_name="planning", voter="ada")
        assert found == again
        assert tx.votes.find_sealed(site_id="s", key_result_id="kr", round_name="planning", voter="cleo") is None
        assert tx.votes.counted(site_id="s", key_result_id="kr", round_name="planning") == (
            2,
            (Vote(key_result_id="kr", voter="ada", confidence=0.6),),
        )


def test_a_waiver_is_replaced_and_taken_back(filled: Store) -> None:
    done = replace(WAIVER, delivered_on=WAIVER.expires_on)
    with filled.transaction() as tx:
        tx.waivers.put(site_id="s", waiver=done)
    with filled.reading() as tx:
        assert tx.waivers.find(site_id="s", key_result_id="kr") == done
        assert tx.waivers.list(site_id="s") == tx.waivers.of_cycle(site_id="s", cycle_id="cycle") == (done,)
        assert tx.waivers.of_cycle(site_id="s", cycle_id="other") == ()
    with filled.transaction() as tx:
        tx.waivers.remove(site_id="s", key_result_id="kr")
    with filled.reading() as tx:
        assert tx.waivers.find(site_id="s", key_result_id="kr") is None
