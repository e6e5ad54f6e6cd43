"""What was stored comes back equal, field by field."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import StatementError

from service.domain.errors import NotThere
from service.domain.model import (
    Checkin,
    CheckinSource,
    Commitment,
    Cycle,
    CycleState,
    Direction,
    Initiative,
    Issue,
    KeyResult,
    KeyResultState,
    LinkSource,
    Milestone,
    MilestoneShape,
    Objective,
    ObjectiveState,
    OwnerState,
    RollupMode,
    Site,
    Status,
    StatusCategory,
    Team,
    TeamKind,
    Tracker,
    TrackerKind,
    Waypoint,
)
from service.store import Clash, Store
from service.store.records import CyclePage
from service.store.tables import (
    checkins,
    cycle_pages,
    cycles,
    initiatives,
    issues,
    key_results,
    objectives,
    sites,
    teams,
)
from tests.store import samples
from tests.store.samples import NOW, fill

FULL_KEY_RESULT = KeyResult(
    id="full",
    objective_id="objective",
    title="Ship “ß” 🚀",
    direction=Direction.MILESTONES,
    baseline=0.1,
    target=1e300,
    unit="€",
    lower=-1.5,
    upper=2.5,
    weight=0.25,
    owner="557058:ada",
    owner_state=OwnerState.CANNOT_SEE,
    confidence=0.6,
    starts_on=date(2026, 10, 5),
    due_on=date(2026, 12, 5),
    tracker=Tracker(
        kind=TrackerKind.JQL,
        slot=3,
        field_id="customfield_1",
        method="sum",
        jql="project = GROW",
        jql_field="customfield_2",
        jql_denominator="project = ALL",
        seen=True,
        seen_value=0.0,
    ),
    state=KeyResultState.CANCELLED,
    shape=MilestoneShape(milestones=(Milestone(id="m", title="First", weight=2, due_on=date(2026, 11, 1)),)),
    path=(Waypoint(on=date(2026, 11, 1), progress=0.5),),
    commitment=Commitment.MOONSHOT,
    is_enabler=True,
    option_id=4,
    position=7,
)
FULL_OBJECTIVE = Objective(
    id="full",
    cycle_id="cycle",
    team_id="team",
    title="Title",
    why="Because",
    parent_id="objective",
    rollup=RollupMode.BOTH,
    state=ObjectiveState.DRAFT,
    epic_id="1",
    epic_key="GROW-1",
    epic_gone=True,
    seen_title="Old",
    changed_rev=3,
    published_rev=2,
    publish_error="no",
    position=5,
    carried_from_id="before",
)
FULL_ISSUE = Issue(
    id="1",
    key="GROW-2",
    summary="Sum",
    status="Doing",
    category=StatusCategory.IN_PROGRESS,
    points=3.5,
    project_key="GROW",
    updated_at=NOW,
    gone=True,
    seen_options=(3, 1),
)
FULL_CHECKIN = Checkin(
    id="full",
    key_result_id="kr",
    at=NOW,
    value=-0.1,
    confidence=0.5,
    projection=9.5,
    confidence_scale="0-10",
    status=Status.AT_RISK,
    numerator=1,
    denominator=3,
    note="Better",
    author="ada",
    source=CheckinSource.FIELD,
    key="once",
    provenance="customfield_1",
    recorded_at=NOW,
)


@pytest.mark.parametrize(
    ("noun", "table", "apart"),
    [
        (Site, sites, {}),
        (Cycle, cycles, {}),
        (Team, teams, {}),
        (Objective, objectives, {}),
        (KeyResult, key_results, {"tracker"}),
        (Checkin, checkins, {}),
        (Issue, issues, {}),
        (Initiative, initiatives, {}),
        (CyclePage, cycle_pages, {}),
    ],
)
def test_every_field_has_a_column(noun: type, table: object, apart: set[str]) -> None:
    """A field that is added to a noun and forgotten here would be lost in silence."""
    assert {f.name for f in fields(noun)} - set(apart) <= set(table.c.keys())  # type: ignore[attr-defined]


def test_every_tracker_field_has_a_column() -> None:
    assert {f"tracker_{f.name}" for f in fields(Tracker)} <= set(key_results.c.keys())


def test_objects_come_back_equal(store: Store) -> None:
    full_cycle = replace(samples.CYCLE, id="full", key="K", state=CycleState.CLOSED, closed_at=NOW)
    full_team = Team(id="full", name="T", kind=TeamKind.COMPANY, project_key="P", parent_id="team", preset="google")
    link = Initiative(key_result_id="full", issue_id="1", source=LinkSource.FIELD, linked_by="ada", linked_at=NOW)
    with store.transaction() as tx:
        fill(tx, "s")
        tx.cycles.add(site_id="s", item=full_cycle)
        tx.teams.add(site_id="s", item=full_team)
        tx.objectives.add(site_id="s", item=FULL_OBJECTIVE)
        tx.key_results.add(site_id="s", item=FULL_KEY_RESULT)
        tx.checkins.add(site_id="s", checkin=FULL_CHECKIN)
        tx.issues.put(site_id="s", item=FULL_ISSUE)
        tx.initiatives.link(site_id="s", initiative=link)
    with store.reading() as tx:
        assert tx.sites.get(site_id="s") == samples.site("s")
        assert tx.cycles.get(site_id="s", id="full") == full_cycle
        assert tx.teams.get(site_id="s", id="full") == full_team
        assert tx.objectives.get(site_id="s", id="full") == FULL_OBJECTIVE
        assert tx.key_results.get(site_id="s", id="full") == FULL_KEY_RESULT
        assert tx.key_results.get(site_id="s", id="kr") == samples.KEY_RESULT
        assert tx.checkins.find_by_key(site_id="s", key_result_id="kr", key="once") == FULL_CHECKIN
        assert tx.issues.get(site_id="s", id="1") == FULL_ISSUE
        assert tx.initiatives.of_key_result(site_id="s", key_result_id="full") == (link,)


def test_instants_come_back_in_utc_whatever_zone_they_went_in(store: Store) -> None:
    auckland = datetime(2026, 11, 21, 1, 0, tzinfo=timezone(timedelta(hours=13)))
    with store.transaction() as tx:
        fill(tx, "s")
        tx.cursors.put(site_id="s", name="zone", at=auckland)
    with store.reading() as tx:
        back = tx.cursors.find(site_id="s", name="zone")
    assert back == NOW
    assert back is not None
    assert back.tzinfo is UTC


def test_an_instant_without_zone_is_refused(store: Store) -> None:
    with store.transaction() as tx:
        fill(tx, "s")
    with pytest.raises(StatementError, match="without a time zone"), store.transaction() as tx:
        tx.cursors.put(site_id="s", name="naive", at=NOW.replace(tzinfo=None))


def test_what_is_missing_is_named(store: Store) -> None:
    with store.transaction() as tx:
        fill(tx, "s")
    with store.transaction() as tx:
        with pytest.raises(NotThere, match="no objective 'nowhere'"):
            tx.objectives.get(site_id="s", id="nowhere")
        with pytest.raises(NotThere, match="no key result 'nowhere'"):
            tx.key_results.save(site_id="s", item=replace(samples.KEY_RESULT, id="nowhere"))
        with pytest.raises(NotThere):
            tx.objectives.mark_changed(site_id="s", id="nowhere")
        with pytest.raises(NotThere):
            tx.sites.get(site_id="nowhere")


@pytest.mark.parametrize(
    "twin",
    [
        pytest.param(lambda tx: tx.cycles.add(site_id="s", item=replace(samples.CYCLE, id="2")), id="cycle key"),
        pytest.param(lambda tx: tx.teams.add(site_id="s", item=replace(samples.TEAM, id="2")), id="team name"),
        pytest.param(
            lambda tx: tx.objectives.add(site_id="s", item=replace(samples.OBJECTIVE, id="2", epic_id="20001")),
            id="epic",
        ),
        pytest.param(
            lambda tx: [
                tx.key_results.add(site_id="s", item=replace(samples.KEY_RESULT, id=id, tracker=Tracker(slot=1)))
                for id in ("2", "3")
            ],
            id="slot",
        ),
    ],
)
def test_the_database_itself_refuses_twins(store: Store, twin: object) -> None:
    """Two workers that decide at once must not both win: one epic, one slot, one name."""
    with store.transaction() as tx:
        fill(tx, "s")
    with pytest.raises(Clash), store.transaction() as tx:
        twin(tx)  # type: ignore[operator]


def test_a_cancelled_key_result_gives_its_slot_free(store: Store) -> None:
    gone = replace(samples.KEY_RESULT, id="2", tracker=Tracker(slot=1), state=KeyResultState.CANCELLED)
    with store.transaction() as tx:
        fill(tx, "s")
        tx.key_results.add(site_id="s", item=gone)
        tx.key_results.add(site_id="s", item=replace(samples.KEY_RESULT, id="3", tracker=Tracker(slot=1)))
        assert {each.id for each in tx.key_results.active(site_id="s")} == {"kr", "3"}
