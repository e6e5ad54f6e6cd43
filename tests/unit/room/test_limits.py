"""The limit of objectives: set before the brainstorming, held afterwards. Source: O-14, M-13, W-05, T-05, T-07, G-02."""

from dataclasses import replace

import pytest

from service.domain.errors import NotThere
from service.domain.model import TeamKind
from service.domain.presets import PRESETS
from service.domain.room import StepKind, blockers
from service.domain.room.drafts.agreement import AgreeObjective
from service.domain.room.drafts.objectives import DraftObjective, DropObjective
from service.domain.room.limits import LimitLocked, LimitTooHigh, SetObjectiveLimit, is_locked
from service.domain.room.pacing import Advance, GoBack, StepBlocked
from service.domain.room.seats import NotFacilitating
from tests.unit.room.rooms import FAY, LIA, TEAM, TOM, Play, play

COMPANY = replace(TEAM, kind=TeamKind.COMPANY)


def draft(played: Play, *titles: str) -> list[str]:
    """Put objectives on the table."""
    return [played.act(TOM, DraftObjective(team_id=TEAM.id, title=title)) for title in titles]


def test_the_limit_is_set_before_the_silent_step_and_not_touched_again() -> None:
    """O-14: also a way back does not open it."""
    played = play(StepKind.OPENING, StepKind.NOTES, StepKind.THEMES)
    with pytest.raises(NotFacilitating):
        played.act(LIA, SetObjectiveLimit(team_id=TEAM.id, limit=4))
    with pytest.raises(NotThere):
        played.act(FAY, SetObjectiveLimit(team_id="f" * 32, limit=4))
    played.act(FAY, SetObjectiveLimit(team_id=TEAM.id, limit=4))
    assert played.room.limits.of(TEAM, preset=played.facts.preset) == 4
    played.bring_sponsor()
    played.act(FAY, Advance(step_id="opening"))
    assert is_locked(played.room)
    with pytest.raises(LimitLocked, match="limit of 4 holds"):
        played.act(FAY, SetObjectiveLimit(team_id=TEAM.id, limit=5))
    played.act(FAY, GoBack(step_id="opening", reason="Please, one more"))
    with pytest.raises(LimitLocked):
        played.act(FAY, SetObjectiveLimit(team_id=TEAM.id, limit=5))


@pytest.mark.parametrize(
    ("preset", "team", "default", "highest"),
    [
        ("methodiq", TEAM, 3, 3),  # M-13, M-23: one to three
        ("workshop_weaver", TEAM, 5, 5),  # W-05: two to five, hard
        ("okrs_tool", TEAM, 2, 3),  # T-07: one or two, never more than three
        ("okrs_tool", COMPANY, 2, 9),  # T-05: one or two recommended; says nothing of never
        ("oboard", TEAM, 3, 5),
        ("seed5_generic", TEAM, 3, 9),  # G-02: one to three
        ("atlassian_play", TEAM, 3, 9),
        ("google", TEAM, 5, 9),
    ],
)
def test_each_doctrine_has_its_own_default_and_ceiling(preset: str, team: object, default: int, highest: int) -> None:
    """M-13, W-05, T-05, T-07, G-02: requirements 1.6."""
    played = play(StepKind.OPENING, StepKind.NOTES, preset=preset)
    played.facts = replace(played.facts, teams=(team,))  # type: ignore[arg-type]
    assert played.room.limits.of(team, preset=PRESETS[preset]) == default  # type: ignore[arg-type]
    played.act(FAY, SetObjectiveLimit(team_id=TEAM.id, limit=highest))
    if highest < 9:
        with pytest.raises(LimitTooHigh) as refused:
            played.act(FAY, SetObjectiveLimit(team_id=TEAM.id, limit=highest + 1))
        assert refused.value.field == "limit"


@pytest.mark.parametrize("kind", [StepKind.CHOOSE, StepKind.OBJECTIVES, StepKind.KEY_RESULTS, StepKind.CLOSE])
def test_the_line_holds_until_enough_is_taken_off_the_table(kind: StepKind) -> None:
    """O-14, M-23: nobody passes above the limit, and no waiver helps."""
    kinds = (kind,) if kind in {StepKind.CHOOSE, StepKind.OBJECTIVES} else (StepKind.OBJECTIVES, kind)
    played = play(*kinds, StepKind.REVIEW, preset="methodiq")
    first, *others = draft(played, "Win the middle of the market", "Become easy to buy from", "Be loved by nurses")
    for id in (first, *others):
        played.act(FAY, AgreeObjective(objective_id=id))
    if kind not in {StepKind.CHOOSE, StepKind.OBJECTIVES}:
        played.act(FAY, Advance(step_id="objectives"))
    draft(played, "And one more thing")
    step = played.room.agenda.step
    assert step
    held = [each for each in blockers(room=played.room, facts=played.facts, step=step) if each.rule == "M-23"]
    assert [(each.is_hard, each.can_waive) for each in held] == [(True, False)]
    with pytest.raises(StepBlocked, match="4 objectives; the limit is 3"):
        played.act(FAY, Advance(step_id=step.id))
    played.act(TOM, DropObjective(objective_id=first, reason="Next cycle"))
    assert not [each for each in blockers(room=played.room, facts=played.facts, step=step) if each.rule == "M-23"]


def test_more_than_advised_is_said_with_the_doctrines_own_id() -> None:
    """T-07, T-05: three are allowed where one or two are recommended; a vendor's advice, not a promise."""
    played = play(StepKind.OPENING, StepKind.CHOOSE, preset="okrs_tool")
    played.act(FAY, SetObjectiveLimit(team_id=TEAM.id, limit=3))
    played.bring_sponsor()
    played.act(FAY, Advance(step_id="opening"))
    draft(played, "One", "Two", "Three")
    step = played.room.agenda.step
    assert step
    advice = {each.rule: each for each in blockers(room=played.room, facts=played.facts, step=step)}
    assert not advice["T-07"].is_hard
    assert "recommends 2" in advice["T-07"].message
    played.facts = replace(played.facts, teams=(COMPANY,))
    assert "T-05" in {each.rule for each in blockers(room=played.room, facts=played.facts, step=step)}
