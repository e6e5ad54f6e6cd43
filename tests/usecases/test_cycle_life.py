"""A cycle from planning to its sealed results, what stands in the way, and what goes on into the next one."""

from datetime import date

import pytest

from service.domain.carry_forward import CarryRefused
from service.domain.errors import Forbidden
from service.domain.ledger import entry_of
from service.domain.model import Commitment, Cycle, CycleState, KeyResult, Objective, Team
from service.domain.plans import PlanClosed
from service.domain.presets import PresetUnknown
from service.domain.results import KeyResultScore
from service.domain.results_text import results_from_text, results_text
from service.domain.retrospective import Question, RetrospectiveIncomplete
from service.usecases.assign_owner import assign_owner
from service.usecases.cancel_key_result import cancel_key_result
from service.usecases.carry_objective import carry_objective
from service.usecases.choose_preset import choose_preset
from service.usecases.cycle_blockers import cycle_blockers
from service.usecases.edit_key_result import edit_key_result
from service.usecases.edit_team import edit_team
from service.usecases.list_retrospectives import list_learnings, list_retrospectives
from service.usecases.move_cycle import CycleBlocked, move_cycle
from service.usecases.read_board import read_board
from service.usecases.read_objective import read_objective
from service.usecases.read_results import ResultsReport, read_results
from service.usecases.record_checkin import record_checkin
from service.usecases.verify_ledger import verify_ledger
from service.usecases.write_retrospective import RetrospectiveTooEarly, write_retrospective
from tests.usecases.world import ADA, WHY, World

ANSWERS = {question: f"About {question}." for question in Question}


def move(world: World, cycle: Cycle, *states: CycleState, regardless: bool = True) -> Cycle:
    for state in states:
        cycle = move_cycle(**world.by_ada, cycle_id=cycle.id, state=state, regardless=regardless)  # type: ignore[arg-type]
    return cycle


def edit(world: World, key_result: KeyResult, **changes: object) -> None:
    edit_key_result(**world.by_ada, key_result_id=key_result.id, changes=changes, because=WHY)  # type: ignore[arg-type]


def check_in(world: World, key_result: KeyResult, value: float) -> None:
    record_checkin(**world.by_ada, key_result_id=key_result.id, value=value)  # type: ignore[arg-type]


def results(world: World, cycle: Cycle) -> ResultsReport:
    return read_results(**world.here, cycle_id=cycle.id)  # type: ignore[arg-type]


def scores(report: ResultsReport) -> dict[str, KeyResultScore]:
    return {
        each.title: each
        for team in report.results.teams
        for objective in team.objectives
        for each in objective.key_results
    }


@pytest.fixture
def team(world: World) -> Team:
    return world.team(preset="google")


def test_what_is_missing_is_named_before_a_cycle_begins(world: World, team: Team) -> None:
    """M-17: an owner each; M-14: enough key results; hard ones cannot be waved through, soft ones can and are noted."""
    cycle = world.cycle(state=CycleState.PLANNING)
    key_result = world.key_result(world.objective(cycle, team))
    found = cycle_blockers(**world.here, cycle_id=cycle.id)  # type: ignore[arg-type]
    assert [(each.code, each.subject_id, each.is_hard) for each in found if each.is_hard] == [
        ("owner_missing", key_result.id, True)
    ]
    with pytest.raises(CycleBlocked, match=r"has no owner\. Put this right first"):
        move(world, cycle, CycleState.ACTIVE)
    assign_owner(**world.by_ada, key_result_id=key_result.id, owner=ADA)  # type: ignore[arg-type]
    assert move(world, cycle, CycleState.ACTIVE).state is CycleState.ACTIVE
    with pytest.raises(CycleBlocked, match=r"runs until 2026-12-31\. Put this right, or go on regardless") as refused:
        move(world, cycle, CycleState.REVIEW, regardless=False)
    assert refused.value.field == "regardless"
    move(world, cycle, CycleState.REVIEW)
    with world.store.reading() as tx:
        last = tx.ledger.last(site_id=world.site_id)
    assert last is not None
    assert entry_of(link=last).explanation == "The cycle 2026-Q4 runs until 2026-12-31."


