"""Objectives on the table: the North Star first, agreed before key results, linked upward by the team itself."""

from dataclasses import replace

import pytest

from service.domain.errors import NotThere
from service.domain.model import Objective, ObjectiveState, Team, TeamKind
from service.domain.room import ACTS, StepKind
from service.domain.room.drafts.agreement import AgreeObjective, JoinDrafting, ObjectivesNotAgreed, ReopenObjective
from service.domain.room.drafts.carrying import CarriedAlready, CarryObjective
from service.domain.room.drafts.health import MoveToHealth
from service.domain.room.drafts.objectives import DraftObjective, EditObjective
from service.domain.room.drafts.parents import AgreeParent, DeclineParent, NothingProposed, ProposeParent
from service.domain.room.gates import Waive
from service.domain.room.north_star import NorthStarMissing
from service.domain.room.pacing import Advance, GoBack, StepBlocked
from service.domain.room.seats import NotFacilitating
from tests.unit.room.rooms import FAY, LIA, SAM, TEAM, TOM, play
from tests.unit.room.tables import GOOD, key_result, objective, told

COMPANY = Team(id=f"{70:032x}", name="Harbor", kind=TeamKind.COMPANY, project_key="HARBOR")


def _promised(number: int, team_id: str, title: str = "Become the first choice") -> Objective:
    return Objective(id=f"{number:032x}", cycle_id=f"{8:032x}", team_id=team_id, title=title)


def test_a_team_drafts_nothing_before_the_company_has_a_north_star() -> None:
    """M-09: blocked, or waived with a reason."""
    played = play(StepKind.OBJECTIVES, StepKind.KEY_RESULTS)
    played.facts = replace(played.facts, north_star=None)
    with pytest.raises(NorthStarMissing):
        objective(played)
    (blocker,) = told(played, "M-09")
    assert blocker.is_hard
    played.act(FAY, Waive(rule="M-09", reason="The board meets next week"))
    objective(played)
    assert told(played, "M-09") == []


def test_the_companys_own_draft_in_the_room_is_the_north_star() -> None:
    """M-09."""
    played = play(StepKind.OBJECTIVES)
    played.facts = replace(played.facts, north_star=None, teams=(COMPANY, TEAM))
    played.act(TOM, DraftObjective(team_id=COMPANY.id, title="Be trusted by everybody who travels"))
    objective(played)
    assert told(played, "M-09") == []


def test_key_results_wait_for_every_objective_of_their_team() -> None:
    """O-07: the editor is locked until the objectives are agreed."""
    played = play(StepKind.OBJECTIVES, StepKind.KEY_RESULTS)
    first, second = objective(played), objective(played, title="Become the place where sellers grow", is_agreed=False)
    with pytest.raises(StepBlocked, match="O-07"):
        played.act(FAY, Advance(step_id="objectives"))
    played.act(FAY, AgreeObjective(objective_id=second))
    played.act(FAY, Advance(step_id="objectives"))
    key_result(played, first)
    played.act(FAY, ReopenObjective(objective_id=second, reason="Too broad"))
    with pytest.raises(ObjectivesNotAgreed):
        key_result(played, first)


def test_only_the_console_records_what_the_team_agreed_and_new_words_need_it_again() -> None:
    """O-07."""
    played = play(StepKind.OBJECTIVES)
    id = objective(played, is_agreed=False)
    with pytest.raises(NotFacilitating):
        played.act(LIA, AgreeObjective(objective_id=id))
    played.act(FAY, AgreeObjective(objective_id=id))
    played.act(TOM, EditObjective(objective_id=id, title=GOOD, why="Another why"))
    assert played.room.drafts.objective(id).is_agreed  # type: ignore[union-attr]
    played.act(TOM, EditObjective(objective_id=id, title="Be the shop of the country"))
    assert not played.room.drafts.objective(id).is_agreed  # type: ignore[union-attr]


def test_an_empty_table_does_not_end_the_step() -> None:
    """O-07, W-05."""
    played = play(StepKind.OBJECTIVES, StepKind.KEY_RESULTS)
    assert [each.is_hard for each in told(played, "O-07")] == [True]


@pytest.mark.parametrize(
    ("preset", "number", "expected"),
    [
        ("methodiq", 1, []),
        ("methodiq", 3, []),
        ("methodiq", 4, [("M-23", True)]),
        ("workshop_weaver", 1, [("W-05", False)]),
        ("workshop_weaver", 2, []),
        ("workshop_weaver", 5, []),
        ("workshop_weaver", 6, [("M-23", True)]),
        ("seed5_generic", 3, []),
        ("seed5_generic", 4, [("M-23", True)]),
        ("okrs_tool", 2, []),
        ("okrs_tool", 3, [("M-23", True)]),
    ],
)
def test_a_doctrine_bears_so_many_objectives(preset: str, number: int, expected: list[tuple[str, bool]]) -> None:
    """M-13, W-05, T-07, G-02: one to three, two to five, one to two, one to three; above it the forced cut of M-23."""
    played = play(StepKind.OBJECTIVES, preset=preset)
    for n in range(number):
        objective(played, title=f"{GOOD} in town {'abcdefgh'[n]}")
    counts = ("M-13", "M-23", "W-05", "T-07", "G-02", "O-14")
    assert [(each.rule, each.is_hard) for rule in counts for each in told(played, rule)] == expected


