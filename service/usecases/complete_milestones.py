"""Say which milestones of a key result are done: a check-in whose value is their share."""

from collections.abc import Collection

from service.domain.said_values import milestones_done
from service.usecases.needs import Needs
from service.usecases.record_checkin import RecordedCheckin, record_checkin


def complete_milestones(
    *,
    parts: Needs,
    site_id: str,
    by: str | None,
    key_result_id: str,
    done: Collection[str],
    confidence: float | None = None,
    note: str = "",
    key: str | None = None,
) -> RecordedCheckin:
    """Record which milestones (by id) are done now; those not named are not.

    The list itself is a promise and stays; what is done is history. Raises: MilestoneUnknown, and as `record_checkin`.
    """
    with parts.store.reading() as tx:
        key_result = tx.key_results.get(site_id=site_id, id=key_result_id)
    value, provenance = milestones_done(key_result=key_result, done=done, on=parts.now().date())
    return record_checkin(
        parts=parts,
        site_id=site_id,
        by=by,
        key_result_id=key_result_id,
        value=value,
        confidence=confidence,
        note=note,
        key=key,
        provenance=provenance,
    )
