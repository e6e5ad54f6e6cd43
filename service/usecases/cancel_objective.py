"""Cancel an objective: it stays listed with its history and leaves every average."""

from dataclasses import replace

from service.domain.ledger import NO_REASON, Because
from service.domain.model import Objective, ObjectiveState
from service.domain.plans import require_open
from service.jobs import SYNC_OPTIONS
from service.usecases.changed import mark_changed, wake
from service.usecases.epic_editor import require_epic_editor
from service.usecases.needs import Needs
from service.usecases.promise_notes import note_cancellation


def cancel_objective(
    *, parts: Needs, site_id: str, by: str | None, objective_id: str, because: Because = NO_REASON
) -> Objective:
    """Cancel an objective; one that is cancelled already is returned as it is. The epic in Jira stays.

    In a running cycle it needs a reason (T-20).
    Raises: NotThere, PlanClosed, ChangeNeedsReason, Forbidden, ProductError.
    """
    with parts.store.reading() as tx:
        objective = tx.objectives.get(site_id=site_id, id=objective_id)
    require_epic_editor(parts=parts, site_id=site_id, by=by, objective=objective)
    with parts.store.transaction() as tx:
        objective = tx.objectives.get(site_id=site_id, id=objective_id, for_update=True)
        if objective.state is ObjectiveState.CANCELLED:
            return objective
        cycle = tx.cycles.get(site_id=site_id, id=objective.cycle_id)
        require_open(cycle=cycle, objective=objective)
        cancelled = replace(objective, state=ObjectiveState.CANCELLED)
        tx.objectives.save(site_id=site_id, item=cancelled)
        wakes = mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(objective_id,))
        note_cancellation(
            tx=tx,
            site_id=site_id,
            by=by,
            at=parts.now(),
            cycle=cycle,
            subject_id=objective_id,
            because=because,
        )
    wake(parts=parts, wakes=wakes)
    parts.enqueue(SYNC_OPTIONS, site_id)
    return cancelled
