"""Guardrails that are measured, dismissals, sufficiency and the second opinion, over a real store. Requirements 2.1–2.3."""

from dataclasses import replace

import pytest

from connect.outbound.shapes import Field
from service.domain.bound_fields import FieldNotNumber
from service.domain.challenge import DismissalInvalid, GuardrailInvalid
from service.domain.errors import DomainError, Forbidden
from service.domain.model import Direction, KeyResult, KeyResultState
from service.domain.sufficiency import Driver, DriverInvalid, Verdict
from service.domain.trackers import TrackedIssueMissing
from service.usecases.accept_guardrail import accept_guardrail
from service.usecases.check_sufficiency import check_sufficiency
from service.usecases.dismiss_loophole import dismiss_loophole
from service.usecases.list_guardrail_readings import list_guardrail_readings
from service.usecases.read_board import read_board
from service.usecases.read_challenge import read_challenge
from service.usecases.read_guardrails import read_guardrails
from service.usecases.read_objective import read_objective
from service.usecases.read_results import read_results
from service.usecases.read_second_opinion import read_second_opinion
from service.usecases.record_checkin import record_checkin
from service.usecases.record_guardrail import record_guardrail
from service.usecases.state_success import state_success
from service.usecases.vote_sufficiency import vote_sufficiency
from tests.usecases.test_trackers import SearchedJira
from tests.usecases.world import ADA, World

LOOPHOLE = "engineering.open-bugs.close-without-fix"
REOPENED = 'project = "GROW" AND type = Bug AND status WAS "Done" AND statusCategory != Done'
CLOSED = 'project = "GROW" AND type = Bug AND status WAS "Done"'


@pytest.fixture
def jira(world: World) -> SearchedJira:
    """A Jira that can be searched."""
    world.jira = SearchedJira(world.store)
    world.jira.found = {REOPENED: [None], CLOSED: [None] * 20}
    return world.jira


@pytest.fixture
def bugs(world: World) -> KeyResult:
    """A key result whose loophole has a ready query; the team plans by a doctrine that caps."""
    team = world.team(preset="methodiq")
    objective = world.objective(world.cycle(), team)
    return world.key_result(
        objective, title="Reduce open bugs", direction=Direction.DECREASE, baseline=120.0, target=40.0, unit="count"
    )


def _revision(world: World, key_result: KeyResult) -> int:
    with world.store.reading() as tx:
        return tx.objectives.get(site_id=world.site_id, id=key_result.objective_id).changed_rev


def test_a_ready_guardrail_is_counted_at_once_and_caps_when_it_breaks(
    world: World, jira: SearchedJira, bugs: KeyResult
) -> None:
    """2.3: raw stays, the guarded score is capped by the doctrine, and the reading has its provenance."""
    record_checkin(**world.by_ada, key_result_id=bugs.id, value=48.0)
    rail = accept_guardrail(**world.by_ada, key_result_id=bugs.id, loophole=LOOPHOLE, limit=5.0)
    assert (rail.name, rail.bound, rail.unit) == ("reopen rate of bugs", Direction.STAY_BELOW, "%")
    assert (rail.value, rail.accepted_by) == (5.0, ADA)
    before = read_challenge(**world.here, key_result_id=bugs.id).guarded
    assert (before.raw, before.score, before.broken) == (0.9, 0.9, ())
    jira.found[REOPENED] = [None] * 4
    world.later(minutes=40)
    assert read_guardrails(**world.here) == 1
    assert read_guardrails(**world.here) == 0
    after = read_challenge(**world.here, key_result_id=bugs.id)
    assert (after.guarded.raw, after.guarded.score) == (0.9, 0.6)
    assert "reopen rate of bugs at most 5 % is broken (20)" in after.guarded.words
    board = read_board(**world.here)
    assert board is not None
    row = next(iter(board.objectives())).key_results[0]
    assert row.progress == 0.9, "a breach changes the guarded score only"
    assert row.guarded is not None
    assert row.guarded.score == 0.6
    alone = read_objective(**world.here, objective_id=bugs.objective_id)
    assert alone.key_results[0].guarded == row.guarded
    score = read_results(**world.here, cycle_id=board.cycle.id).results.teams[0].objectives[0].key_results[0]
    assert (score.amended, score.guarded) == (0.9, 0.6)
    assert "is broken" in score.guarded_words
    readings = list_guardrail_readings(**world.here, guardrail_id=rail.id)
    assert [each.value for each in readings] == [5.0, 20.0]
    assert "4 of 20 issues" in readings[1].provenance
    first = next(each for each in after.answers if each.loophole.id == LOOPHOLE)
    assert first.guardrails[0].id == rail.id
    assert not first.is_open


