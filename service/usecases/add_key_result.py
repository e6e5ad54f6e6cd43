"""Add a key result to an objective: a slot field or a bound number field shows it on the epic."""

from dataclasses import replace
from datetime import date
from typing import Final

from service.domain.key_results_rules import NEEDS_BASELINE, require_key_result
from service.domain.model import (
    Commitment,
    Direction,
    KeyResult,
    OwnerState,
    Shape,
    Tracker,
    TrackerKind,
    Waypoint,
)
from service.domain.plans import clean_title, require_fits_cycle, require_open
from service.domain.slots import next_slot, require_free_field
from service.jobs import MEASURE_HISTORY, READ_TRACKERS, SYNC_OPTIONS
from service.usecases.changed import mark_changed, wake
from service.usecases.epic_editor import require_epic_editor
from service.usecases.needs import Needs
from service.usecases.promise_notes import note_promise
from service.usecases.sync.owner_facts import require_able_owner
from service.usecases.tracking.ask import ask, is_asked
from service.usecases.tracking.look import checked_tracker, look_at_field

SHARE_OF_INITIATIVES: Final = (0.0, 100.0, "%")
"""Baseline, target and unit of a key result that is tracked by its initiatives, unless given."""


def add_key_result(
    *,
    parts: Needs,
    site_id: str,
    by: str | None,
    objective_id: str,
    title: str,
    direction: Direction = Direction.INCREASE,
    baseline: float | None = None,
    target: float | None = None,
    unit: str = "",
    lower: float | None = None,
    upper: float | None = None,
    weight: float = 1.0,
    owner: str | None = None,
    confidence: float | None = None,
    tracker_kind: TrackerKind = TrackerKind.FIELD,
    tracker_method: str | None = None,
    jql: str | None = None,
    jql_field: str | None = None,
    jql_denominator: str | None = None,
    issue: str | None = None,
    issue_field: str | None = None,
    field: str | None = None,
    starts_on: date | None = None,
    due_on: date | None = None,
    shape: Shape | None = None,
    path: tuple[Waypoint, ...] = (),
    commitment: Commitment | None = None,
    id: str | None = None,
) -> KeyResult:
    """Add a key result; `field` binds an existing number field, otherwise the lowest free slot is taken.

    `id` is that of its draft, if it has one.

    `issue` (id or key) and `issue_field` name a number on another issue that is read into it.
    Where Jira knows the number, a baseline that is left open is what it reads now, and its history is measured (2.4).
    Raises: NotThere, PlanClosed, TitleInvalid, SlotsFull, FieldTaken, what `require_key_result`, `require_bindable`,
    `checked_tracker` and `require_able_owner` raise, Forbidden, and ProductError when Jira is asked.
    """
    with parts.store.reading() as tx:
        objective = tx.objectives.get(site_id=site_id, id=objective_id)
    require_epic_editor(parts=parts, site_id=site_id, by=by, objective=objective)
    if field is not None:
        look_at_field(parts=parts, site_id=site_id, objective=objective, field_id=field)
    owner_state = OwnerState.MISSING
    if owner is not None:
        owner_state = require_able_owner(parts=parts, site_id=site_id, owner=owner, epic_id=objective.epic_id)
    if tracker_kind is TrackerKind.INITIATIVES and baseline is None and target is None:
        baseline, target, unit = SHARE_OF_INITIATIVES[0], SHARE_OF_INITIATIVES[1], unit or SHARE_OF_INITIATIVES[2]
    tracker = Tracker(
        kind=tracker_kind,
        method=tracker_method,
        jql=jql,
        jql_field=jql_field,
        jql_denominator=jql_denominator,
        issue_id=issue,
        issue_field_id=issue_field,
        field_id=field,
    )
    tracker = checked_tracker(parts=parts, site_id=site_id, tracker=tracker)
    is_measured = baseline is None and direction in NEEDS_BASELINE and is_asked(tracker=tracker)
    if is_measured:
        baseline = ask(jira=parts.jira(site_id), tracker=tracker, at=parts.now()).value
    key_result = KeyResult(
        id=id or parts.new_id(),
        objective_id=objective_id,
        title=clean_title(title=title),
        direction=direction,
        baseline=baseline,
        target=target,
        unit=unit.strip(),
        lower=lower,
        upper=upper,
        weight=weight,
        owner=owner,
        owner_state=owner_state,
        confidence=confidence,
        starts_on=starts_on,
        due_on=due_on,
        tracker=tracker,
        shape=shape,
        path=path,
        commitment=commitment,
    )
    with parts.store.transaction() as tx:
        # Locked, so that two additions at once do not give out one slot twice.
        objective = tx.objectives.get(site_id=site_id, id=objective_id, for_update=True)
        cycle = tx.cycles.get(site_id=site_id, id=objective.cycle_id)
        require_open(cycle=cycle, objective=objective)
        require_key_result(key_result=key_result)
        require_fits_cycle(key_result=key_result, cycle=cycle)
        others = tx.key_results.of_objective(site_id=site_id, objective_id=objective_id)
        if field is None:
            tracker = replace(key_result.tracker, slot=next_slot(key_results=others))
        else:
            require_free_field(field_id=field, key_results=others)
            tracker = key_result.tracker
        last = tx.key_results.next_position(site_id=site_id, objective_id=objective_id)
        key_result = replace(key_result, tracker=tracker, position=last)
        tx.key_results.add(site_id=site_id, item=key_result)
        wakes = mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(objective_id,))
        note_promise(tx=tx, site_id=site_id, by=by, at=parts.now(), after=key_result)
    wake(parts=parts, wakes=wakes)
    parts.enqueue(SYNC_OPTIONS, site_id)
    if is_asked(tracker=key_result.tracker):
        parts.enqueue(READ_TRACKERS, site_id)
    if is_measured:
        parts.enqueue(MEASURE_HISTORY, site_id, key_result.id)
    return key_result
