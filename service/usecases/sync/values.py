"""Reading and recording values inside a transaction: the current one, a person's edit in Jira, a tracker's reading."""

from collections.abc import Iterable

from service.domain.model import Checkin, CheckinSource, KeyResult, TrackerKind
from service.domain.plans import PlanClosed
from service.domain.trackers import Reading, initiatives_reading, is_news
from service.store import Transaction
from service.usecases.changed import Wake
from service.usecases.needs import Needs
from service.usecases.record_checkin import RecordedCheckin, append_checkin
from service.usecases.sync.edits import Edit


def current_value(*, tx: Transaction, site_id: str, key_result_id: str) -> float | None:
    """Return the value that counts: the latest check-in that says one."""
    latest = tx.checkins.latest(site_id=site_id, key_result_id=key_result_id)
    if latest is None or latest.value is not None:
        return None if latest is None else latest.value
    history = tx.checkins.of_key_result(site_id=site_id, key_result_id=key_result_id)
    return next((each.value for each in reversed(history) if each.value is not None), None)


def record_edits(
    *, tx: Transaction, parts: Needs, site_id: str, key_result_id: str, field_id: str, edits: Iterable[Edit]
) -> tuple[Wake, ...]:
    """Append a check-in for each edit of a Jira field, once however often it is seen."""
    wakes: list[Wake] = []
    for edit in edits:
        checkin = Checkin(
            id=parts.new_id(),
            key_result_id=key_result_id,
            at=min(edit.at, parts.now()),
            value=edit.value,
            author=edit.author,
            source=CheckinSource.FIELD,
            key=f"{field_id}@{edit.at.isoformat()}={edit.value!r}",
            provenance=f"Jira field {field_id}",
            recorded_at=parts.now(),
        )
        wakes += append_checkin(tx=tx, parts=parts, site_id=site_id, checkin=checkin, at_given=False).wakes
    return tuple(wakes)


def record_initiatives_reading(
    *, tx: Transaction, parts: Needs, site_id: str, key_result: KeyResult, is_first: bool = False
) -> tuple[Wake, ...]:
    """Append a check-in if the share of finished initiatives changed since the tracker last said it, or it `is_first`.

    A person's check-in stays in the history; a newer reading is a newer check-in. A plan that is over takes no readings.
    Units: percent. Source: issue 3, point 2.
    """
    if key_result.tracker.kind is not TrackerKind.INITIATIVES:
        return ()
    linked = tx.issues.of_key_result(site_id=site_id, key_result_id=key_result.id)
    reading = initiatives_reading(issues=linked, method=key_result.tracker.method)
    recorded = record_reading(
        tx=tx, parts=parts, site_id=site_id, key_result=key_result, reading=reading, is_first=is_first
    )
    return () if recorded is None else recorded.wakes


def record_reading(
    *, tx: Transaction, parts: Needs, site_id: str, key_result: KeyResult, reading: Reading, is_first: bool = False
) -> RecordedCheckin | None:
    """Append a check-in if a tracker says something else than last time; a plan that is over takes no readings.

    The first reading of a tracker is always news: the same number of another one has another provenance.
    Wake its `wakes` after the commit. None means that there was no news.
    """
    last = tx.checkins.latest(
        site_id=site_id, key_result_id=key_result.id, source=CheckinSource.TRACKER, with_value=True
    )
    if not is_news(reading=reading, checkins=() if last is None or is_first else (last,)):
        return None
    checkin = Checkin(
        id=parts.new_id(),
        key_result_id=key_result.id,
        at=parts.now(),
        value=reading.value,
        source=CheckinSource.TRACKER,
        provenance=reading.provenance,
        recorded_at=parts.now(),
    )
    try:
        return append_checkin(tx=tx, parts=parts, site_id=site_id, checkin=checkin)
    except PlanClosed:
        return None