def test_a_value_nobody_can_count_is_said_by_a_person(world: World, jira: SearchedJira, bugs: KeyResult) -> None:
    rail = accept_guardrail(
        **world.by_ada, key_result_id=bugs.id, name="mood of the testers", bound=Direction.STAY_ABOVE, limit=7.0
    )
    assert rail.value is None
    before = _revision(world, bugs)
    assert record_guardrail(**world.by_ada, guardrail_id=rail.id, value=6.0).is_broken
    assert _revision(world, bugs) > before, "a broken guardrail is news for Jira and the pages"
    assert jira.asked == []


def test_a_query_jira_refuses_is_not_accepted_and_one_that_breaks_later_is_noted(
    world: World, jira: SearchedJira, bugs: KeyResult
) -> None:
    with pytest.raises(DomainError, match="Jira does not accept"):
        accept_guardrail(
            **world.by_ada, key_result_id=bugs.id, name="x", bound=Direction.STAY_BELOW, limit=1.0, jql="order"
        )
    accept_guardrail(**world.by_ada, key_result_id=bugs.id, loophole=LOOPHOLE, limit=5.0)
    del jira.found[REOPENED]
    assert read_guardrails(**world.here) == 0
    with world.store.reading() as tx:
        problems = tx.problems.list(site_id=world.site_id, scope="guardrails")
    assert [(each.code, each.key_result_id) for each in problems] == [("guardrail_unreadable", bugs.id)]


def test_an_answer_must_be_to_something_that_was_asked(world: World, jira: SearchedJira, bugs: KeyResult) -> None:
    with pytest.raises(GuardrailInvalid) as refused:
        accept_guardrail(**world.by_ada, key_result_id=bugs.id, loophole="sales.volume.discount", limit=5.0)
    assert refused.value.field == "loophole"
    with pytest.raises(DismissalInvalid):
        dismiss_loophole(**world.by_ada, key_result_id=bugs.id, loophole=LOOPHOLE, reason=" ")


def test_a_dismissal_stays_visible(world: World, bugs: KeyResult) -> None:
    dismiss_loophole(**world.by_ada, key_result_id=bugs.id, loophole=LOOPHOLE, reason="Only testers close bugs.")
    found = read_challenge(**world.here, key_result_id=bugs.id)
    assert [each.reason for each in found.dismissals] == ["Only testers close bugs."]
    assert [each.is_open for each in found.answers] == [False, True]


def test_strangers_change_nothing(world: World, bugs: KeyResult) -> None:
    with world.store.transaction() as tx:
        objective = tx.objectives.get(site_id=world.site_id, id=bugs.objective_id)
        tx.objectives.save(site_id=world.site_id, item=replace(objective, epic_id="10001", epic_key="GROW-1"))
    stranger = {**world.here, "by": "557058:eve"}
    with pytest.raises(Forbidden):
        dismiss_loophole(**stranger, key_result_id=bugs.id, loophole=LOOPHOLE, reason="No danger.")
    with pytest.raises(Forbidden):
        accept_guardrail(**stranger, key_result_id=bugs.id, loophole=LOOPHOLE, limit=5.0)
    with pytest.raises(Forbidden):
        state_success(**stranger, objective_id=bugs.objective_id, formula="bugs <= 40")


def test_sufficiency_is_proven_by_key_results_and_lost_with_them(world: World, bugs: KeyResult) -> None:
    """2.2, M-19: the formula's driver is held by a key result; without it there is a counter-example."""
    objective_id = bugs.objective_id
    assert check_sufficiency(**world.here, objective_id=objective_id).sufficiency is None
    driver = Driver(name="bugs", key_result_id=bugs.id, baseline=120.0, lowest=30.0, highest=150.0)
    found = state_success(**world.by_ada, objective_id=objective_id, formula="bugs <= 40", drivers=[driver])
    assert found.sufficiency is not None
    assert found.sufficiency.verdict is Verdict.SUFFICIENT
    with world.store.transaction() as tx:
        gone = tx.key_results.get(site_id=world.site_id, id=bugs.id)
        tx.key_results.save(site_id=world.site_id, item=replace(gone, state=KeyResultState.CANCELLED))
    again = check_sufficiency(**world.here, objective_id=objective_id).sufficiency
    assert again is not None
    assert again.verdict is Verdict.COUNTER_EXAMPLE
    taken_back = state_success(**world.by_ada, objective_id=objective_id, formula=None)
    assert (taken_back.condition, taken_back.sufficiency) == (None, None)


