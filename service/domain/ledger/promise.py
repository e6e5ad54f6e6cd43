"""What of a key result is a promise, as plain values, and the key result as it was promised."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from service.domain.ledger.entry import Plain
from service.domain.model import Commitment, Direction, KeyResult, Tracker, TrackerKind
from service.domain.shape_texts import path_from_text, path_text, shape_from_text, shape_text

Promise = Mapping[str, Plain]
"""The promised fields of one key result, as plain JSON values."""

PROMISED: Final = (
    *("title", "direction", "baseline", "target", "lower", "upper", "unit", "shape", "path"),
    *("starts_on", "due_on", "weight", "owner", "commitment", "is_enabler"),
    *("tracker_kind", "tracker_method", "tracker_jql", "tracker_jql_field", "tracker_jql_denominator"),
    *("tracker_issue_id", "tracker_issue_field_id", "tracker_field_id"),
)
"""Target, baseline, deadline, weight, unit, owner and formula. Source: requirements 2.7.

A bound number field is part of the formula; which of the fields KR 1 to KR 5 shows a number is not.
"""


def promise_of(*, key_result: KeyResult) -> dict[str, Plain]:
    """Return the promise a key result makes."""
    tracker = key_result.tracker
    return {
        "title": key_result.title,
        "direction": key_result.direction.value,
        "baseline": _number(key_result.baseline),
        "target": _number(key_result.target),
        "lower": _number(key_result.lower),
        "upper": _number(key_result.upper),
        "unit": key_result.unit,
        "shape": shape_text(shape=key_result.shape),
        "path": path_text(path=key_result.path),
        "starts_on": key_result.starts_on.isoformat() if key_result.starts_on else None,
        "due_on": key_result.due_on.isoformat() if key_result.due_on else None,
        "weight": _number(key_result.weight),
        "owner": key_result.owner,
        "commitment": key_result.commitment.value if key_result.commitment else None,
        "is_enabler": key_result.is_enabler,
        "tracker_kind": tracker.kind.value,
        "tracker_method": tracker.method,
        "tracker_jql": tracker.jql,
        "tracker_jql_field": tracker.jql_field,
        "tracker_jql_denominator": tracker.jql_denominator,
        "tracker_issue_id": tracker.issue_id,
        "tracker_issue_field_id": tracker.issue_field_id,
        "tracker_field_id": tracker.field_id,
    }


def as_promised(*, key_result: KeyResult, promise: Mapping[str, Any]) -> KeyResult:
    """Return the key result with its promised fields as they were; what is no promise stays as it is."""
    return replace(
        key_result,
        title=promise["title"],
        direction=Direction(promise["direction"]),
        baseline=promise["baseline"],
        target=promise["target"],
        lower=promise["lower"],
        upper=promise["upper"],
        unit=promise["unit"],
        shape=shape_from_text(text=promise["shape"]),
        path=path_from_text(text=promise["path"]),
        starts_on=_day(promise["starts_on"]),
        due_on=_day(promise["due_on"]),
        weight=promise["weight"],
        owner=promise["owner"],
        commitment=Commitment(promise["commitment"]) if promise["commitment"] else None,
        is_enabler=promise["is_enabler"],
        tracker=_tracker(key_result.tracker, promise),
    )


def _tracker(tracker: Tracker, promise: Mapping[str, Any]) -> Tracker:
    return replace(
        tracker,
        kind=TrackerKind(promise["tracker_kind"]),
        method=promise["tracker_method"],
        jql=promise["tracker_jql"],
        jql_field=promise["tracker_jql_field"],
        jql_denominator=promise["tracker_jql_denominator"],
        # Promises noted before these were part of one don't name them.
        issue_id=promise.get("tracker_issue_id"),
        issue_field_id=promise.get("tracker_issue_field_id"),
        field_id=promise.get("tracker_field_id", tracker.field_id),
    )


def _number(value: float | None) -> float | None:
    """Return a number as a float: 5 and 5.0 must not differ in the chain."""
    return None if value is None else float(value)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
