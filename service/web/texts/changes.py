"""Words for what the ledger says."""

from typing import Final

from service.domain.ledger import Change, Entry, EntryKind, Reason

REASON_WORDS: Final = {
    Reason.EXTERNAL_CHANGE: "The world changed",
    Reason.DEFINITION_FIX: "It was defined wrongly",
    Reason.DATA_FIX: "The data was wrong",
    Reason.REPLAN: "We planned anew",
}
_EVENTS: Final = {
    EntryKind.CREATED: "Promised",
    EntryKind.CANCELLED: "Cancelled",
    EntryKind.CARRIED: "Carried forward",
    EntryKind.WAIVED: "Admitted as an enabler",
    EntryKind.COMMITTED_VOTE: "Confidence voted",
    EntryKind.LATE_CHECKIN: "A number came after the close",
}
_NAMES: Final = {
    "lower": "lower bound",
    "upper": "upper bound",
    "starts_on": "start",
    "due_on": "due date",
    "is_enabler": "enabler",
    "tracker_kind": "tracker",
    "tracker_method": "tracker's method",
    "tracker_jql": "query",
    "tracker_jql_field": "query's field",
    "tracker_jql_denominator": "query compared with",
    "tracker_issue_id": "tracked issue",
    "tracker_issue_field_id": "tracked issue's field",
    "tracker_field_id": "epic's field",
}


def event_word(entry: Entry) -> str:
    """Return what happened, without the numbers; an amendment is told by its changes."""
    return _EVENTS.get(entry.kind, "")


def reason_word(reason: Reason | None) -> str:
    """Return why a promise changed; empty where nobody had to say."""
    return REASON_WORDS[reason] if reason else ""


def change_text(change: Change) -> str:
    """Return one changed field with both values."""
    name = _NAMES.get(change.field, change.field).capitalize()
    return f"{name}: {_shown(change.old)} → {_shown(change.new)}"


def _shown(value: object) -> str:
    if value is None or value == "":
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.12g}"
    return str(value).replace("_", " ")
