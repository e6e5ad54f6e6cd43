"""Idempotency of check-ins: when a repeated key is the same check-in again, and what says nothing at all."""

from typing import ClassVar, Final

from service.domain.errors import DomainError
from service.domain.model import Checkin, CheckinSource

WATCHED: Final = frozenset({CheckinSource.FIELD, CheckinSource.TRACKER})
"""Sources that report what stands in Jira: true whenever it is, so no rule about instants can refuse it."""

TOLD: Final = (
    *("value", "confidence", "confidence_scale", "projection", "status", "numerator", "denominator"),
    *("note", "source"),
)


class CheckinEmpty(DomainError):
    """A check-in that says nothing."""

    code: ClassVar[str] = "checkin_empty"


class IdempotencyConflict(DomainError):
    """An idempotency key comes again with other content."""

    code: ClassVar[str] = "idempotency_conflict"
    status: ClassVar[int] = 409


def require_content(*, checkin: Checkin) -> None:
    """Refuse a check-in without value, confidence, projection, status and note. Raises: CheckinEmpty."""
    said = (checkin.value, checkin.confidence, checkin.projection, checkin.status, checkin.note or None)
    if all(part is None for part in said):
        raise CheckinEmpty("The check-in says nothing. Give a value, a confidence or a note.", field="value")


def require_same(*, first: Checkin, again: Checkin, at_given: bool) -> None:
    """Refuse a repeated key with other content; the instant counts only if the caller gave it.

    Raises: IdempotencyConflict.
    """
    differs = [name for name in TOLD if getattr(first, name) != getattr(again, name)]
    if at_given and first.at != again.at:
        differs.append("at")
    if differs:
        raise IdempotencyConflict(
            f"This idempotency key was used before with another {' and '.join(differs)}. Use a new key for a new check-in.",
            field="key",
        )
