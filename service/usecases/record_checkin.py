"""Record a check-in: a value, a confidence and a note for a key result at an instant."""

import logging
from dataclasses import dataclass
from datetime import datetime

from service.domain.checkin_keys import WATCHED, require_content, require_same
from service.domain.confidence import ConfidenceScale
from service.domain.key_results_rules import is_late, require_checkin
from service.domain.ledger import Entry, EntryKind
from service.domain.model import Checkin, CheckinSource, Status
from service.domain.plans import require_not_cancelled
from service.domain.said_values import with_ratio
from service.store import Transaction
from service.usecases.changed import Wake, mark_changed, wake
from service.usecases.epic_editor import require_speaker
from service.usecases.needs import Needs
from service.usecases.promise_notes import note

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedCheckin:
    """The check-in that stands, and whether this call recorded it or an earlier one with the same key did."""

    checkin: Checkin
    created: bool
    wakes: tuple[Wake, ...] = ()


def record_checkin(
    *,
    parts: Needs,
    site_id: str,
    by: str | None,
    key_result_id: str,
    value: float | None,
    confidence: float | None = None,
    confidence_scale: ConfidenceScale | None = None,
    projection: float | None = None,
    note: str = "",
    at: datetime | None = None,
    key: str | None = None,
    source: CheckinSource = CheckinSource.HUMAN,
    status: Status | None = None,
    numerator: float | None = None,
    denominator: float | None = None,
    provenance: str | None = None,
) -> RecordedCheckin:
    """Append a check-in; without `at` it counts from now. A repeated `key` with the same content answers the first one.

    The owner speaks for the key result; anybody else must be able to edit the epic.

    Units: `value` and `projection` in the key result's unit, `confidence` 0.0–1.0; `confidence_scale` is where it was given.
    Raises: NotThere, PlanClosed (if cancelled), IdempotencyConflict, Forbidden, ProductError and what `require_checkin` raises.
    """
    now = parts.now()
    checkin = Checkin(
        id=parts.new_id(),
        key_result_id=key_result_id,
        at=at or now,
        value=value,
        confidence=confidence,
        confidence_scale=confidence_scale.value if confidence_scale and confidence is not None else None,
        projection=projection,
        note=note.strip(),
        author=by,
        source=source,
        key=key,
        status=status,
        numerator=numerator,
        denominator=denominator,
        provenance=provenance,
        recorded_at=now,
    )
    if source not in WATCHED:
        _require_speaker(parts, site_id, by, key_result_id)
    with parts.store.transaction() as tx:
        recorded = append_checkin(tx=tx, parts=parts, site_id=site_id, checkin=checkin, at_given=at is not None)
    wake(parts=parts, wakes=recorded.wakes)
    return recorded


def append_checkin(
    *, tx: Transaction, parts: Needs, site_id: str, checkin: Checkin, at_given: bool = True
) -> RecordedCheckin:
    """Append a check-in inside the caller's transaction and mark what it changes; wake `wakes` after the commit.

    Raises: as `record_checkin`.
    """
    now = checkin.recorded_at or parts.now()
    key_result = tx.key_results.get(site_id=site_id, id=checkin.key_result_id)
    objective = tx.objectives.get(site_id=site_id, id=key_result.objective_id)
    cycle = tx.cycles.get(site_id=site_id, id=objective.cycle_id)
    checkin = with_ratio(checkin=checkin, key_result=key_result)
    if checkin.key is not None:
        first = tx.checkins.find_by_key(site_id=site_id, key_result_id=key_result.id, key=checkin.key)
        if first is not None:
            require_same(first=first, again=checkin, at_given=at_given)
            return RecordedCheckin(checkin=first, created=False)
    require_not_cancelled(objective=objective, key_result=key_result)
    if checkin.source not in WATCHED:
        require_content(checkin=checkin)
        require_checkin(checkin=checkin, cycle=cycle, now=now)
    if not tx.checkins.add(site_id=site_id, checkin=checkin):
        # The same key committed between the look and the insert: answer as the look would have.
        return append_checkin(tx=tx, parts=parts, site_id=site_id, checkin=checkin, at_given=at_given)
    wakes = mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(objective.id,))
    if is_late(checkin=checkin, cycle=cycle):
        # The site's chain is locked last, as everywhere: two writers must not wait for each other.
        entry = Entry(at=now, kind=EntryKind.LATE_CHECKIN, subject_id=key_result.id, author=checkin.author)
        note(tx=tx, site_id=site_id, entry=entry)
        log.info("late check-in", extra={"site_id": site_id, "key_result_id": key_result.id, "checkin_id": checkin.id})
    return RecordedCheckin(checkin=checkin, created=True, wakes=wakes)


def _require_speaker(parts: Needs, site_id: str, by: str | None, key_result_id: str) -> None:
    with parts.store.reading() as tx:
        key_result = tx.key_results.get(site_id=site_id, id=key_result_id)
        objective = tx.objectives.get(site_id=site_id, id=key_result.objective_id)
    require_speaker(parts=parts, site_id=site_id, by=by, key_result=key_result, objective=objective)
