"""Dismiss a loophole with a reason; it stays visible beside the key result."""

from service.domain.challenge import Dismissal, challenge_key_result, require_dismissal
from service.usecases.epic_editor import require_speaker
from service.usecases.needs import Needs


def dismiss_loophole(
    *, parts: Needs, site_id: str, by: str | None, key_result_id: str, loophole: str, reason: str
) -> Dismissal:
    """Keep why a loophole is no danger; a later reason replaces the earlier one.

    Raises: NotThere, Forbidden, DismissalInvalid, ProductError.
    """
    with parts.store.reading() as tx:
        key_result = tx.key_results.get(site_id=site_id, id=key_result_id)
        objective = tx.objectives.get(site_id=site_id, id=key_result.objective_id)
    dismissal = Dismissal(
        key_result_id=key_result_id,
        loophole=loophole,
        reason=reason.strip(),
        dismissed_by=by,
        dismissed_at=parts.now(),
    )
    require_dismissal(dismissal=dismissal, loopholes=challenge_key_result(key_result=key_result).loopholes)
    require_speaker(parts=parts, site_id=site_id, by=by, key_result=key_result, objective=objective)
    with parts.store.transaction() as tx:
        tx.dismissals.put(site_id=site_id, dismissal=dismissal)
    return dismissal
