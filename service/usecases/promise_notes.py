"""Noting in the ledger what happens to promises, inside the caller's transaction. The chain is the domain's; here it is only kept."""

from datetime import datetime

from service.domain.ledger import Entry, EntryKind, append, changes_between, promise_of
from service.domain.model import KeyResult
from service.store import Transaction


def note(*, tx: Transaction, site_id: str, entry: Entry) -> None:
    """Append an entry to the site's chain. Writers of one site wait for each other here, so call it last."""
    tx.sites.get(site_id=site_id, for_update=True)
    tx.ledger.append(site_id=site_id, link=append(entry=entry, last=tx.ledger.last(site_id=site_id)))


def note_promise(
    *, tx: Transaction, site_id: str, by: str | None, at: datetime, before: KeyResult | None, after: KeyResult
) -> None:
    """Note a key result that was added (`before` None) or changed; what is no promise is not noted. Source: T-20."""
    old = promise_of(key_result=before) if before is not None else {}
    changes = changes_between(before=old, after=promise_of(key_result=after))
    if not changes:
        return
    kind = EntryKind.CREATED if before is None else EntryKind.AMENDED
    note(tx=tx, site_id=site_id, entry=Entry(at=at, kind=kind, subject_id=after.id, author=by, changes=changes))
