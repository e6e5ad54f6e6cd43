"""When a promise may change: what needs a reason, and what the difference is. Source: T-20, G-14, requirements 2.7."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from service.domain.errors import DomainError
from service.domain.ledger.entry import Change, Plain, Reason
from service.domain.model import Cycle, CycleState


class LedgerRefused(DomainError):
    """The promise can no longer change."""

    code: ClassVar[str] = "promise_closed"
    status: ClassVar[int] = 409


class ChangeNeedsReason(DomainError):
    """A promise of a running cycle changes only with a reason, an author and people who are told."""

    code: ClassVar[str] = "reason_required"


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """Why a promise changes, and who knows: `approver` and `notified` are account ids."""

    reason: Reason | None = None
    explanation: str = ""
    notified: tuple[str, ...] = ()
    approver: str | None = None


NO_REASON: Final = Because()


def changes_between(*, before: Mapping[str, Plain], after: Mapping[str, Plain]) -> tuple[Change, ...]:
    """Return the fields in which two promises differ, in the order of `after`; all of them where there was none before."""
    return tuple(
        Change(field=field, old=before.get(field), new=new)
        for field, new in after.items()
        if field not in before or before[field] != new
    )


def require_reason(*, cycle: Cycle, changes: Sequence[Change], because: Because, author: str | None) -> None:
    """Refuse a silent change: after planning every change of a promise is deliberate, explained and told.

    While planning everything may change; in a closed cycle nothing does. New words for the same numbers and the first owner
    of a key result break no promise, so they are noted without being explained.
    Raises: LedgerRefused, ChangeNeedsReason.
    """
    if cycle.state is CycleState.PLANNING:
        return
    if cycle.state is CycleState.CLOSED and changes:
        raise LedgerRefused(
            f"The cycle {cycle.key} is closed: {_named(changes)} can no longer change. Carry the objective forward instead.",
            field=changes[0].field,
        )
    broken = [change for change in changes if _breaks_promise(change)]
    if not broken:
        return
    fields = _named(broken)
    if because.reason is None:
        known = ", ".join(Reason)
        raise ChangeNeedsReason(
            f"The cycle {cycle.key} runs, so nobody changes {fields} in silence. Give a reason ({known}), an explanation "
            "and the people who are told.",
            field="reason",
        )
    if not because.explanation.strip():
        raise ChangeNeedsReason(f"Explain in a sentence why {fields} changes.", field="explanation")
    if not author:
        raise ChangeNeedsReason("A change of a promise needs a person who makes it.", field="author")
    if not because.notified:
        raise ChangeNeedsReason(f"Name at least one person who is told that {fields} changes.", field="notified")


def _breaks_promise(change: Change) -> bool:
    return change.field != "title" and not (change.field == "owner" and change.old is None)


def _named(changes: Sequence[Change]) -> str:
    return ", ".join(change.field for change in changes)
