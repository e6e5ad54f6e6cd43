"""The promise ledger: every change to a promise, append-only and hash-chained, and what follows from it.

Nobody edits an entry: a correction is a new one. What must not be here: where entries are stored.
Source: requirements 2.7, T-20.
"""

from service.domain.ledger.chain import Break, Fault, Link, append, entry_of, verify
from service.domain.ledger.entry import Change, Entry, EntryKind, Reason
from service.domain.ledger.promise import PROMISED, Promise, as_promised, promise_of
from service.domain.ledger.replay import Unsaid, original, replay, unsaid, versions
from service.domain.ledger.rules import (
    NO_REASON,
    Because,
    ChangeNeedsReason,
    LedgerRefused,
    changes_between,
    require_reason,
)
from service.domain.ledger.scores import Drift, DualScore, drift, dual_score, late_edits

__all__ = [
    "NO_REASON",
    "PROMISED",
    "Because",
    "Break",
    "Change",
    "ChangeNeedsReason",
    "Drift",
    "DualScore",
    "Entry",
    "EntryKind",
    "Fault",
    "LedgerRefused",
    "Link",
    "Promise",
    "Reason",
    "Unsaid",
    "append",
    "as_promised",
    "changes_between",
    "drift",
    "dual_score",
    "entry_of",
    "late_edits",
    "original",
    "promise_of",
    "replay",
    "require_reason",
    "unsaid",
    "verify",
    "versions",
]