def test_a_driver_names_a_key_result_of_its_objective_once(world: World, bugs: KeyResult) -> None:
    driver = Driver(name="bugs", key_result_id=bugs.id)
    for drivers in ([replace(driver, key_result_id="f" * 32)], [driver, driver]):
        with pytest.raises(DriverInvalid):
            state_success(**world.by_ada, objective_id=bugs.objective_id, formula="bugs <= 40", drivers=drivers)


def test_one_vote_that_it_can_fail_makes_it_insufficient(world: World, bugs: KeyResult) -> None:
    """M-19; a person's later answer replaces the earlier."""
    vote_sufficiency(**world.by_ada, objective_id=bugs.objective_id, can_fail=True, reason="They may file less.")
    assert check_sufficiency(**world.here, objective_id=bugs.objective_id).coverage.is_insufficient
    vote_sufficiency(**world.by_ada, objective_id=bugs.objective_id, can_fail=False)
    found = check_sufficiency(**world.here, objective_id=bugs.objective_id)
    assert (found.coverage.can_fail, found.coverage.cannot_fail) == (0, 1)


def test_the_second_opinion_grades_what_the_team_has(world: World, bugs: KeyResult) -> None:
    """2.1: nobody owns the key result, so every doctrine fails it; naming one is among the smallest edits."""
    with world.store.reading() as tx:
        objective = tx.objectives.get(site_id=world.site_id, id=bugs.objective_id)
    found = read_second_opinion(**world.here, cycle_id=objective.cycle_id, team_id=objective.team_id)
    assert found.binding == "methodiq"
    assert len(found.opinions) == 7
    rules = {each.rule for opinion in found.opinions for each in opinion.hard if each.subject_id == bugs.id}
    assert "kr.confidence-missing" in rules
    assert found.flip_all is not None
    assert found.flip_all.edits
    assert {each.presets[0] for each in found.flips} == {each.preset for each in found.opinions if not each.passes}


def test_a_guardrail_reads_a_number_of_an_issue(world: World, jira: SearchedJira, bugs: KeyResult) -> None:
    """2.3: kept under the issue's stable id, read at once and with the trackers; what cannot be read is refused."""
    jira.known_fields = (
        Field(id="customfield_7", key="customfield_7", name="Gross margin", kind="number", is_app_field=False),
        Field(id="customfield_8", key="customfield_8", name="Colour", kind="text", is_app_field=False),
    )
    jira.shown = {"FIN-7": 31.0, "10012": 31.0}
    told = {**world.by_ada, "key_result_id": bugs.id, "name": "gross margin", "limit": 40.0, "unit": "%"}
    kept = accept_guardrail(**told, issue="FIN-7", issue_field="customfield_7")
    assert (kept.issue_id, kept.value, kept.is_broken) == ("10012", 31.0, True)
    jira.shown["10012"] = 44.0
    world.later(hours=1)
    assert read_guardrails(**world.here) == 1
    (read,) = [each for each in read_challenge(**world.here, key_result_id=bugs.id).guardrails if each.id == kept.id]
    assert (read.value, read.is_broken) == (44.0, False)
    with pytest.raises(FieldNotNumber):
        accept_guardrail(**told, issue="FIN-7", issue_field="customfield_8")
    with pytest.raises(TrackedIssueMissing):
        accept_guardrail(**told, issue="FIN-404", issue_field="customfield_7")
    for wrong in (
        {"issue": "FIN-7"},
        {"issue_field": "customfield_7"},
        {"issue": "FIN-7", "issue_field": "f", "jql": "x"},
    ):
        with pytest.raises(GuardrailInvalid):
            accept_guardrail(**told, **wrong)


def test_a_ready_query_can_be_left_out(world: World, jira: SearchedJira, bugs: KeyResult) -> None:
    """Somebody says the value instead; nothing is asked of Jira."""
    kept = accept_guardrail(**world.by_ada, key_result_id=bugs.id, loophole=LOOPHOLE, limit=5.0, by_hand=True)
    assert (kept.jql, kept.value, kept.is_read) == (None, None, False)
    assert REOPENED not in jira.asked
