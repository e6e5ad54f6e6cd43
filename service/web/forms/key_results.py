"""Forms about key results: add, edit, cancel, name the owner."""

from typing import Any

from flask import Response

from schemas.api.because import Because
from schemas.api.key_results import KeyResultChange, NewKeyResult, Owner
from service.domain.model import KeyResult
from service.usecases.add_key_result import add_key_result
from service.usecases.assign_owner import assign_owner
from service.usecases.cancel_key_result import cancel_key_result
from service.usecases.edit_key_result import edit_key_result
from service.usecases.read_key_result import read_key_result
from service.usecases.read_objective import read_objective
from service.web.api.key_results import with_words
from service.web.because import because, without_because
from service.web.call import Call, this_call
from service.web.fields import field_choices
from service.web.forms.because import why_choices, with_notified
from service.web.forms.form import percent_to_share, show, submit
from service.web.forms.routes import form_view
from service.web.forms.shapes import HOLD_METHODS, RATIO_FACTORS, shape_values, with_shape
from service.web.forms.trackers import TRACKER_CHOICES, with_method

DIRECTIONS = (
    ("increase", "Increase to a target"),
    ("decrease", "Decrease to a target"),
    ("stay_above", "Stay at or above"),
    ("stay_below", "Stay at or below"),
    ("between", "Stay between two bounds"),
    ("binary", "Done or not"),
    ("milestones", "Milestones"),
    ("ratio", "Ratio of two numbers"),
    ("zone", "Commit, target and stretch"),
)
_NUMBERS = ("baseline", "target", "lower", "upper")
_HIDDEN = {
    "between": {"baseline", "target"},
    "zone": {"target", "lower", "upper"},
    "binary": set(_NUMBERS),
    "milestones": set(_NUMBERS),
}
"""Numbers that the form does not show for a kind stay as they are."""


@form_view("/objectives/<objective_id>/key-result", "GET")
def show_key_result(objective_id: str) -> str:
    """Show the form that adds a key result."""
    values = {"direction": "increase", "confidence": "50", "weight": "1", "tracker_kind": "field"}
    return show("forms/key_result.html", _new_choices(this_call(), objective_id), values=values)


@form_view("/objectives/<objective_id>/key-result", "POST")
def add_a_key_result(objective_id: str) -> Response:
    """Add a key result."""
    call = this_call()

    def act(new: dict[str, Any]) -> object:
        return add_key_result(
            parts=call.parts, site_id=call.site_id, by=call.person(), objective_id=objective_id, **with_words(new)
        )

    return submit(
        "forms/key_result.html",
        _new_choices(call, objective_id),
        schema=NewKeyResult,
        act=act,
        read=_typed_new,
        said="Key result added",
    )


@form_view("/key-results/<key_result_id>/edit", "GET")
def show_key_result_edit(key_result_id: str) -> str:
    """Show a key result's definition for editing."""
    call = this_call()
    key_result = _read(call, key_result_id)
    return show("forms/key_result_edit.html", _choices(call, key_result.objective_id), values=_values(key_result))


@form_view("/key-results/<key_result_id>/edit", "POST")
def edit_a_key_result(key_result_id: str) -> Response:
    """Change a key result's definition."""
    call = this_call()
    key_result = _read(call, key_result_id)

    def act(new: dict[str, Any]) -> object:
        changes = with_words(without_because(new))
        return edit_key_result(
            parts=call.parts,
            site_id=call.site_id,
            by=call.person(),
            key_result_id=key_result_id,
            changes=changes,
            because=because(new),
        )

    return submit(
        "forms/key_result_edit.html",
        _choices(call, key_result.objective_id),
        schema=KeyResultChange,
        act=act,
        # An emptied number is a change too.
        read=lambda typed: with_shape({**_emptied(typed), **with_notified(typed)}, before=key_result.shape),
        said="Key result changed",
    )


