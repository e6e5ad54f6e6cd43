"""When a promise may change: what needs a reason, and what the difference is. Source: T-20, G-14, requirements 2.7."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from service.domain.errors import DomainError
from service.domain.ledger.entry import Change, Plain, Reason
from service.domain.model import Cycle, CycleState


class LedgerRefused(DomainError):
    """The promise can no longer change."""

    code: ClassVar[str] = "promise_closed"
    status: ClassVar[int] = 409


class ChangeNeedsReason(DomainError):
    """A promise of a running cycle changes only with a reason, an author and people who are told."""

    code: ClassVar[str] = "change_needs_reason"


def changes_between(*, before: Mapping[str, Plain], after: Mapping[str, Plain]) -> tuple[Change, ...]:
    """Return the fields in which two promises differ, in the order of `after`; all of them where there was none before."""
    return tuple(
        Change(field=field, old=before.get(field), new=new)
        for field, new in after.items()
        if field not in before or before[field] != new
    )


def require_reason(
    *,
    cycle: Cycle,
    changes: Sequence[Change],
    reason: Reason | None,
    explanation: str,
    author: str | None,
    notified: Sequence[str],
) -> None:
    """Refuse a silent change: after planning every change of a promise is deliberate, explained and told.

    While planning everything may change; in a closed cycle nothing does. Raises: LedgerRefused, ChangeNeedsReason.
    """
    if not changes or cycle.state is CycleState.PLANNING:
        return
    fields = ", ".join(change.field for change in changes)
    if cycle.state is CycleState.CLOSED:
        raise LedgerRefused(
            f"The cycle {cycle.key} is closed: {fields} can no longer change. Carry the objective forward instead.",
            field=changes[0].field,
        )
    if reason is None:
        known = ", ".join(Reason)
        raise ChangeNeedsReason(f"The cycle {cycle.key} runs: say why {fields} changes ({known}).", field="reason")
    if not explanation.strip():
        raise ChangeNeedsReason(f"Explain in a sentence why {fields} changes.", field="explanation")
    if not author:
        raise ChangeNeedsReason("A change of a promise needs a person who makes it.", field="author")
    if not notified:
        raise ChangeNeedsReason(f"Name at least one person who is told that {fields} changes.", field="notified")
