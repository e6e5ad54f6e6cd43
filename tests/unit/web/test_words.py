"""The API's closed words are the domain's: schemas may not import it, so a test holds them together."""

from enum import StrEnum

import pytest

from schemas.api import board, checkins, cycles, initiatives, key_results, objectives, teams
from service.domain.model import (
    CheckinSource,
    CycleKind,
    CycleState,
    Direction,
    KeyResultState,
    ObjectiveState,
    OwnerState,
    RollupMode,
    Status,
    StatusCategory,
    TeamKind,
    TrackerKind,
)
from service.web.texts import states
from service.web.texts.lines import tight

PAIRS = (
    (cycles.KINDS, CycleKind),
    (cycles.STATES, CycleState),
    (teams.KINDS, TeamKind),
    (objectives.STATES, ObjectiveState),
    (objectives.ROLLUPS, RollupMode),
    (key_results.DIRECTIONS, Direction),
    (key_results.TRACKERS, TrackerKind),
    (key_results.OWNER_STATES, OwnerState),
    (key_results.STATES, KeyResultState),
    (checkins.SOURCES, CheckinSource),
    (board.STATUSES, Status),
)


@pytest.mark.parametrize(("words", "kind"), PAIRS, ids=lambda each: getattr(each, "__name__", ""))
def test_schemas_and_domain_say_the_same(words: tuple[str, ...], kind: type[StrEnum]) -> None:
    """A word that the domain gains must reach the API, and none may be invented there."""
    assert set(words) == {member.value for member in kind}


def test_a_person_may_only_judge_with_words_that_are_statuses() -> None:
    """The human statuses are a part of all statuses."""
    assert set(checkins.HUMAN_STATUSES) < {status.value for status in Status}


def test_initiatives_know_jiras_categories() -> None:
    """Jira has three status categories."""
    field = initiatives.Issue().fields["category"]
    assert set(field.validators[0].choices) == {category.value for category in StatusCategory}  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", [Status, CycleState, StatusCategory, CheckinSource, TeamKind])
def test_every_state_has_its_words_and_colour(kind: type[StrEnum]) -> None:
    """No state of the domain is unknown to the pages."""
    say = {
        Status: (states.status_word, states.status_tone),
        CycleState: (states.cycle_word, states.cycle_tone),
        StatusCategory: (states.category_tone,),
        CheckinSource: (states.source_word,),
        TeamKind: (states.kind_word,),
    }[kind]
    for member in kind:
        assert all(word(member) for word in say)  # type: ignore[operator]


def test_a_number_keeps_its_sign_on_the_line() -> None:
    """Everything else is left as people wrote it."""
    assert tight("From 24 % to 32 % of <b> 5 people") == "From 24\xa0% to 32\xa0% of <b> 5 people"
