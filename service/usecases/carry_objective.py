"""Take an unfinished objective into another cycle; the old one stays as it ended, with its history."""

from collections.abc import Mapping
from dataclasses import replace

from service.domain.board import ObjectiveView
from service.domain.carry_forward import Carried, CarryRefused, carry_forward
from service.domain.ledger import Change, Entry, EntryKind
from service.domain.model import Initiative, KeyResult, Objective, ObjectiveState, StatusCategory
from service.domain.plans import require_not_cancelled
from service.jobs import SYNC_OPTIONS
from service.store import Transaction
from service.usecases.changed import Wake, mark_changed, mark_issue_changed, wake
from service.usecases.epic_editor import require_epic_editor
from service.usecases.hand_on_slots import hand_on_slots
from service.usecases.needs import Needs
from service.usecases.promise_notes import note, note_promise
from service.usecases.read_objective import read_objective


def carry_objective(*, parts: Needs, site_id: str, by: str | None, objective_id: str, cycle_id: str) -> Objective:
    """Begin the objective anew in the cycle, with its epic, its unfinished key results and the work that is still open.

    Raises: NotThere, PlanClosed (if cancelled), CarryRefused, Forbidden, ProductError.
    """
    view = read_objective(parts=parts, site_id=site_id, objective_id=objective_id)
    require_epic_editor(parts=parts, site_id=site_id, by=by, objective=view.objective)
    with parts.store.transaction() as tx:
        old = tx.objectives.get(site_id=site_id, id=objective_id, for_update=True)
        require_not_cancelled(objective=old)
        if old.state is ObjectiveState.CLOSED:
            raise CarryRefused(f"“{old.title}” was carried forward already.", field="objective_id")
        carried = _carried(tx, parts, site_id, old, view, cycle_id)
        # The epic shows one living objective, so the old one lets go of it first; its key stays to be read.
        ended = replace(old, state=ObjectiveState.CLOSED, epic_id=None, seen_title=None)
        tx.objectives.save(site_id=site_id, item=ended)
        position = tx.objectives.next_position(site_id=site_id, cycle_id=cycle_id)
        tx.objectives.add(site_id=site_id, item=replace(carried.objective, position=position))
        for row in carried.key_results:
            tx.key_results.add(site_id=site_id, item=row)
        left = _left_behind(tx, site_id, old, carried)
        hand_on_slots(tx=tx, site_id=site_id, objective_id=carried.objective.id, left=left)
        wakes = _take_open_work(tx, parts, site_id, by, carried.came_from)
        wakes += mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(old.id, carried.objective.id))
        _note(tx, parts, site_id, by, carried)
        made = tx.objectives.get(site_id=site_id, id=carried.objective.id)
    wake(parts=parts, wakes=wakes)
    parts.enqueue(SYNC_OPTIONS, site_id)
    return made


def _carried(
    tx: Transaction, parts: Needs, site_id: str, old: Objective, view: ObjectiveView, cycle_id: str
) -> Carried:
    return carry_forward(
        objective=old,
        key_results=tx.key_results.of_objective(site_id=site_id, objective_id=old.id),
        values={each.key_result.id: each.value for each in view.key_results},
        progresses={each.key_result.id: each.progress for each in view.key_results},
        into=tx.cycles.get(site_id=site_id, id=cycle_id),
        new_id=parts.new_id,
    )


def _left_behind(tx: Transaction, site_id: str, old: Objective, carried: Carried) -> tuple[KeyResult, ...]:
    every = tx.key_results.of_objective(site_id=site_id, objective_id=old.id)
    return tuple(each for each in every if each.id not in set(carried.came_from.values()))


def _take_open_work(
    tx: Transaction, parts: Needs, site_id: str, by: str | None, came_from: Mapping[str, str]
) -> list[Wake]:
    """Link issues that are not done to the new key results; the old ones keep all of theirs."""
    wakes: list[Wake] = []
    for new_id, old_id in came_from.items():
        issues = {each.id: each for each in tx.issues.of_key_result(site_id=site_id, key_result_id=old_id)}
        for link in tx.initiatives.of_key_result(site_id=site_id, key_result_id=old_id):
            issue = issues.get(link.issue_id)
            if issue is None or issue.gone or issue.category is StatusCategory.DONE:
                continue
            again = Initiative(
                key_result_id=new_id, issue_id=issue.id, source=link.source, linked_by=by, linked_at=parts.now()
            )
            tx.initiatives.link(site_id=site_id, initiative=again)
            wakes += mark_issue_changed(tx=tx, site_id=site_id, issue_id=issue.id)
    return wakes


def _note(tx: Transaction, parts: Needs, site_id: str, by: str | None, carried: Carried) -> None:
    at = parts.now()
    origins = {carried.objective.id: carried.objective.carried_from_id, **carried.came_from}
    for row in carried.key_results:
        note_promise(tx=tx, site_id=site_id, by=by, at=at, after=row)
    for subject_id, origin in origins.items():
        change = Change(field="carried_from_id", old=None, new=origin)
        entry = Entry(at=at, kind=EntryKind.CARRIED, subject_id=subject_id, author=by, changes=(change,))
        note(tx=tx, site_id=site_id, entry=entry)
