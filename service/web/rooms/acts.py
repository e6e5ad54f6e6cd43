"""Every act of a room as a form or a button sends it. Accepted: events. Refused: what is wrong, and the form keeps what was typed."""

import json
from typing import Any

from flask import Response, abort, make_response, request
from marshmallow import EXCLUDE, Schema, ValidationError, fields

from connect.errors import ProductError
from service.domain.errors import DomainError
from service.domain.room import ACTS
from service.usecases.perform_act import perform_act
from service.web.call import this_call
from service.web.problems import as_refusal, field_messages
from service.web.rooms.routes import fragment
from service.web.rooms.shapes import act_of, schema_of


@fragment("/<session_id>/acts/<kind>", "POST")
def act(session_id: str, kind: str) -> Response:
    """Do one thing in a room."""
    if kind not in ACTS or ACTS[kind].by_system:
        abort(404)
    call = this_call()
    try:
        schema = schema_of(kind)(unknown=EXCLUDE)
        act_id, made = act_of(kind, schema.load(_typed(schema)))
        perform_act(
            parts=call.parts, site_id=call.site_id, by=call.person(), session_id=session_id, act_id=act_id, act=made
        )
    except (ValidationError, DomainError, ProductError) as error:
        return refused(error)
    events: dict[str, Any] = {"northstar:changed": ""}
    if ACTS[kind].said:
        events["northstar:said"] = ACTS[kind].said
    response = make_response("", 204)
    response.headers["HX-Trigger"] = json.dumps(events)
    return response


def refused(error: Exception) -> Response:
    """Answer what is wrong as an event: the form that was sent says it and keeps what was typed."""
    told: dict[str, str] = {}
    if isinstance(error, ValidationError):
        name, messages = next(iter(field_messages(error).items()))
        told = {"field": name.partition(".")[0], "detail": " ".join(messages)}
    else:
        refusal = as_refusal(error)
        told = {"field": refusal.field or "", "detail": refusal.detail, "code": refusal.code}
    response = make_response("", 422)
    response.headers["HX-Reswap"] = "none"
    response.headers["HX-Trigger"] = json.dumps({"room:refused": told})
    return response


def _typed(schema: Schema) -> dict[str, Any]:
    """Return the sent fields: lists where the act takes lists, JSON where it takes objects; blanks count as absent."""
    found: dict[str, Any] = {}
    for name, shape in schema.fields.items():
        sent = [value for value in request.form.getlist(name) if value.strip()]
        if isinstance(shape, fields.List) and not isinstance(shape.inner, fields.Nested):
            found[name] = sent
        elif isinstance(shape, (fields.List, fields.Nested)):
            found.update({name: _json(sent[0])} if sent else {})
        elif sent:
            found[name] = sent[-1]
    return found


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
