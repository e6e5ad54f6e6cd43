"""The form that changes where a key result's value comes from, and the choices it shares with the one that adds a key result."""

from collections.abc import Mapping
from typing import Any, Final

from flask import Response

from schemas.api.key_results import TrackerChange
from service.domain.model import KeyResult
from service.usecases.change_tracker import change_tracker
from service.usecases.read_key_result import read_key_result
from service.web.api.key_results import with_words
from service.web.because import because, without_because
from service.web.call import Call, this_call
from service.web.fields import field_choices
from service.web.forms.because import why_choices, with_notified
from service.web.forms.form import show, submit
from service.web.forms.routes import form_view

TRACKERS: Final = (
    ("field", "Check-ins and a Jira field"),
    ("initiatives", "Initiatives: how much of them is done"),
    ("jql", "A query (JQL), read by Northstar"),
    ("push", "Another system that calls the API"),
    ("manual", "Check-ins only"),
)
INITIATIVE_METHODS: Final = (
    ("count", "Issues done"),
    ("points", "Story points done"),
    ("category_weights", "How far they are"),
)
JQL_METHODS: Final = (
    ("count", "Number of issues"),
    ("sum", "Sum of a number field"),
    ("average", "Average of a number field"),
    ("min", "Smallest of a number field"),
    ("max", "Largest of a number field"),
    ("share", "Share of another query"),
)
_METHOD_OF: Final = {"jql": "jql_method", "initiatives": "initiatives_method"}
TRACKER_CHOICES: Final[Mapping[str, object]] = {
    "trackers": TRACKERS,
    "initiative_methods": INITIATIVE_METHODS,
    "jql_methods": JQL_METHODS,
}


@form_view("/key-results/<key_result_id>/tracker", "GET")
def show_tracker(key_result_id: str) -> str:
    """Show where a key result's value comes from."""
    call = this_call()
    key_result = _read(call, key_result_id)
    return show("forms/tracker.html", _choices(call, key_result), values=_values(key_result))


@form_view("/key-results/<key_result_id>/tracker", "POST")
def change_the_tracker(key_result_id: str) -> Response:
    """Let the value come from somewhere else."""
    call = this_call()
    key_result = _read(call, key_result_id)
    return submit(
        "forms/tracker.html",
        _choices(call, key_result),
        schema=TrackerChange,
        act=lambda new: change_tracker(
            parts=call.parts,
            site_id=call.site_id,
            by=call.person(),
            key_result_id=key_result_id,
            **with_words(without_because(new)),
            because=because(new),
        ),
        read=lambda typed: with_method(with_notified(typed)),
        said="Tracker changed",
    )


def with_method(typed: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was typed with the method of the tracker that was chosen."""
    method = typed.get(_METHOD_OF.get(typed.get("tracker_kind", ""), ""))
    return {**typed, "tracker_method": method} if method else dict(typed)


def _read(call: Call, key_result_id: str) -> KeyResult:
    return read_key_result(parts=call.parts, site_id=call.site_id, key_result_id=key_result_id)


def _choices(call: Call, key_result: KeyResult) -> dict[str, object]:
    why = why_choices(call, key_result.objective_id)
    tracker = key_result.tracker
    fields = field_choices(call, chosen=(tracker.field_id, tracker.issue_field_id, tracker.jql_field))
    return {"title": key_result.title, "fields": fields, **TRACKER_CHOICES, **why}


def _values(key_result: KeyResult) -> dict[str, str]:
    tracker = key_result.tracker
    values = {
        "tracker_kind": tracker.kind.value,
        "field": tracker.field_id,
        "issue": tracker.issue_id,
        "issue_field": tracker.issue_field_id,
        "jql": tracker.jql,
        "jql_field": tracker.jql_field,
        "jql_denominator": tracker.jql_denominator,
    }
    if tracker.kind.value in _METHOD_OF:
        values[_METHOD_OF[tracker.kind.value]] = tracker.method
    return {name: value for name, value in values.items() if value is not None}
