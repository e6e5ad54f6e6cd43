"""Takes the reason of a change out of what was loaded. What needs one is the domain's to say."""

from collections.abc import Mapping
from typing import Any

from service.domain.ledger import Because, Reason

NAMES = frozenset({"reason", "explanation", "notified", "approver"})


def because(loaded: Mapping[str, Any]) -> Because:
    """Return the reason that a loaded body gives; one without reasons gives none."""
    reason = loaded.get("reason")
    return Because(
        reason=Reason(reason) if reason else None,
        explanation=loaded.get("explanation", ""),
        notified=tuple(dict.fromkeys(loaded.get("notified", ()))),
        approver=loaded.get("approver"),
    )


def without_because(loaded: Mapping[str, Any]) -> dict[str, Any]:
    """Return the rest of a loaded body."""
    return {name: value for name, value in loaded.items() if name not in NAMES}
