"""Change where a key result's value comes from. It is part of how a promise is measured, so the ledger notes it."""

from dataclasses import replace

from service.domain.ledger import NO_REASON, Because, promise_of
from service.domain.model import KeyResult, Objective, Tracker, TrackerKind
from service.domain.plans import require_open
from service.domain.slots import with_place
from service.jobs import READ_TRACKERS
from service.store import Transaction
from service.usecases.changed import mark_changed, wake
from service.usecases.epic_editor import require_epic_editor
from service.usecases.hand_on_slots import hand_on_slots
from service.usecases.needs import Needs
from service.usecases.promise_notes import note_amendment
from service.usecases.sync.edits import Edit
from service.usecases.sync.values import record_edits, record_initiatives_reading
from service.usecases.tracking.ask import is_asked, tracker_scope
from service.usecases.tracking.look import checked_tracker, look_at_field


def change_tracker(
    *,
    parts: Needs,
    site_id: str,
    by: str | None,
    key_result_id: str,
    tracker_kind: TrackerKind,
    tracker_method: str | None = None,
    jql: str | None = None,
    jql_field: str | None = None,
    jql_denominator: str | None = None,
    issue: str | None = None,
    issue_field: str | None = None,
    field: str | None = None,
    because: Because = NO_REASON,
) -> KeyResult:
    """Let the value come from somewhere else from now on; what was checked in stays, with the provenance it had.

    The whole tracker is named anew. `field` binds a number field of the epic, whose number counts at once; the slot it leaves
    goes to a key result that waits for one. Without `field` the slot stays, or the lowest free one is taken. A history that was
    measured the old way is forgotten. In a running cycle it needs a reason (T-20).
    Raises: NotThere, PlanClosed, SlotsFull, FieldTaken, ChangeNeedsReason, what `require_bindable` and `checked_tracker` raise,
    Forbidden, ProductError.
    """
    with parts.store.reading() as tx:
        stored = tx.key_results.get(site_id=site_id, id=key_result_id)
        objective = tx.objectives.get(site_id=site_id, id=stored.objective_id)
    require_epic_editor(parts=parts, site_id=site_id, by=by, objective=objective)
    named = Tracker(
        kind=tracker_kind,
        method=tracker_method,
        jql=jql,
        jql_field=jql_field,
        jql_denominator=jql_denominator,
        issue_id=issue,
        issue_field_id=issue_field,
        field_id=field,
    )
    named = checked_tracker(parts=parts, site_id=site_id, tracker=named)
    stands = None
    if field is not None and field != stored.tracker.field_id:
        look_at_field(parts=parts, site_id=site_id, objective=objective, field_id=field)
        stands = _number_there(parts, site_id, objective, named)
    with parts.store.transaction() as tx:
        # Locked first, so that a mapping or another edit of the same objective waits.
        objective = tx.objectives.get(site_id=site_id, id=objective.id, for_update=True)
        before = tx.key_results.get(site_id=site_id, id=key_result_id, for_update=True)
        cycle = tx.cycles.get(site_id=site_id, id=objective.cycle_id)
        require_open(cycle=cycle, objective=objective, key_result=before)
        others = tx.key_results.of_objective(site_id=site_id, objective_id=objective.id)
        after = replace(before, tracker=with_place(tracker=named, before=before, key_results=others))
        if promise_of(key_result=after) == promise_of(key_result=before) and after.tracker.slot == before.tracker.slot:
            return before
        wakes = list(mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(objective.id,)))
        if stands is not None:
            wakes += record_edits(
                tx=tx, parts=parts, site_id=site_id, key_result_id=before.id, field_id=field or "", edits=(stands,)
            )
        wakes += record_initiatives_reading(tx=tx, parts=parts, site_id=site_id, key_result=after, is_first=True)
        note_amendment(
            tx=tx,
            site_id=site_id,
            by=by,
            at=parts.now(),
            cycle=cycle,
            before=before,
            after=after,
            because=because,
        )
        tx.key_results.save(site_id=site_id, item=after)
        _forget(tx, parts, site_id, before, after)
        if stands is not None:
            tx.key_results.set_seen(site_id=site_id, id=before.id, value=stands.value)
        if before.tracker.slot is not None and after.tracker.slot is None:
            hand_on_slots(tx=tx, site_id=site_id, objective_id=objective.id, left=(before,))
        after = tx.key_results.get(site_id=site_id, id=key_result_id)
    wake(parts=parts, wakes=wakes)
    if is_asked(tracker=after.tracker):
        parts.enqueue(READ_TRACKERS, site_id)
    return after


def _number_there(parts: Needs, site_id: str, objective: Objective, named: Tracker) -> Edit | None:
    """Return the number that stands in the field now: were it not taken in, our old one would be written over it.

    Only where the field is the source: with every other tracker it only shows what that one says.
    """
    if named.kind is not TrackerKind.FIELD or named.field_id is None or not objective.epic_id or objective.epic_gone:
        return None
    found = parts.jira(site_id).get_issue(issue=objective.epic_id, field_ids=(named.field_id,))
    number = found.numbers.get(named.field_id)
    return None if number is None else Edit(at=parts.now(), author=None, value=number)


def _forget(tx: Transaction, parts: Needs, site_id: str, before: KeyResult, after: KeyResult) -> None:
    """Forget what was noted about the old tracker: its history, its problems, when it was read, what its field showed."""
    tx.histories.forget(site_id=site_id, key_result_id=after.id)
    tx.cursors.forget(site_id=site_id, name=tracker_scope(after.id))
    for scope in (tracker_scope(after.id), f"history:{after.id}"):
        tx.problems.replace(site_id=site_id, scope=scope, problems_found=(), at=parts.now())
    places = [(each.tracker.slot, each.tracker.field_id) for each in (before, after)]
    if places[0] != places[1]:
        tx.key_results.forget_seen(site_id=site_id, id=after.id)
