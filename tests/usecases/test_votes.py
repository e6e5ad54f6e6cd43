"""Votes under seal, and what a team's confidence turned out to be worth. Requirements 2.8."""

import hashlib
from dataclasses import replace
from typing import Any

import pytest

from service.domain.errors import DomainError
from service.domain.model import CycleState, KeyResult, Team
from service.usecases.close_votes import close_votes
from service.usecases.list_votes import list_votes
from service.usecases.read_calibration import read_calibration
from service.usecases.record_checkin import record_checkin
from service.usecases.reveal_vote import reveal_vote
from service.usecases.seal_vote import seal_vote
from service.usecases.votes.room import RoundView
from tests.usecases.world import ADA, World

NONCE = "sixteen or more characters"


def digest(key_result: KeyResult, voter: str, confidence: float) -> str:
    """What a voter's browser computes, written independently of the service."""
    return hashlib.sha256(f"{key_result.id}\n{voter}\n{confidence}\n{NONCE}".encode()).hexdigest()


def seal(world: World, key_result: KeyResult, voter: str, confidence: float, name: str = "planning") -> RoundView:
    sealed = digest(key_result, voter, confidence)
    return seal_vote(**world.here, by=voter, key_result_id=key_result.id, round_name=name, seal=sealed)


def reveal(world: World, key_result: KeyResult, voter: str, confidence: float) -> RoundView:
    return reveal_vote(
        **world.here,
        by=voter,
        key_result_id=key_result.id,
        round_name="planning",
        confidence=confidence,
        nonce=NONCE,
    )


def close(world: World, key_result: KeyResult) -> RoundView:
    return close_votes(**world.here, by=ADA, key_result_id=key_result.id, round_name="planning")


@pytest.fixture
def key_result(world: World) -> KeyResult:
    """A key result to vote on."""
    return world.key_result(world.objective(world.cycle(), world.team()))


def test_votes_are_sealed_revealed_and_only_then_shown(world: World, key_result: KeyResult) -> None:
    given = {"a": 0.5, "b": 0.65, "c": 0.9}
    for voter, confidence in given.items():
        view = seal(world, key_result, voter, confidence)
    assert (view.sealed, view.revealed, view.state) == (3, 0, "sealing")
    for voter, confidence in given.items():
        view = reveal(world, key_result, voter, confidence)
        assert view.summary is None, "nobody who has not revealed yet may hear the others"
    view = close(world, key_result)
    assert view.summary is not None
    assert (view.summary.median, view.summary.lowest, view.summary.highest) == (0.65, 0.5, 0.9)
    assert close(world, key_result) == view
    with world.store.reading() as tx:
        kinds = [link.kind for link in tx.ledger.list(site_id=world.site_id)]
    assert kinds.count("committed_vote") == 1
    (seen,) = list_votes(**world.here, by="d", key_result_id=key_result.id)
    assert (seen.is_mine_sealed, seen.summary) == (False, view.summary)


def test_another_number_or_nonce_does_not_open_the_seal(world: World, key_result: KeyResult) -> None:
    seal(world, key_result, "a", 0.5)
    with pytest.raises(DomainError) as refused:
        reveal(world, key_result, "a", 0.6)
    assert (refused.value.code, refused.value.status) == ("reveal_refused", 409)
    with pytest.raises(DomainError) as refused:
        reveal(world, key_result, "b", 0.5)
    assert refused.value.code == "not_found"


def test_a_vote_may_be_changed_until_the_first_is_revealed(world: World, key_result: KeyResult) -> None:
    seal(world, key_result, "a", 0.5)
    seal(world, key_result, "b", 0.4)
    assert seal(world, key_result, "a", 0.7).sealed == 2
    reveal(world, key_result, "b", 0.4)
    with pytest.raises(DomainError) as refused:
        seal(world, key_result, "c", 0.9)
    assert refused.value.code == "round_over"
    reveal(world, key_result, "a", 0.7)


def test_two_votes_are_too_few_to_show(world: World, key_result: KeyResult) -> None:
    for voter in ("a", "b"):
        seal(world, key_result, voter, 0.5)
    for voter in ("a", "b"):
        reveal(world, key_result, voter, 0.5)
    view = close(world, key_result)
    assert view.summary is not None
    assert (view.summary.votes, view.summary.median) == (2, None)
    with pytest.raises(DomainError) as refused:
        reveal(world, key_result, "a", 0.5)
    assert refused.value.code == "round_over"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"seal": "ab"}, "seal_invalid"),
        ({"round_name": "a b"}, "round_name_invalid"),
        ({"key_result_id": "0"}, "not_found"),
    ],
)
def test_what_is_no_vote_is_refused(world: World, key_result: KeyResult, words: dict[str, Any], code: str) -> None:
    whole = {"key_result_id": key_result.id, "round_name": "planning", "seal": "0" * 64, **words}
    with pytest.raises(DomainError) as refused:
        seal_vote(**world.here, by=ADA, **whole)
    assert refused.value.code == code


def test_a_team_below_ten_sees_all_teams_and_one_above_its_own(world: World) -> None:
    """Twelve of Growth said 70 % and kept six; one of Care said 20 % and kept none."""
    cycle, growth, care = world.cycle(), world.team(), world.team(name="Care")
    for index in range(4):
        _promised(world, cycle, growth, [index % 2 == 0] * 3, 0.7)
    _promised(world, cycle, care, [False], 0.2)
    with world.store.transaction() as tx:
        over = replace(cycle, state=CycleState.CLOSED, closed_at=world.at)
        tx.cycles.save(site_id=world.site_id, item=over)
    own = read_calibration(**world.here, team_id=growth.id, confidence=0.7)
    assert (own.number, own.is_pooled) == (12, False)
    assert own.brier == pytest.approx((6 * 0.3**2 + 6 * 0.7**2) / 12)
    assert [(row.number, row.stated, row.kept) for row in own.reliability] == [(12, pytest.approx(0.7), 0.5)]
    assert own.calibrated is not None
    assert 0.5 < own.calibrated.probability < 0.7, "shrunk from what happened towards what was said"
    assert "n = 12" in own.calibrated.sentence
    few = read_calibration(**world.here, team_id=care.id, confidence=0.2)
    assert (few.number, few.is_pooled) == (13, True)


def test_without_a_closed_cycle_there_is_no_record(world: World) -> None:
    team = world.team()
    record = read_calibration(**world.here, team_id=team.id, confidence=0.6)
    assert (record.number, record.brier, record.reliability) == (0, None, ())
    assert record.calibrated is not None
    assert record.calibrated.probability == 0.6
    with pytest.raises(DomainError):
        read_calibration(**world.here, team_id=team.id, confidence=7)


def _promised(world: World, cycle: Any, team: Team, kept: list[bool], confidence: float) -> None:
    objective = world.objective(cycle, team)
    for number, is_kept in enumerate(kept):
        made = world.key_result(objective, title=f"Number {number}", confidence=confidence)
        record_checkin(**world.by_ada, key_result_id=made.id, value=200.0 if is_kept else 120.0)  # type: ignore[arg-type]
