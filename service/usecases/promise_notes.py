"""Noting in the ledger what happens to promises, inside the caller's transaction. The chain is the domain's; here it is only kept.

The database takes a changed promise only after its entry: note first, save the key result then.
"""

from datetime import datetime

from service.domain.ledger import (
    NO_REASON,
    Because,
    Change,
    Entry,
    EntryKind,
    append,
    changes_between,
    promise_of,
    require_reason,
)
from service.domain.model import Cycle, KeyResult
from service.store import Transaction


def note(*, tx: Transaction, site_id: str, entry: Entry) -> None:
    """Append an entry to the site's chain. Writers of one site wait for each other here, so lock everything else before."""
    tx.sites.get(site_id=site_id, for_update=True)
    tx.ledger.append(site_id=site_id, link=append(entry=entry, last=tx.ledger.last(site_id=site_id)))


def note_promise(*, tx: Transaction, site_id: str, by: str | None, at: datetime, after: KeyResult) -> None:
    """Note the original promise of a new key result. Source: requirements 2.7."""
    changes = changes_between(before={}, after=promise_of(key_result=after))
    entry = Entry(at=at, kind=EntryKind.CREATED, subject_id=after.id, author=by, changes=changes)
    note(tx=tx, site_id=site_id, entry=entry)


def note_amendment(
    *,
    tx: Transaction,
    site_id: str,
    by: str | None,
    at: datetime,
    cycle: Cycle,
    before: KeyResult,
    after: KeyResult,
    because: Because = NO_REASON,
) -> None:
    """Note what changes of a promise; what is no promise is not noted.

    Raises: LedgerRefused, ChangeNeedsReason. Source: T-20.
    """
    changes = changes_between(before=promise_of(key_result=before), after=promise_of(key_result=after))
    if changes:
        _note_explained(tx, site_id, by, at, cycle, EntryKind.AMENDED, after.id, changes, because)


def note_cancellation(
    *,
    tx: Transaction,
    site_id: str,
    by: str | None,
    at: datetime,
    cycle: Cycle,
    subject_id: str,
    because: Because = NO_REASON,
) -> None:
    """Note that an objective or a key result is given up. Raises: LedgerRefused, ChangeNeedsReason."""
    changes = (Change(field="state", old="active", new="cancelled"),)
    _note_explained(tx, site_id, by, at, cycle, EntryKind.CANCELLED, subject_id, changes, because)


def _note_explained(
    tx: Transaction,
    site_id: str,
    by: str | None,
    at: datetime,
    cycle: Cycle,
    kind: EntryKind,
    subject_id: str,
    changes: tuple[Change, ...],
    because: Because,
) -> None:
    require_reason(cycle=cycle, changes=changes, because=because, author=by)
    entry = Entry(
        at=at,
        kind=kind,
        subject_id=subject_id,
        author=by,
        changes=changes,
        reason=because.reason,
        explanation=because.explanation.strip(),
        approver=because.approver,
        notified=because.notified,
    )
    note(tx=tx, site_id=site_id, entry=entry)
