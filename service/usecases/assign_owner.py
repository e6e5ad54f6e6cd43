"""Name the one accountable person of a key result."""

from dataclasses import replace

from service.domain.ledger import NO_REASON, Because
from service.domain.model import KeyResult
from service.domain.plans import require_open
from service.usecases.changed import mark_changed, wake
from service.usecases.epic_editor import require_epic_editor
from service.usecases.needs import Needs
from service.usecases.promise_notes import note_amendment
from service.usecases.sync.owner_facts import require_able_owner


def assign_owner(
    *,
    parts: Needs,
    site_id: str,
    by: str | None,
    key_result_id: str,
    owner: str,
    because: Because = NO_REASON,
) -> KeyResult:
    """Make an active account that may see the epic the owner.

    Another owner in a running cycle needs a reason (T-20), the first one does not.
    Raises: NotThere, PlanClosed, ChangeNeedsReason, OwnerUnknown, OwnerInactive, OwnerCannotSeeEpic, Forbidden, ProductError.
    Source: M-17, T-08.
    """
    with parts.store.reading() as tx:
        key_result = tx.key_results.get(site_id=site_id, id=key_result_id)
        objective = tx.objectives.get(site_id=site_id, id=key_result.objective_id)
    require_epic_editor(parts=parts, site_id=site_id, by=by, objective=objective)
    epic_id = None if objective.epic_gone else objective.epic_id
    state = require_able_owner(parts=parts, site_id=site_id, owner=owner, epic_id=epic_id)
    with parts.store.transaction() as tx:
        key_result = tx.key_results.get(site_id=site_id, id=key_result_id, for_update=True)
        objective = tx.objectives.get(site_id=site_id, id=key_result.objective_id)
        cycle = tx.cycles.get(site_id=site_id, id=objective.cycle_id)
        require_open(cycle=cycle, objective=objective, key_result=key_result)
        owned = replace(key_result, owner=owner, owner_state=state)
        wakes = mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(objective.id,))
        note_amendment(
            tx=tx,
            site_id=site_id,
            by=by,
            at=parts.now(),
            cycle=cycle,
            before=key_result,
            after=owned,
            because=because,
        )
        tx.key_results.save(site_id=site_id, item=owned)
        tx.key_results.set_owner_state(site_id=site_id, id=key_result_id, state=state)
    wake(parts=parts, wakes=wakes)
    return owned
