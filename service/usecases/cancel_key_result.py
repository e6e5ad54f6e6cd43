"""Cancel a key result: it stays listed with its history, leaves every average and gives its field to one that waits for it."""

from dataclasses import replace

from service.domain.ledger import NO_REASON, Because
from service.domain.model import KeyResult, KeyResultState
from service.domain.plans import require_open
from service.jobs import SYNC_OPTIONS
from service.usecases.changed import mark_changed, mark_issue_changed, wake
from service.usecases.epic_editor import require_epic_editor
from service.usecases.hand_on_slots import hand_on_slots
from service.usecases.needs import Needs
from service.usecases.promise_notes import note_cancellation


def cancel_key_result(
    *, parts: Needs, site_id: str, by: str | None, key_result_id: str, because: Because = NO_REASON
) -> KeyResult:
    """Cancel a key result; one that is cancelled already is returned as it is. Its initiatives keep their links.

    In a running cycle it needs a reason (T-20).
    Raises: NotThere, PlanClosed, ChangeNeedsReason, Forbidden, ProductError.
    """
    with parts.store.reading() as tx:
        objective_id = tx.key_results.get(site_id=site_id, id=key_result_id).objective_id
        objective = tx.objectives.get(site_id=site_id, id=objective_id)
    require_epic_editor(parts=parts, site_id=site_id, by=by, objective=objective)
    with parts.store.transaction() as tx:
        # Locked first, so that a mapping or another edit of the same objective waits.
        objective = tx.objectives.get(site_id=site_id, id=objective.id, for_update=True)
        key_result = tx.key_results.get(site_id=site_id, id=key_result_id, for_update=True)
        if key_result.state is KeyResultState.CANCELLED:
            return key_result
        cycle = tx.cycles.get(site_id=site_id, id=objective.cycle_id)
        require_open(cycle=cycle, objective=objective, key_result=key_result)
        cancelled = replace(key_result, state=KeyResultState.CANCELLED)
        tx.key_results.save(site_id=site_id, item=cancelled)
        hand_on_slots(tx=tx, site_id=site_id, objective_id=objective.id, left=(key_result,))
        wakes = list(mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(objective.id,)))
        for link in tx.initiatives.of_key_result(site_id=site_id, key_result_id=key_result_id):
            wakes += mark_issue_changed(tx=tx, site_id=site_id, issue_id=link.issue_id)
        note_cancellation(
            tx=tx,
            site_id=site_id,
            by=by,
            at=parts.now(),
            cycle=cycle,
            subject_id=key_result_id,
            because=because,
        )
    wake(parts=parts, wakes=wakes)
    parts.enqueue(SYNC_OPTIONS, site_id)
    return cancelled
