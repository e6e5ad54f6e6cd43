"""The 70 % check, and who answers for what."""

from dataclasses import replace

import pytest

from service.domain.model import Commitment, Direction
from service.domain.presets import PRESETS, OwnerRule
from service.domain.room import StepKind
from service.domain.room.drafts import KeyResultDraft
from service.domain.room.drafts.key_results import EditKeyResult
from service.domain.room.drafts.ownership import OwnerNotOne, OwnKeyResult, OwnObjective, SetRhythm
from service.domain.room.drafts.ownership_rules import loads
from service.domain.room.pacing import Advance, StepBlocked
from service.domain.room.running import WrongStep
from service.domain.room.seventy import JudgeSeventy, Stretch, at_seventy
from tests.unit.room.rooms import FAY, LIA, SAM, TEAM, TOM, Play
from tests.unit.room.tables import at, hard, told


def _own(played: Play, kr: str, owner: str, by: str = LIA, **words: object) -> None:
    played.act(by, OwnKeyResult(key_result_id=kr, owner=owner, **{"checkin_days": 7, **words}))  # type: ignore[arg-type]


def test_the_seventy_percent_check_is_a_step_of_its_own_and_keeps_a_verdict_each() -> None:
    """M-16."""
    played, krs = at(StepKind.SEVENTY, preset="methodiq", number=2)
    with pytest.raises(StepBlocked, match="M-16"):
        played.act(FAY, Advance(step_id="seventy"))
    for kr, stretch in zip(krs, (Stretch.AMBITIOUS, Stretch.MEDIOCRE), strict=True):
        played.act(LIA, JudgeSeventy(key_result_id=kr, stretch=stretch))
    said = [played.room.seventy.of(each) for each in played.room.drafts.key_results()]
    assert [each.stretch for each in said if each] == [Stretch.AMBITIOUS, Stretch.MEDIOCRE]
    assert hard(played) == set()
    played.act(LIA, EditKeyResult(key_result_id=krs[1], title="Raise the repeat rate", baseline=24, target=50))
    assert hard(played) == {"M-16"}


def test_the_verdict_is_not_given_elsewhere() -> None:
    """M-16, M-12."""
    played, (kr,) = at(StepKind.OWNERS)
    with pytest.raises(WrongStep):
        played.act(LIA, JudgeSeventy(key_result_id=kr, stretch=Stretch.AMBITIOUS))


@pytest.mark.parametrize(
    ("direction", "baseline", "target", "expected"),
    [
        (Direction.INCREASE, 24.0, 44.0, 38.0),
        (Direction.DECREASE, 30.0, 10.0, 16.0),
        (Direction.STAY_ABOVE, None, 99.0, None),
        (Direction.INCREASE, None, 99.0, None),
    ],
)
def test_where_seven_tenths_of_the_way_are(
    direction: Direction, baseline: float | None, target: float, expected: float | None
) -> None:
    """M-16."""
    draft = KeyResultDraft(
        id="a", objective_id="b", title="c", author="d", direction=direction, baseline=baseline, target=target
    )
    assert at_seventy(draft) == expected


def test_without_an_owner_the_step_does_not_end() -> None:
    """M-17, T-08, W-10: zero owners is an error, no rhythm too."""
    played, (kr,) = at(StepKind.OWNERS, preset="methodiq")
    assert hard(played) == {"M-17", "W-10"}
    _own(played, kr, SAM)
    assert hard(played) == set()


@pytest.mark.parametrize("owner", [TEAM.id, TEAM.name, "care", "Leadership", "everyone", "acc-tom, acc-sam", "a b"])
def test_a_team_or_a_group_owns_nothing(owner: str) -> None:
    """M-17, T-08: a person, not a team, not “leadership”."""
    played, (kr,) = at(StepKind.OWNERS)
    with pytest.raises(OwnerNotOne):
        _own(played, kr, owner)


def test_a_second_accountable_is_refused_and_a_known_one_hands_over() -> None:
    """M-17: one, and only one."""
    played, (kr,) = at(StepKind.OWNERS)
    _own(played, kr, SAM)
    with pytest.raises(OwnerNotOne):
        _own(played, kr, TOM)
    _own(played, kr, TOM, instead_of=SAM)
    assert played.room.drafts.key_result(kr).owner == TOM  # type: ignore[union-attr]


def test_supporters_help_and_answer_for_nothing() -> None:
    """G-11, M-17: the owner is no supporter."""
    played, (kr,) = at(StepKind.OWNERS)
    _own(played, kr, SAM, supporters=(TOM, SAM, TOM))
    assert played.room.drafts.key_result(kr).supporters == (TOM,)  # type: ignore[union-attr]


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_objectives_have_an_owner_where_the_doctrine_wants_one(preset: str) -> None:
    """O-12, W-10."""
    played, (kr,) = at(StepKind.OWNERS, preset=preset)
    _own(played, kr, SAM)
    wanted = PRESETS[preset].owner_rule is OwnerRule.OBJECTIVES_AND_KEY_RESULTS
    assert hard(played) == ({"O-12"} if wanted else set())
    (objective,) = played.room.drafts.objectives()
    played.act(TOM, OwnObjective(objective_id=objective.id, owner=TOM))
    with pytest.raises(OwnerNotOne):
        played.act(SAM, OwnObjective(objective_id=objective.id, owner=SAM))
    assert hard(played) == set()


def test_the_load_counts_this_room_and_the_rest_of_the_cycle() -> None:
    """T-10c: too many for one person is said."""
    played, krs = at(StepKind.OWNERS, preset="methodiq", number=2)
    played.facts = replace(played.facts, load={SAM: 1})
    for kr in krs:
        _own(played, kr, SAM)
    assert loads(room=played.room, facts=played.facts) == {SAM: 3}
    assert told(played, "T-10c") == []
    played.facts = replace(played.facts, load={SAM: 2})
    assert [(each.subject_id, each.is_hard) for each in told(played, "T-10c")] == [(SAM, False)]


def test_one_rhythm_for_all_leaves_what_was_chosen() -> None:
    """W-10."""
    played, krs = at(StepKind.OWNERS, number=2)
    _own(played, krs[0], SAM, checkin_days=14)
    played.act(FAY, SetRhythm(checkin_days=7))
    assert [each.checkin_days for each in played.room.drafts.key_results()] == [14, 7]


def test_a_set_of_one_class_is_told_to_mix() -> None:
    """G-22, W-12."""
    played, krs = at(StepKind.OWNERS, number=2)
    for kr in krs:
        _own(played, kr, SAM, commitment=Commitment.COMMITTED)
    assert [each.is_hard for each in told(played, "G-22")] == [False]
    _own(played, krs[0], SAM, commitment=Commitment.MOONSHOT)
    assert told(played, "G-22") == []
