"""Take an issue away from a key result. The issue itself stays untouched but for its field *Key results*."""

from service.domain.errors import NotThere
from service.domain.model import Issue
from service.domain.plans import require_open
from service.store import Transaction
from service.usecases.changed import mark_changed, mark_issue_changed, wake
from service.usecases.needs import Needs
from service.usecases.sync.permission import require_permission
from service.usecases.sync.values import record_initiatives_reading


def unlink_initiative(*, parts: Needs, site_id: str, by: str | None, key_result_id: str, issue: str) -> bool:
    """Remove the link of an issue (id or key); tell whether there was one.

    A gone issue needs no permission: nobody could have it. Raises: NotThere, PlanClosed, Forbidden, ProductError.
    """
    with parts.store.reading() as tx:
        found = _linked_issue(tx, site_id, issue)
    if not found.gone:
        require_permission(
            parts=parts, site_id=site_id, by=by, permission="EDIT_ISSUES", thing=found.key, issue_id=found.id
        )
    with parts.store.transaction() as tx:
        key_result = tx.key_results.get(site_id=site_id, id=key_result_id)
        objective = tx.objectives.get(site_id=site_id, id=key_result.objective_id)
        cycle = tx.cycles.get(site_id=site_id, id=objective.cycle_id)
        require_open(cycle=cycle, objective=objective, key_result=key_result)
        if not tx.initiatives.unlink(site_id=site_id, key_result_id=key_result_id, issue_id=found.id):
            return False
        wakes = [
            *record_initiatives_reading(tx=tx, parts=parts, site_id=site_id, key_result=key_result),
            *mark_issue_changed(tx=tx, site_id=site_id, issue_id=found.id),
            *mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(objective.id,)),
        ]
    wake(parts=parts, wakes=wakes)
    return True


def _linked_issue(tx: Transaction, site_id: str, issue: str) -> Issue:
    found = tx.issues.find(site_id=site_id, id=issue) or tx.issues.find_by_key(site_id=site_id, key=issue)
    if found is None:
        raise NotThere(f"The issue {issue} is linked to no key result. Reload the list.", field="issue")
    return found
