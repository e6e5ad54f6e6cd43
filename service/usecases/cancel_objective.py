"""Cancel an objective: it stays listed with its history and leaves every average."""

from dataclasses import replace

from service.domain.ledger import Entry, EntryKind
from service.domain.model import Objective, ObjectiveState
from service.domain.plans import require_open
from service.jobs import SYNC_OPTIONS
from service.usecases.changed import mark_changed, wake
from service.usecases.epic_editor import require_epic_editor
from service.usecases.needs import Needs
from service.usecases.promise_notes import note


def cancel_objective(*, parts: Needs, site_id: str, by: str | None, objective_id: str) -> Objective:
    """Cancel an objective; one that is cancelled already is returned as it is. The epic in Jira stays.

    Raises: NotThere, PlanClosed, Forbidden, ProductError.
    """
    with parts.store.reading() as tx:
        objective = tx.objectives.get(site_id=site_id, id=objective_id)
    require_epic_editor(parts=parts, site_id=site_id, by=by, objective=objective)
    with parts.store.transaction() as tx:
        objective = tx.objectives.get(site_id=site_id, id=objective_id, for_update=True)
        if objective.state is ObjectiveState.CANCELLED:
            return objective
        require_open(cycle=tx.cycles.get(site_id=site_id, id=objective.cycle_id), objective=objective)
        cancelled = replace(objective, state=ObjectiveState.CANCELLED)
        tx.objectives.save(site_id=site_id, item=cancelled)
        wakes = mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(objective_id,))
        entry = Entry(at=parts.now(), kind=EntryKind.CANCELLED, subject_id=objective_id, author=by)
        note(tx=tx, site_id=site_id, entry=entry)
    wake(parts=parts, wakes=wakes)
    parts.enqueue(SYNC_OPTIONS, site_id)
    return cancelled
