"""A key result is measured another way: noted, told, its field free for another, its past untouched. Issue 3, points 2 and 7."""

from dataclasses import replace

import pytest

from connect.outbound.shapes import Field
from service.domain.errors import DomainError
from service.domain.history import History
from service.domain.ledger import entry_of, promise_of, replay
from service.domain.model import CheckinSource, CycleState, Initiative, Issue, KeyResult, StatusCategory, TrackerKind
from service.usecases.cancel_key_result import cancel_key_result
from service.usecases.change_tracker import change_tracker
from service.usecases.list_checkins import list_checkins
from service.usecases.read_history import read_history
from service.usecases.read_trackers import TrackersRead, read_trackers
from service.usecases.record_checkin import record_checkin
from service.usecases.verify_ledger import verify_ledger
from tests.usecases.test_trackers import BUGS, COST, SearchedJira
from tests.usecases.world import WHY, World

NPS = Field(id="customfield_10042", key="customfield_10042", name="NPS", kind="number", is_app_field=False)
STORIES = "project = GROW AND type = Story"


@pytest.fixture
def jira(world: World) -> SearchedJira:
    """A Jira with two queries and two number fields."""
    searched = SearchedJira(world.store)
    searched.known_fields = (NPS, Field(id=COST, key=COST, name="Cost", kind="number", is_app_field=False))
    searched.editable = frozenset({NPS.id, COST})
    searched.found = {BUGS: [None] * 3, STORIES: [None] * 3}
    world.jira = searched
    return searched


def planned(world: World, **words: object) -> KeyResult:
    """A key result of a running cycle."""
    made = world.key_result(world.objective(world.cycle(), world.team()), **words)
    world.jobs.clear()
    return made


def changed(world: World, key_result: KeyResult, **words: object) -> KeyResult:
    """Change the tracker and say why."""
    return change_tracker(**world.by_ada, key_result_id=key_result.id, **{"because": WHY, **words})  # type: ignore[arg-type]


def stored(world: World, key_result: KeyResult) -> KeyResult:
    with world.store.reading() as tx:
        return tx.key_results.get(site_id=world.site_id, id=key_result.id)


def test_the_change_is_in_the_ledger_and_the_ledger_rebuilds_what_is_stored(world: World, jira: SearchedJira) -> None:
    """T-20, requirements 2.7: the formula is part of the promise."""
    made = planned(world)
    for words in (
        {"tracker_kind": TrackerKind.JQL, "jql": BUGS, "tracker_method": "count"},
        {"tracker_kind": TrackerKind.JQL, "jql": STORIES, "tracker_method": "share", "jql_denominator": BUGS},
        {"tracker_kind": TrackerKind.FIELD, "field": NPS.id},
        {"tracker_kind": TrackerKind.MANUAL},
    ):
        after = changed(world, made, **words)
        assert after == stored(world, made)
        with world.store.reading() as tx:
            entries = [entry_of(link=each) for each in tx.ledger.list(site_id=world.site_id, subject_id=made.id)]
        assert replay(entries=entries)[made.id] == promise_of(key_result=after)
        assert (entries[-1].reason, entries[-1].explanation) == (WHY.reason, WHY.explanation)
        assert verify_ledger(**world.here).is_sound
    assert [(each.field, each.old, each.new) for each in entries[-1].changes] == [
        ("tracker_kind", "field", "manual"),
        ("tracker_field_id", NPS.id, None),
    ]


@pytest.mark.parametrize(
    "words", [{"tracker_kind": TrackerKind.MANUAL}, {"tracker_kind": TrackerKind.FIELD, "field": NPS.id}]
)
def test_nobody_changes_it_in_silence_while_the_cycle_runs(
    world: World, jira: SearchedJira, words: dict[str, object]
) -> None:
    made = planned(world)
    with pytest.raises(DomainError) as refused:
        change_tracker(**world.by_ada, key_result_id=made.id, **words)  # type: ignore[arg-type]
    assert refused.value.code == "reason_required"
    assert stored(world, made) == made
    with world.unchanged():
        assert change_tracker(**world.by_ada, key_result_id=made.id, tracker_kind=TrackerKind.FIELD) == made