def test_a_score_stands_against_the_original_and_the_amended_promise(world: World, team: Team) -> None:
    """2.7: half of the original way is all of the amended one; a cancelled promise still counts where it was made."""
    cycle = world.cycle(state=CycleState.PLANNING)
    objective = world.objective(cycle, team)
    kept = world.key_result(objective, title="Kept", owner=ADA)
    lowered = world.key_result(objective, title="Lowered", owner=ADA, target=150.0)
    dropped = world.key_result(objective, title="Dropped", owner=ADA)
    edit(world, lowered, target=200.0)  # while planning: this is the promise
    move(world, cycle, CycleState.ACTIVE)
    world.later(days=1)
    edit(world, lowered, target=150.0)
    check_in(world, dropped, 120.0)
    cancel_key_result(**world.by_ada, key_result_id=dropped.id, because=WHY)  # type: ignore[arg-type]
    for each in (kept, lowered):
        check_in(world, each, 150.0)
    report = results(world, cycle)
    assert not report.is_sealed
    found = scores(report)
    assert (found["Kept"].original, found["Kept"].amended, found["Kept"].band) == (0.5, 0.5, "yellow")
    assert (found["Lowered"].original, found["Lowered"].amended, found["Lowered"].band) == (0.5, 1.0, "green")
    assert (found["Dropped"].original, found["Dropped"].amended, found["Dropped"].is_cancelled) == (0.2, None, True)
    assert (report.results.original, report.results.amended) == (pytest.approx(0.4), 0.75)
    assert (report.results.drift.mean, report.results.drift.changed, report.results.drift.scored) == (0.25, 1, 2)
    assert report.results.late_edits == 0


def test_edits_in_the_last_quarter_are_late(world: World, team: Team) -> None:
    cycle = world.cycle()
    key_result = world.key_result(world.objective(cycle, team))
    world.later(days=31)  # 21 December
    edit(world, key_result, target=110.0)
    check_in(world, key_result, 110.0)
    found = scores(results(world, cycle))["Weekly active shops"]
    assert (found.original, found.amended, found.late_edits, found.amendments) == (0.1, 1.0, 1, 1)


def test_closing_seals_the_results(world: World, team: Team) -> None:
    """2.7: past periods never change. A late number is taken and logged; another doctrine judges only what comes."""
    cycle = world.cycle()
    objective = world.objective(cycle, team)
    key_result = world.key_result(objective)
    check_in(world, key_result, 165.0)
    move(world, cycle, CycleState.REVIEW, CycleState.CLOSED)
    sealed = results(world, cycle)
    assert sealed.is_sealed
    assert scores(sealed)["Weekly active shops"].band == "yellow"
    assert results_from_text(text=results_text(results=sealed.results)) == sealed.results
    world.later(days=1)
    check_in(world, key_result, 200.0)
    edit_team(**world.by_ada, team_id=team.id, changes={"preset": "seed5_generic"})  # type: ignore[arg-type]
    after = results(world, cycle)
    assert after.results == sealed.results
    assert [(each.subject_id, each.author) for each in after.late] == [(key_result.id, ADA)]
    assert (sealed.with_late, sealed.results.amended) == (None, 0.65)
    assert after.with_late is not None
    assert (after.with_late.amended, after.with_late.teams[0].preset) == (1.0, "google")
    board = read_board(**world.here, cycle_id=cycle.id)  # type: ignore[arg-type]
    assert board is not None
    assert [each.team.preset for each in board.teams] == ["google"]
    with pytest.raises(PlanClosed):
        edit(world, key_result, target=120.0)
    assert verify_ledger(**world.here).is_sound  # type: ignore[arg-type]


def test_another_preset_of_the_site_counts_from_now_on(world: World) -> None:
    """1.6: an admin chooses, the ledger says so, a closed cycle keeps the doctrine it was planned by."""
    past, running = world.cycle(), world.cycle(key="2026-H2", name="H2")
    team = world.team(preset=None)
    key_result = world.key_result(world.objective(past, team))
    open_one = world.objective(running, team, title="Grow on")
    check_in(world, key_result, 165.0)
    move(world, past, CycleState.REVIEW, CycleState.CLOSED)
    sealed = results(world, past)
    world.later(days=1)
    check_in(world, key_result, 170.0)
    with world.store.reading() as tx:
        rev = tx.objectives.get(site_id=world.site_id, id=open_one.id).changed_rev
    site = choose_preset(**world.by_ada, preset="google")  # type: ignore[arg-type]
    assert (sealed.results.teams[0].preset, site.preset) == ("atlassian_play", "google")
    after = results(world, past)
    assert after.results == sealed.results
    assert after.with_late is not None
    assert after.with_late.teams[0].preset == "atlassian_play"
    with world.store.reading() as tx:
        last = tx.ledger.last(site_id=world.site_id)
        assert tx.objectives.get(site_id=world.site_id, id=open_one.id).changed_rev == rev + 1
    assert last is not None
    assert (last.kind, last.subject_id, last.author) == ("preset_chosen", world.site_id, ADA)
    assert choose_preset(**world.by_ada, preset="google") == site  # type: ignore[arg-type]
    with pytest.raises(PresetUnknown):
        choose_preset(**world.by_ada, preset="astrology")  # type: ignore[arg-type]
    world.jira.admins = frozenset()
    with pytest.raises(Forbidden):
        choose_preset(**world.by_ada, preset="oboard")  # type: ignore[arg-type]
    with world.store.reading() as tx:
        assert tx.ledger.last(site_id=world.site_id) == last
    assert verify_ledger(**world.here).is_sound  # type: ignore[arg-type]


