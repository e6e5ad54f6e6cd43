"""A round of votes only moves forward: seal, reveal, closed. Source: requirements 2.8."""

import pytest

from service.domain.calibration import RoundOver, RoundState, VoteRound, closed, require_sealing, revealing
from tests.unit.domain.make import at


def vote_round(state=RoundState.SEALING):
    return VoteRound(key_result_id="k", name="planning", opened_at=at(1, 5), state=state)


def test_votes_are_sealed_until_the_first_is_revealed():
    require_sealing(vote_round=vote_round())
    for state in (RoundState.REVEALING, RoundState.CLOSED):
        with pytest.raises(RoundOver, match="another name") as refused:
            require_sealing(vote_round=vote_round(state))
        assert (refused.value.code, refused.value.status, refused.value.field) == ("round_over", 409, "round")


def test_votes_are_revealed_until_the_round_is_closed():
    assert revealing(vote_round=vote_round()).state is RoundState.REVEALING
    assert revealing(vote_round=vote_round(RoundState.REVEALING)).state is RoundState.REVEALING
    with pytest.raises(RoundOver, match="does not count"):
        revealing(vote_round=vote_round(RoundState.CLOSED))


def test_a_round_is_closed_once():
    first = closed(vote_round=vote_round(RoundState.REVEALING), at=at(1, 6))
    assert (first.state, first.closed_at) == (RoundState.CLOSED, at(1, 6))
    assert closed(vote_round=first, at=at(1, 7)) == first