def test_while_planning_it_needs_no_reason(world: World, jira: SearchedJira) -> None:
    cycle = world.cycle(state=CycleState.PLANNING)
    made = world.key_result(world.objective(cycle, world.team()))
    after = change_tracker(**world.by_ada, key_result_id=made.id, tracker_kind=TrackerKind.PUSH)
    assert (after.tracker.kind, after.tracker.slot) == (TrackerKind.PUSH, 1)


def test_what_was_checked_in_stays_and_the_new_reading_stands_beside_it(world: World, jira: SearchedJira) -> None:
    """Issue 3, point 2: the same number of another query has another provenance."""
    made = planned(world, tracker_kind=TrackerKind.JQL, jql=BUGS)
    read_trackers(**world.here)
    record_checkin(**world.by_ada, key_result_id=made.id, value=180.0)
    before = list_checkins(**world.here, key_result_id=made.id)
    world.later(minutes=1)
    changed(world, made, tracker_kind=TrackerKind.JQL, jql=STORIES)
    assert ("read_trackers", (world.site_id,)) in world.jobs
    assert read_trackers(**world.here) == TrackersRead(asked=1, recorded=1), "at once, although the last one is fresh"
    said = list_checkins(**world.here, key_result_id=made.id)
    assert said[:2] == before
    assert (said[2].value, said[2].source, STORIES in (said[2].provenance or "")) == (3.0, CheckinSource.TRACKER, True)
    world.later(hours=1)
    assert read_trackers(**world.here) == TrackersRead(asked=1, recorded=0)


def test_a_problem_and_a_history_of_the_old_tracker_are_forgotten(world: World, jira: SearchedJira) -> None:
    made = planned(world, tracker_kind=TrackerKind.JQL, jql=BUGS)
    del jira.found[BUGS]
    assert read_trackers(**world.here).failed == 1
    history = History(starts_at=world.at, values=(5.0,), asked=BUGS, measured_at=world.at, issue_count=1, digest="d")
    with world.store.transaction() as tx:
        tx.histories.put(site_id=world.site_id, key_result_id=made.id, history=history)
    assert read_history(**world.here, key_result_id=made.id) is not None
    changed(world, made, tracker_kind=TrackerKind.MANUAL)
    assert read_history(**world.here, key_result_id=made.id) is None
    with world.store.reading() as tx:
        assert tx.problems.list(site_id=world.site_id) == ()
        assert tx.cursors.find(site_id=world.site_id, name=f"tracker:{made.id}") is None


def test_initiatives_that_are_linked_already_count_at_once(world: World, jira: SearchedJira) -> None:
    made = planned(world)
    with world.store.transaction() as tx:
        for number, category in enumerate((StatusCategory.DONE, StatusCategory.TO_DO)):
            issue = Issue(id=str(number), key=f"GROW-{number}", summary="Work", category=category)
            tx.issues.put(site_id=world.site_id, item=issue)
            tx.initiatives.link(site_id=world.site_id, initiative=Initiative(key_result_id=made.id, issue_id=issue.id))
    changed(world, made, tracker_kind=TrackerKind.INITIATIVES)
    (said,) = list_checkins(**world.here, key_result_id=made.id)
    assert (said.value, said.source, said.provenance) == (50.0, CheckinSource.TRACKER, "1 of 2 initiatives done")


def test_slots_are_kept_freed_and_taken_again(world: World, jira: SearchedJira) -> None:
    objective = world.objective(world.cycle(), world.team())
    rows = [world.key_result(objective, title=f"KR {n}") for n in range(5)]
    assert changed(world, rows[1], tracker_kind=TrackerKind.MANUAL).tracker.slot == 2, "another source, the same field"
    bound = changed(world, rows[1], tracker_kind=TrackerKind.FIELD, field=NPS.id)
    assert (bound.tracker.slot, bound.tracker.field_id) == (None, NPS.id)
    with pytest.raises(DomainError) as refused:
        changed(world, rows[2], tracker_kind=TrackerKind.FIELD, field=NPS.id)
    assert (refused.value.code, refused.value.field) == ("field_taken", "field")
    assert changed(world, rows[1], tracker_kind=TrackerKind.MANUAL, field=NPS.id).tracker.field_id == NPS.id
    assert changed(world, rows[1], tracker_kind=TrackerKind.MANUAL).tracker.slot == 2
    changed(world, rows[4], tracker_kind=TrackerKind.FIELD, field=COST)
    world.key_result(objective, title="Sixth")
    with pytest.raises(DomainError) as refused:
        changed(world, rows[4], tracker_kind=TrackerKind.FIELD)
    assert refused.value.code == "slots_full"
    assert stored(world, rows[4]).tracker.field_id == COST


