"""Partial changes to a noun: which fields may be named. What their values must fulfil stands with each noun's rules."""

from collections.abc import Iterable
from typing import ClassVar

from service.domain.errors import DomainError


class ChangeUnknown(DomainError):
    """A change names a field that cannot be changed this way."""

    code: ClassVar[str] = "change_unknown"


def require_changeable(*, names: Iterable[str], changeable: frozenset[str], noun: str) -> None:
    """Refuse names outside the changeable ones. Raises: ChangeUnknown."""
    unknown = sorted(set(names) - changeable)
    if unknown:
        raise ChangeUnknown(
            f"{unknown[0]!r} of a {noun} cannot be changed here. What can: {', '.join(sorted(changeable))}.",
            field=unknown[0],
        )