@form_view("/key-results/<key_result_id>/cancel", "GET")
def show_key_result_cancel(key_result_id: str) -> str:
    """Ask before a key result is cancelled."""
    call = this_call()
    key_result = _read(call, key_result_id)
    why = why_choices(call, key_result.objective_id)
    return show("forms/cancel.html", {"noun": "key result", "title": key_result.title, **why})


@form_view("/key-results/<key_result_id>/cancel", "POST")
def cancel_a_key_result(key_result_id: str) -> Response:
    """Cancel a key result."""
    call = this_call()
    why = why_choices(call, _read(call, key_result_id).objective_id)
    return submit(
        "forms/cancel.html",
        {"noun": "key result", **why},
        schema=Because,
        act=lambda new: cancel_key_result(
            parts=call.parts,
            site_id=call.site_id,
            by=call.person(),
            key_result_id=key_result_id,
            because=because(new),
        ),
        read=with_notified,
        said="Key result cancelled",
    )


@form_view("/key-results/<key_result_id>/owner", "GET")
def show_owner(key_result_id: str) -> str:
    """Show the choice of an owner."""
    call = this_call()
    key_result = _read(call, key_result_id)
    return show("forms/owner.html", _owner_choices(call, key_result))


@form_view("/key-results/<key_result_id>/owner", "POST")
def name_the_owner(key_result_id: str) -> Response:
    """Name the one accountable person."""
    call = this_call()
    key_result = _read(call, key_result_id)
    return submit(
        "forms/owner.html",
        _owner_choices(call, key_result),
        schema=Owner,
        act=lambda new: assign_owner(
            parts=call.parts,
            site_id=call.site_id,
            by=call.person(),
            key_result_id=key_result_id,
            owner=new["account_id"],
            because=because(new),
        ),
        read=_owner_typed,
        said="Owner named",
    )


def _emptied(typed: dict[str, str]) -> dict[str, Any]:
    hidden = _HIDDEN.get(typed.get("direction", ""), {"lower", "upper"})
    unit = {} if hidden >= set(_NUMBERS) else {"unit": ""}
    return {"title": "", **unit, **{name: None for name in _NUMBERS if name not in hidden}}


def _typed_new(typed: dict[str, str]) -> dict[str, Any]:
    return with_method(with_shape(percent_to_share(typed, "confidence")))


def _read(call: Call, key_result_id: str) -> KeyResult:
    return read_key_result(parts=call.parts, site_id=call.site_id, key_result_id=key_result_id)


def _values(key_result: KeyResult) -> dict[str, Any]:
    numbers = {name: getattr(key_result, name) for name in (*_NUMBERS, "weight")}
    shown = {name: "" if value is None else f"{value:.12g}" for name, value in numbers.items()}
    return {
        "title": key_result.title,
        "direction": key_result.direction.value,
        "unit": key_result.unit,
        **shown,
        **shape_values(key_result.shape),
        "due_on": key_result.due_on.isoformat() if key_result.due_on else "",
    }


def _owner_choices(call: Call, key_result: KeyResult) -> dict[str, object]:
    choices = {"title": key_result.title, **_choices(call, key_result.objective_id)}
    return choices if key_result.owner else {**choices, "reasons": ()}  # a first owner changes no promise


def _owner_typed(typed: dict[str, str]) -> dict[str, Any]:
    named = {"account_id": typed["owner"]} if "owner" in typed else {}
    return {**with_notified(typed), **named}


def _new_choices(call: Call, objective_id: str) -> dict[str, object]:
    return {**_choices(call, objective_id), "fields": field_choices(call)}


def _choices(call: Call, objective_id: str) -> dict[str, object]:
    objective = read_objective(parts=call.parts, site_id=call.site_id, objective_id=objective_id)
    return {
        "directions": DIRECTIONS,
        **TRACKER_CHOICES,
        "hold_methods": HOLD_METHODS,
        "factors": RATIO_FACTORS,
        "me": call.by or "",
        "project_key": objective.team.project_key,
        **why_choices(call, objective_id),
    }
