"""Exactly one owner per key result: an active account that may see the epic. Source: M-17, T-08, requirements 2 runner-up 11."""

from collections.abc import Mapping
from typing import ClassVar, Final

from service.domain.errors import DomainError
from service.domain.model import OwnerState


class OwnerUnknown(DomainError):
    """Jira knows no such account."""

    code: ClassVar[str] = "owner_unknown"


class OwnerInactive(DomainError):
    """The account exists but is deactivated."""

    code: ClassVar[str] = "owner_inactive"


class OwnerCannotSeeEpic(DomainError):
    """The account lacks the permission to browse the epic."""

    code: ClassVar[str] = "owner_cannot_see_epic"


class OwnerMissing(DomainError):
    """A key result needs exactly one owner."""

    code: ClassVar[str] = "owner_missing"


def owner_state(*, owner: str | None, is_known: bool, is_active: bool, may_see: bool) -> OwnerState:
    """Judge an owner from what Jira says of the account; the first thing wrong is the state."""
    if not owner:
        return OwnerState.MISSING
    if not is_known:
        return OwnerState.UNKNOWN
    if not is_active:
        return OwnerState.INACTIVE
    return OwnerState.OK if may_see else OwnerState.CANNOT_SEE


_REFUSALS: Final[Mapping[OwnerState, tuple[type[DomainError], str]]] = {
    OwnerState.MISSING: (OwnerMissing, "A key result needs exactly one owner. Choose one person."),
    OwnerState.UNKNOWN: (OwnerUnknown, "Jira knows no such account on this site. Choose a person from the list."),
    OwnerState.INACTIVE: (OwnerInactive, "This account is deactivated. Choose an active person."),
    OwnerState.CANNOT_SEE: (
        OwnerCannotSeeEpic,
        "This person may not see the epic of the objective. Give them Browse Projects there, or choose somebody else.",
    ),
}


def require_owner(*, state: OwnerState) -> None:
    """Refuse an owner that is not OK.

    Raises: OwnerMissing, OwnerUnknown, OwnerInactive, OwnerCannotSeeEpic.
    """
    if state in _REFUSALS:
        error, message = _REFUSALS[state]
        raise error(message, field="owner")