def test_what_is_missing_around_an_objective_is_said_and_stops_nobody() -> None:
    """G-01, T-06, T-09: why, outcome, business need, two who draft."""
    played = play(StepKind.OBJECTIVES, StepKind.KEY_RESULTS)
    id = played.act(LIA, DraftObjective(team_id=TEAM.id, title=GOOD))
    for rule in ("G-01", "T-06", "T-09"):
        assert [each.is_hard for each in told(played, rule)] == [False], rule
    played.act(LIA, EditObjective(objective_id=id, title=GOOD, why="a", outcome="b", need="c"))
    assert told(played, "G-01") == told(played, "T-06") == []
    played.act(SAM, JoinDrafting(objective_id=id))
    played.act(SAM, JoinDrafting(objective_id=id))
    assert told(played, "T-09") == []
    assert played.room.drafts.objective(id).contributors == (LIA, SAM)  # type: ignore[union-attr]


def test_a_project_is_no_objective_pause_and_simplify() -> None:
    """O-07, T-06, M-13: initiative-like wording is stopped at; M-13's own example is not."""
    played = play(StepKind.OBJECTIVES)
    objective(played, title="Dominate the Mid-Market SaaS Space")
    assert told(played, "O-07") == []
    objective(played, title="Launch the new warehouse system")
    (blocker,) = told(played, "O-07")
    assert "Pause and simplify" in blocker.way_out


def test_the_team_below_proposes_and_the_link_counts_when_it_has_agreed() -> None:
    """W-11, G-07: nobody assigns an objective to a team; there is no such act."""
    played = play(StepKind.OBJECTIVES)
    played.facts = replace(played.facts, above=(_promised(5, COMPANY.id), _promised(6, TEAM.id)))
    id = objective(played)
    with pytest.raises(NothingProposed):
        played.act(FAY, AgreeParent(objective_id=id))
    with pytest.raises(NotThere):
        played.act(SAM, ProposeParent(objective_id=id, parent_id=f"{6:032x}"))
    played.act(SAM, ProposeParent(objective_id=id, parent_id=f"{5:032x}", because="It brings buyers"))
    assert played.room.drafts.objective(id).parent_id is None  # type: ignore[union-attr]
    with pytest.raises(NotFacilitating):
        played.act(SAM, AgreeParent(objective_id=id))
    played.act(FAY, AgreeParent(objective_id=id))
    assert played.room.drafts.objective(id).parent_id == f"{5:032x}"  # type: ignore[union-attr]
    played.act(FAY, DeclineParent(objective_id=id))
    assert played.room.drafts.objective(id).parent_id is None  # type: ignore[union-attr]
    assert not [kind for kind in ACTS if "assign" in kind]


def test_a_new_proposal_takes_the_old_link_out_until_it_is_agreed() -> None:
    """W-11."""
    played = play(StepKind.OBJECTIVES)
    played.facts = replace(played.facts, above=(_promised(5, COMPANY.id), _promised(55, COMPANY.id, "Grow abroad")))
    id = objective(played)
    played.act(SAM, ProposeParent(objective_id=id, parent_id=f"{5:032x}"))
    played.act(FAY, AgreeParent(objective_id=id))
    played.act(SAM, ProposeParent(objective_id=id, parent_id=f"{55:032x}"))
    draft = played.room.drafts.objective(id)
    assert draft is not None
    assert (draft.parent_id, draft.proposed_parent_id) == (None, f"{55:032x}")


def test_an_unfinished_objective_goes_on_once() -> None:
    """T-02, G-15: what was carried over is a draft that knows where it came from."""
    played = play(StepKind.OBJECTIVES)
    earlier = replace(_promised(4, TEAM.id, "Answer before anybody waits"), state=ObjectiveState.ACTIVE)
    played.facts = replace(played.facts, unfinished=(earlier,))
    act = CarryObjective(carried_from_id=earlier.id, team_id=TEAM.id, title=earlier.title)
    id = played.act(LIA, act)
    assert played.room.drafts.objective(id).carried_from_id == earlier.id  # type: ignore[union-attr]
    with pytest.raises(CarriedAlready):
        played.act(SAM, act)
    with pytest.raises(NotThere):
        played.act(SAM, replace(act, carried_from_id=f"{3:032x}"))


def test_daily_work_moves_to_the_health_list() -> None:
    """M-05."""
    played = play(StepKind.OBJECTIVES)
    id = objective(played, title="Keep the servers running")
    played.act(SAM, MoveToHealth(draft_id=id))
    assert played.room.drafts.objectives() == ()
    assert [(each.title, each.team_id) for each in played.room.drafts.health] == [("Keep the servers running", TEAM.id)]


def test_the_way_back_to_the_objectives_keeps_what_was_drafted() -> None:
    """O-07, M-12."""
    played = play(StepKind.OBJECTIVES, StepKind.KEY_RESULTS)
    id = objective(played)
    played.act(FAY, Advance(step_id="objectives"))
    key_result(played, id)
    played.act(FAY, GoBack(step_id="objectives", reason="It is two things"))
    assert len(played.room.drafts.key_results()) == 1