def test_moonshots_are_scored_apart(world: World, team: Team) -> None:
    """W-12: listed, scored and reported apart."""
    cycle = world.cycle(state=CycleState.PLANNING)
    objective = world.objective(cycle, team)
    for title, commitment, value in (("Moon", Commitment.MOONSHOT, 140.0), ("Roof", Commitment.COMMITTED, 200.0)):
        made = world.key_result(objective, title=title, owner=ADA)
        edit(world, made, commitment=commitment)
        check_in(world, made, value)
    (of_team,) = results(world, cycle).results.teams
    assert [(each.commitment, each.mean, each.achieved) for each in of_team.classes] == [
        (Commitment.COMMITTED, 1.0, 1),
        (Commitment.MOONSHOT, 0.4, 0),
    ]


@pytest.fixture
def following(world: World) -> Cycle:
    return world.cycle(
        key="2027-Q1",
        name="Q1 2027",
        starts_on=date(2027, 1, 1),
        ends_on=date(2027, 3, 31),
        state=CycleState.PLANNING,
    )


@pytest.fixture
def unfinished(world: World, team: Team) -> tuple[Cycle, Objective, KeyResult]:
    """An objective with an epic: its first key result is reached, its second half way."""
    cycle = world.cycle()
    objective = world.objective(cycle, team)
    world.map_to_epic(objective)
    done, half = world.key_result(objective, title="Done"), world.key_result(objective, title="Half")
    check_in(world, done, 200.0)
    check_in(world, half, 150.0)
    return cycle, objective, half


def test_an_unfinished_objective_goes_on(
    world: World, unfinished: tuple[Cycle, Objective, KeyResult], following: Cycle
) -> None:
    """The epic and its field go along, the last value is the new baseline, and the old rows keep their history."""
    cycle, objective, half = unfinished
    move(world, cycle, CycleState.REVIEW, CycleState.CLOSED)
    before = results(world, cycle).results
    made = carry_objective(**world.by_ada, objective_id=objective.id, cycle_id=following.id)  # type: ignore[arg-type]
    assert (made.carried_from_id, made.epic_id, made.cycle_id) == (objective.id, "20001", following.id)
    view = read_objective(**world.here, objective_id=made.id)  # type: ignore[arg-type]
    (row,) = (each.key_result for each in view.key_results)
    assert (row.title, row.baseline, row.target, row.tracker.slot) == ("Half", 150.0, 200.0, half.tracker.slot)
    old = read_objective(**world.here, objective_id=objective.id)  # type: ignore[arg-type]
    assert (old.objective.state, old.objective.epic_id, old.objective.epic_key) == ("closed", None, "GROW-9")
    assert [each.value for each in old.key_results] == [200.0, 150.0]
    assert results(world, cycle).results == before
    with world.store.reading() as tx:
        kinds = [link.kind for link in tx.ledger.list(site_id=world.site_id, subject_id=row.id)]
    assert kinds == ["created", "carried"]
    assert verify_ledger(**world.here).is_sound  # type: ignore[arg-type]
    with pytest.raises(CarryRefused, match="already"):
        carry_objective(**world.by_ada, objective_id=objective.id, cycle_id=following.id)  # type: ignore[arg-type]


def test_four_answers_open_the_next_planning(world: World, team: Team, following: Cycle) -> None:
    """T-02: exactly four prompts per team; G-15: the lessons feed the next planning."""
    cycle = world.cycle()
    world.key_result(world.objective(cycle, team))
    words = {"cycle_id": cycle.id, "team_id": team.id}
    move(world, cycle, CycleState.REVIEW)
    (missing,) = cycle_blockers(**world.here, cycle_id=cycle.id)  # type: ignore[arg-type]
    assert (missing.code, missing.subject_id) == ("retrospective_missing", team.id)
    with pytest.raises(RetrospectiveIncomplete) as refused:
        write_retrospective(**world.by_ada, **words, answers={**ANSWERS, Question.SURPRISES: " "})  # type: ignore[arg-type]
    assert refused.value.field == "surprises"
    written = write_retrospective(**world.by_ada, **words, answers=ANSWERS)  # type: ignore[arg-type]
    assert cycle_blockers(**world.here, cycle_id=cycle.id) == ()  # type: ignore[arg-type]
    (told,) = list_retrospectives(**world.here, cycle_id=cycle.id)  # type: ignore[arg-type]
    assert (told.retrospective, told.enablers) == (written, ())
    assert list_learnings(**world.here, cycle_id=following.id) == (told,)  # type: ignore[arg-type]
    assert list_learnings(**world.here, cycle_id=cycle.id) == ()  # type: ignore[arg-type]
    with pytest.raises(RetrospectiveTooEarly):
        write_retrospective(**world.by_ada, cycle_id=following.id, team_id=team.id, answers=ANSWERS)  # type: ignore[arg-type]
