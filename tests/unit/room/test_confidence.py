"""The sealed vote: nobody sees before all have given theirs, nobody changes one afterwards, few votes show nothing."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain.calibration import Outcome, RevealRefused, RoundOver, RoundState, seal
from service.domain.confidence import PlanningVerdict, SetVerdict
from service.domain.model import Commitment
from service.domain.room import StepKind
from service.domain.room.confidence.ballots import CountVotes, OpenReveal, RevealConfidence, SealConfidence, VoteAgain
from service.domain.room.confidence.verdicts import set_word, verdict, worth
from service.domain.room.drafts.key_results import EditKeyResult
from service.domain.room.pressure.sandbags import sandbag_signs
from service.domain.room.running import WrongStep
from service.domain.room.seats import NotFacilitating
from tests.unit.room.rooms import FAY, LIA, SAM, TEAM, TOM, Play
from tests.unit.room.tables import at, hard, told

NONCE = "0123456789abcdef"
PEOPLE = (FAY, TOM, LIA, SAM)


def _seal(played: Play, kr: str, by: str, confidence: float, nonce: str = NONCE) -> None:
    sealed = seal(key_result_id=kr, voter=by, confidence=confidence, nonce=nonce)
    played.act(by, SealConfidence(key_result_id=kr, seal=sealed.seal))


def _vote(played: Play, kr: str, *values: float) -> None:
    """Let so many people seal, open and reveal."""
    for person, value in zip(PEOPLE, values, strict=False):
        _seal(played, kr, person, value)
    played.act(FAY, OpenReveal(key_result_id=kr))
    for person, value in zip(PEOPLE, values, strict=False):
        played.act(person, RevealConfidence(key_result_id=kr, confidence=value, nonce=NONCE))


def _draft(played: Play, kr: str):  # type: ignore[no-untyped-def]
    draft = played.room.drafts.key_result(kr)
    assert draft is not None
    return draft


def test_a_vote_is_hidden_until_all_are_open_and_then_only_the_middle_is_shown() -> None:
    """W-09, requirements 2.8."""
    played, (kr,) = at(StepKind.CONFIDENCE)
    assert hard(played) == {"W-09"}
    for person, value in ((TOM, 0.5), (LIA, 0.65), (SAM, 0.8)):
        _seal(played, kr, person, value)
    assert played.room.ballots.of(_draft(played, kr)).summary is None
    played.act(FAY, OpenReveal())
    for person, value in ((TOM, 0.5), (LIA, 0.65)):
        played.act(person, RevealConfidence(key_result_id=kr, confidence=value, nonce=NONCE))
        assert played.room.ballots.of(_draft(played, kr)).summary is None, (
            "the next one would be told by the difference"
        )
    played.act(SAM, RevealConfidence(key_result_id=kr, confidence=0.8, nonce=NONCE))
    shown = played.room.ballots.of(_draft(played, kr)).summary
    assert shown is not None
    assert (shown.votes, shown.median, shown.lowest, shown.highest) == (3, 0.65, 0.5, 0.8)
    assert hard(played) == set()


def test_another_number_than_the_sealed_one_is_refused() -> None:
    """Requirements 2.8: hash mismatch rejected."""
    played, (kr,) = at(StepKind.CONFIDENCE)
    _seal(played, kr, TOM, 0.5)
    with pytest.raises(RoundOver):
        played.act(TOM, RevealConfidence(key_result_id=kr, confidence=0.5, nonce=NONCE))
    played.act(FAY, OpenReveal())
    for confidence, nonce in ((0.6, NONCE), (0.5, NONCE[::-1])):
        with pytest.raises(RevealRefused):
            played.act(TOM, RevealConfidence(key_result_id=kr, confidence=confidence, nonce=nonce))
    with pytest.raises(RevealRefused):
        played.act(LIA, RevealConfidence(key_result_id=kr, confidence=0.5, nonce=NONCE))
    assert played.room.ballots.of(_draft(played, kr)).votes == ()


def test_a_seal_may_be_given_anew_but_not_after_the_opening() -> None:
    """Requirements 2.8."""
    played, (kr,) = at(StepKind.CONFIDENCE)
    _seal(played, kr, TOM, 0.5)
    _seal(played, kr, TOM, 0.9)
    with pytest.raises(NotFacilitating):
        played.act(TOM, OpenReveal())
    played.act(FAY, OpenReveal())
    with pytest.raises(RoundOver):
        _seal(played, kr, LIA, 0.5)
    played.act(TOM, RevealConfidence(key_result_id=kr, confidence=0.9, nonce=NONCE))
    assert len(played.room.ballots.of(_draft(played, kr)).votes) == 1


def test_below_three_votes_nothing_is_shown() -> None:
    """Requirements 2.8, small-n privacy: also no verdict and no worth."""
    played, (kr,) = at(StepKind.CONFIDENCE)
    _vote(played, kr, 0.9, 0.9)
    ballot = played.room.ballots.of(_draft(played, kr))
    assert ballot.state is RoundState.CLOSED
    assert ballot.summary is not None
    assert (ballot.summary.votes, ballot.summary.median, ballot.summary.lowest) == (2, None, None)
    assert worth(room=played.room, facts=played.facts, draft=_draft(played, kr)) is None
    assert verdict(room=played.room, facts=played.facts, draft=_draft(played, kr)) is None


def test_who_has_left_is_counted_out() -> None:
    """W-09."""
    played, (kr,) = at(StepKind.CONFIDENCE)
    for person in PEOPLE:
        _seal(played, kr, person, 0.6)
    played.act(FAY, OpenReveal())
    for person in (FAY, TOM, LIA):
        played.act(person, RevealConfidence(key_result_id=kr, confidence=0.6, nonce=NONCE))
    assert [each.subject_id for each in told(played, "W-09")] == ["count"]
    played.act(FAY, CountVotes(key_result_id=kr))
    assert told(played, "W-09") == []
    with pytest.raises(RoundOver):
        played.act(SAM, RevealConfidence(key_result_id=kr, confidence=0.6, nonce=NONCE))


def test_another_target_is_voted_on_again() -> None:
    """W-09: the vote was about the old wording."""
    played, (kr,) = at(StepKind.CONFIDENCE)
    _vote(played, kr, 0.6, 0.6, 0.6)
    draft = _draft(played, kr)
    played.act(LIA, EditKeyResult(key_result_id=kr, title=draft.title, baseline=24, target=50, unit="%"))
    assert hard(played) == {"W-09"}
    _vote(played, kr, 0.6, 0.6, 0.6)
    played.act(FAY, VoteAgain(key_result_id=kr))
    assert hard(played) == {"W-09"}


def test_votes_belong_to_their_step() -> None:
    """W-09."""
    played, (kr,) = at(StepKind.PRESSURE_TEST)
    with pytest.raises(WrongStep):
        _seal(played, kr, TOM, 0.5)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (0.0, PlanningVerdict.WISH),
        (0.3, PlanningVerdict.BELOW_AIM),
        (0.6, PlanningVerdict.ON_AIM),
        (0.7, PlanningVerdict.ON_AIM),
        (0.75, PlanningVerdict.TOO_EASY),
        (1.0, PlanningVerdict.NOT_A_STRETCH),
    ],
)
def test_the_doctrine_judges_the_vote(stated: float, expected: PlanningVerdict) -> None:
    """W-09: > 70 too easy, 60–70 on aim, 100 not a stretch, 0 a wish."""
    played, (kr,) = at(StepKind.CONFIDENCE)
    _vote(played, kr, stated, stated, stated)
    assert verdict(room=played.room, facts=played.facts, draft=_draft(played, kr)) is expected
    is_said = expected in {PlanningVerdict.WISH, PlanningVerdict.TOO_EASY, PlanningVerdict.NOT_A_STRETCH}
    assert [each.is_hard for each in told(played, "W-09")] == [False] * is_said


def test_the_rule_is_applied_to_what_the_teams_word_was_worth() -> None:
    """Requirements 2.8, W-09: a team that says 80 and lands 40 is not too sure, and one that says 65 and always lands is."""
    played, (kr,) = at(StepKind.CONFIDENCE)
    _vote(played, kr, 0.8, 0.8, 0.8)
    assert verdict(room=played.room, facts=played.facts, draft=_draft(played, kr)) is PlanningVerdict.TOO_EASY
    missed = tuple(Outcome(confidence=0.8, is_kept=n % 2 == 0) for n in range(40))
    played.facts = replace(played.facts, outcomes={TEAM.id: missed})
    corrected = worth(room=played.room, facts=played.facts, draft=_draft(played, kr))
    assert corrected is not None
    assert corrected.probability <= 0.7
    assert verdict(room=played.room, facts=played.facts, draft=_draft(played, kr)) is not PlanningVerdict.TOO_EASY


def test_a_declared_class_changes_what_is_too_easy_and_what_a_wish() -> None:
    """W-12: a committed one is meant to be reached, a moonshot may be bold."""
    played, (kr,) = at(StepKind.CONFIDENCE)
    draft = _draft(played, kr)
    for commitment, stated in ((Commitment.COMMITTED, 0.95), (Commitment.MOONSHOT, 0.3)):
        played.act(
            LIA,
            EditKeyResult(key_result_id=kr, title=draft.title, baseline=24, target=35, unit="%", commitment=commitment),
        )
        if played.room.ballots.of(_draft(played, kr)).seals:
            played.act(FAY, VoteAgain(key_result_id=kr))
        _vote(played, kr, stated, stated, stated)
        assert verdict(room=played.room, facts=played.facts, draft=_draft(played, kr)) is PlanningVerdict.ON_AIM


def test_a_vote_too_sure_by_the_teams_record_is_called_out_by_the_system() -> None:
    """M-21: from confidence and history; a committed key result is not."""
    played, (kr,) = at(StepKind.CONFIDENCE, preset="methodiq")
    _vote(played, kr, 0.95, 0.95, 0.95)
    assert len(sandbag_signs(room=played.room, facts=played.facts, draft=_draft(played, kr))) == 1
    modest = tuple(Outcome(confidence=0.95, is_kept=n % 3 == 0) for n in range(40))
    played.facts = replace(played.facts, outcomes={TEAM.id: modest})
    assert sandbag_signs(room=played.room, facts=played.facts, draft=_draft(played, kr)) == ()


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (0.95, SetVerdict.SANDBAG),
        (0.8, SetVerdict.COMFORTABLE),
        (0.6, SetVerdict.SWEET_SPOT),
        (0.3, SetVerdict.AMBITIOUS),
        (0.1, SetVerdict.FANTASY),
    ],
)
def test_the_whole_set_is_judged_by_its_mean(stated: float, expected: SetVerdict) -> None:
    """Requirements 3.5."""
    played, krs = at(StepKind.CONFIDENCE, number=2)
    assert set_word(room=played.room, team_id=TEAM.id) is None
    for kr in krs:
        _vote(played, kr, stated, stated, stated)
    assert set_word(room=played.room, team_id=TEAM.id) is expected


@settings(max_examples=40)
@given(percents=st.lists(st.integers(0, 100), min_size=1, max_size=4))
def test_every_sealed_percentage_opens_and_no_single_vote_can_be_read_before(percents: list[int]) -> None:
    """Requirements 2.8: seal, open, reveal loses nothing, whatever the numbers."""
    played, (kr,) = at(StepKind.CONFIDENCE)
    values = [each / 100 for each in percents]
    _vote(played, kr, *values)
    ballot = played.room.ballots.of(_draft(played, kr))
    assert sorted(each.confidence for each in ballot.votes) == sorted(values)
    assert ballot.summary is not None
    assert (ballot.summary.median is None) == (len(values) < 3)


def test_nobody_is_counted_twice() -> None:
    """W-09: a reveal that arrives again changes nothing."""
    played, (kr,) = at(StepKind.CONFIDENCE)
    _seal(played, kr, TOM, 0.5)
    _seal(played, kr, LIA, 0.6)
    played.act(FAY, OpenReveal())
    for _ in range(2):
        played.act(TOM, RevealConfidence(key_result_id=kr, confidence=0.5, nonce=NONCE))
    assert [each.voter for each in played.room.ballots.of(_draft(played, kr)).votes] == [TOM]
    assert played.room.ballots.of(_draft(played, kr)).state is RoundState.REVEALING
