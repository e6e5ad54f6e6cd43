"""Say the value of a guardrail that Northstar cannot count by itself."""

from service.domain.challenge import Guardrail, GuardrailReading
from service.domain.plans import require_not_cancelled
from service.domain.shape_rules import require_finite
from service.usecases.changed import mark_changed, wake
from service.usecases.epic_editor import require_speaker
from service.usecases.needs import Needs


def record_guardrail(*, parts: Needs, site_id: str, by: str | None, guardrail_id: str, value: float) -> Guardrail:
    """Append a value to a guardrail and return it with that value.

    Units: `value` in the guardrail's unit. Raises: NotThere, PlanClosed (if cancelled), Forbidden, ValueNotFinite, ProductError.
    """
    require_finite(name="value", value=value)
    with parts.store.reading() as tx:
        guardrail = tx.guardrails.get(site_id=site_id, id=guardrail_id)
        key_result = tx.key_results.get(site_id=site_id, id=guardrail.key_result_id)
        objective = tx.objectives.get(site_id=site_id, id=key_result.objective_id)
    require_not_cancelled(objective=objective, key_result=key_result)
    require_speaker(parts=parts, site_id=site_id, by=by, key_result=key_result, objective=objective)
    reading = GuardrailReading(guardrail_id=guardrail_id, at=parts.now(), value=value, author=by)
    with parts.store.transaction() as tx:
        tx.guardrails.add_reading(site_id=site_id, reading=reading)
        wakes = mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(objective.id,))
        kept = tx.guardrails.get(site_id=site_id, id=guardrail_id)
    wake(parts=parts, wakes=wakes)
    return kept