def waiting(world: World, objective_id: str) -> KeyResult:
    """A sixth key result without a field, as a file may bring one."""
    with world.store.transaction() as tx:
        (first, *_) = tx.key_results.of_objective(site_id=world.site_id, objective_id=objective_id)
        last = tx.key_results.next_position(site_id=world.site_id, objective_id=objective_id)
        tracker = replace(first.tracker, slot=None, seen=False, seen_value=None)
        sixth = replace(first, id=f"waits{last}", title=f"Waits {last}", tracker=tracker, position=last)
        tx.key_results.add(site_id=world.site_id, item=sixth)
    return sixth


@pytest.mark.parametrize("by_binding", [False, True], ids=["cancelled", "bound to a field"])
def test_a_free_slot_goes_to_the_first_that_waits(world: World, jira: SearchedJira, by_binding: bool) -> None:
    """The heir knows the number of its predecessor as seen, so that it never becomes its own."""
    objective = world.objective(world.cycle(), world.team())
    rows = [world.key_result(objective, title=f"KR {n}") for n in range(5)]
    sixth, seventh = waiting(world, objective.id), waiting(world, objective.id)
    with world.store.transaction() as tx:
        tx.key_results.set_seen(site_id=world.site_id, id=rows[3].id, value=40.0)
    if by_binding:
        changed(world, rows[3], tracker_kind=TrackerKind.FIELD, field=NPS.id)
        assert not stored(world, rows[3]).tracker.seen, "nobody looked at the new field yet"
    else:
        cancel_key_result(**world.by_ada, key_result_id=rows[3].id, because=WHY)
    heir = stored(world, sixth).tracker
    assert (heir.slot, heir.seen, heir.seen_value) == (4, True, 40.0)
    assert stored(world, seventh).tracker.slot is None
    cancel_key_result(**world.by_ada, key_result_id=rows[0].id, because=WHY)
    heir = stored(world, seventh).tracker
    assert (heir.slot, heir.seen) == (1, False)


def test_a_closed_cycle_and_a_cancelled_key_result_keep_their_tracker(world: World, jira: SearchedJira) -> None:
    made = planned(world)
    cancel_key_result(**world.by_ada, key_result_id=made.id, because=WHY)
    with pytest.raises(DomainError) as refused:
        changed(world, made, tracker_kind=TrackerKind.MANUAL)
    assert refused.value.code == "plan_closed"


@pytest.mark.parametrize(
    ("words", "code", "field"),
    [
        ({"tracker_kind": TrackerKind.JQL}, "tracker_incomplete", "tracker_kind"),
        ({"tracker_kind": TrackerKind.MANUAL, "jql": BUGS}, "tracker_mismatch", "jql"),
        ({"tracker_kind": TrackerKind.FIELD, "field": "customfield_1"}, "field_missing", "field"),
        ({"tracker_kind": TrackerKind.JQL, "jql": "order by created"}, "query_refused", "jql"),
    ],
)
def test_what_cannot_be_read_is_refused(
    world: World, jira: SearchedJira, words: dict[str, object], code: str, field: str
) -> None:
    made = planned(world)
    with world.unchanged(), pytest.raises(DomainError) as refused:
        changed(world, made, **words)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert stored(world, made) == made


def test_only_who_may_edit_the_epic_changes_it(world: World, jira: SearchedJira) -> None:
    objective = world.objective(world.cycle(), world.team())
    made = world.key_result(objective)
    world.map_to_epic(objective)
    jira.grants.clear()
    with pytest.raises(DomainError) as refused:
        changed(world, made, tracker_kind=TrackerKind.MANUAL)
    assert refused.value.code == "forbidden"
