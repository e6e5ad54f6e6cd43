"""Forms about a challenge: accept a counter-metric as guardrail, dismiss a loophole, say a guardrail's value."""

from typing import Any

from flask import Response, request

from schemas.api.challenge import NewDismissal, NewGuardrail, NewGuardrailReading
from service.domain.challenge import FieldHint, Guardrail, Jql, Loophole
from service.domain.errors import NotThere
from service.domain.model import Direction
from service.usecases.accept_guardrail import accept_guardrail
from service.usecases.dismiss_loophole import dismiss_loophole
from service.usecases.read_challenge import AnsweredChallenge, read_challenge
from service.usecases.read_guardrail import read_guardrail
from service.usecases.record_guardrail import record_guardrail
from service.web.call import Call, this_call
from service.web.fields import field_choices
from service.web.forms.form import show, submit
from service.web.forms.routes import form_view
from service.web.fragments.judged.challenge import answer_of

BOUNDS = (("stay_above", "At least"), ("stay_below", "At most"))
SOURCES = (
    ("jql", "Jira counts issues: a query"),
    ("share", "Jira counts a share: two queries"),
    ("field", "A number field of an issue"),
    ("hand", "Somebody says it, or a program"),
)
_SOURCE_FIELDS = {"jql": ("jql",), "share": ("jql", "jql_of"), "field": ("issue", "issue_field")}


@form_view("/key-results/<key_result_id>/guardrail", "GET")
def show_guardrail(key_result_id: str) -> str:
    """Show the form that accepts a guardrail, filled with the counter-metric of `loophole` if one is named."""
    call = this_call()
    loophole = _loophole(_asked(call, key_result_id))
    return show("forms/guardrail.html", _with_fields(call, loophole), values=_proposed(loophole))


@form_view("/key-results/<key_result_id>/guardrail", "POST")
def accept_a_guardrail(key_result_id: str) -> Response:
    """Keep the bound; a query is asked at once."""
    call = this_call()
    loophole = _loophole(_asked(call, key_result_id))

    def act(new: dict[str, Any]) -> None:
        bound = Direction(new["bound"]) if new["bound"] else None
        accept_guardrail(
            parts=call.parts,
            site_id=call.site_id,
            by=call.person(),
            key_result_id=key_result_id,
            **{**new, "bound": bound, "loophole": loophole.id if loophole else ""},
        )

    return submit(
        "forms/guardrail.html",
        _with_fields(call, loophole),
        schema=NewGuardrail,
        act=act,
        read=_read,
        said="Guardrail accepted",
    )


@form_view("/key-results/<key_result_id>/dismissal", "GET")
def show_dismissal(key_result_id: str) -> str:
    """Ask why a loophole is no danger here."""
    asked = _asked(this_call(), key_result_id)
    loophole = _loophole(asked)
    answer = answer_of(asked, loophole.id) if loophole else None
    said = answer.dismissal.reason if answer and answer.dismissal else ""
    return show("forms/dismissal.html", _choices(loophole), values={"reason": said})


@form_view("/key-results/<key_result_id>/dismissal", "POST")
def dismiss_a_loophole(key_result_id: str) -> Response:
    """Keep the reason; it stays beside the key result."""
    call = this_call()
    loophole = _loophole(_asked(call, key_result_id))
    return submit(
        "forms/dismissal.html",
        _choices(loophole),
        schema=NewDismissal,
        act=lambda new: dismiss_loophole(
            parts=call.parts, site_id=call.site_id, by=call.person(), key_result_id=key_result_id, **new
        ),
        read=lambda typed: {"reason": "", **typed, "loophole": loophole.id if loophole else ""},
        said="Dismissed; the reason stays to be seen",
    )


@form_view("/guardrails/<guardrail_id>/reading", "GET")
def show_reading(guardrail_id: str) -> str:
    """Ask for a guardrail's value."""
    return show("forms/reading.html", {"guardrail": _guardrail(this_call(), guardrail_id)})


@form_view("/guardrails/<guardrail_id>/reading", "POST")
def say_a_reading(guardrail_id: str) -> Response:
    """Append the value; a broken guardrail shows at once."""
    call = this_call()
    return submit(
        "forms/reading.html",
        {"guardrail": _guardrail(call, guardrail_id)},
        schema=NewGuardrailReading,
        act=lambda new: record_guardrail(
            parts=call.parts, site_id=call.site_id, by=call.person(), guardrail_id=guardrail_id, **new
        ),
        said="Value kept",
    )


def _asked(call: Call, key_result_id: str) -> AnsweredChallenge:
    return read_challenge(parts=call.parts, site_id=call.site_id, key_result_id=key_result_id)


def _guardrail(call: Call, guardrail_id: str) -> Guardrail:
    return read_guardrail(parts=call.parts, site_id=call.site_id, guardrail_id=guardrail_id)


def _loophole(asked: AnsweredChallenge) -> Loophole | None:
    """Return the loophole that the address names; None if it names none. Raises: NotThere."""
    named = request.args.get("loophole", "")
    answer = answer_of(asked, named)
    if named and answer is None:
        raise NotThere("This key result is no longer challenged in this way; its text or its numbers have changed.")
    return answer.loophole if answer else None


def _choices(loophole: Loophole | None) -> dict[str, object]:
    hint = loophole.counter.source if loophole else None
    return {
        "loophole": loophole,
        "bounds": BOUNDS,
        "sources": SOURCES,
        "field_hint": hint.name if isinstance(hint, FieldHint) else "",
    }


def _with_fields(call: Call, loophole: Loophole | None) -> dict[str, object]:
    return {**_choices(loophole), "fields": field_choices(call)}


def _proposed(loophole: Loophole | None) -> dict[str, str]:
    if loophole is None:
        return {"bound": "stay_above", "counted": "hand"}
    counter = loophole.counter
    values = {"name": counter.name, "bound": counter.bound.value, "unit": counter.unit, "counted": "hand"}
    if isinstance(counter.source, Jql):
        values |= {"counted": "share" if counter.source.of else "jql", "jql": counter.source.query}
        values |= {"jql_of": counter.source.of} if counter.source.of else {}
    return values


def _read(typed: dict[str, str]) -> dict[str, Any]:
    """Return what the schema loads: of the sources only the one chosen."""
    counted = typed.pop("counted", "hand")
    kept = _SOURCE_FIELDS.get(counted, ())
    every = {name for names in _SOURCE_FIELDS.values() for name in names}
    read: dict[str, Any] = {name: value for name, value in typed.items() if name not in every}
    read |= {name: typed[name] for name in kept if name in typed}
    return {"name": "", "unit": "", **read, "by_hand": counted == "hand"}
