"""Getting a booked session ready: people by name, the agenda and its templates, the facts."""

import json

from flask import Response, make_response, render_template, request
from marshmallow import ValidationError

from connect.errors import ProductError
from schemas.api.people import PeopleSearch
from service.domain.errors import DomainError
from service.domain.room import Step, StepKind
from service.domain.room.agenda import SetAgenda
from service.domain.room.agenda_edits import added, dropped, joined, moved
from service.usecases.find_agenda import find_agenda
from service.usecases.find_people import find_people
from service.usecases.gather_inputs import gather_inputs
from service.usecases.perform_act import perform_act
from service.usecases.remove_agenda_template import remove_agenda_template
from service.usecases.save_agenda_template import save_agenda_template
from service.web.call import Call, this_call
from service.web.rooms.acts import refused
from service.web.rooms.desk import draw_desk
from service.web.rooms.live import look
from service.web.rooms.routes import fragment

COLUMNS = ("step_id", "kind", "title", "minutes", "cue", "source")


@fragment("/<session_id>/people")
def people(session_id: str) -> str:
    """Answer with people whose name matches, as choices."""
    call, query = this_call(), request.args.get("person_query", "").strip()
    if not query:
        return ""
    project_key = look(call, session_id).facts.teams[0].project_key
    asked = PeopleSearch().load({"query": query, "project_key": project_key})
    found = find_people(parts=call.parts, site_id=call.site_id, **asked)
    return render_template("rooms/desk/people_found.html", people=found, query=query)


@fragment("/<session_id>/agenda", "POST")
def edit_agenda(session_id: str) -> Response:
    """Take over the whole agenda as it stands in the form, with one thing changed."""
    call = this_call()
    try:
        steps = _changed(call, session_id, _typed_steps())
        _set_agenda(call, session_id, steps)
    except (ValidationError, DomainError) as error:
        return refused(error)
    return _desk(call, session_id, doing="agenda", said="Agenda saved")


@fragment("/<session_id>/templates", "POST")
def save_template(session_id: str) -> Response:
    """Keep the agenda under a name."""
    call = this_call()
    try:
        name = request.form.get("name", "")
        save_agenda_template(parts=call.parts, site_id=call.site_id, by=call.person(), session_id=session_id, name=name)
    except DomainError as error:
        return refused(error)
    return _desk(call, session_id, doing="agenda", said="Template saved")


@fragment("/<session_id>/templates/<template_id>/remove", "POST")
def remove_template(session_id: str, template_id: str) -> Response:
    """Stop keeping an agenda."""
    call = this_call()
    call.person()
    remove_agenda_template(parts=call.parts, site_id=call.site_id, template_id=template_id)
    return _desk(call, session_id, doing="agenda", said="Template removed")


@fragment("/<session_id>/gather", "POST")
def gather(session_id: str) -> Response:
    """Gather the facts now."""
    call = this_call()
    call.person()
    try:
        gather_inputs(parts=call.parts, site_id=call.site_id, session_id=session_id)
    except (DomainError, ProductError) as error:
        return refused(error)
    response = make_response("", 204)
    response.headers["HX-Trigger"] = json.dumps({"northstar:changed": "", "northstar:said": "Facts gathered"})
    return response


def _typed_steps() -> tuple[Step, ...]:
    rows = zip(*(request.form.getlist(name) for name in COLUMNS), strict=False)
    try:
        return tuple(
            Step(id=id, kind=StepKind(kind), title=title.strip()[:120], minutes=int(minutes), cue=cue, source=source)
            for id, kind, title, minutes, cue, source in rows
        )
    except ValueError as error:
        raise ValidationError({"minutes": ["Give every step whole minutes."]}) from error


def _changed(call: Call, session_id: str, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    doing, _, what = request.form.get("do", "save").partition(":")
    match doing:
        case "up" | "down":
            return moved(steps=steps, step_id=what, places=-1 if doing == "up" else 1)
        case "remove":
            return dropped(steps=steps, step_id=what)
        case "add":
            return added(steps=steps, kind=StepKind(request.form.get("new_kind", "notes")))
        case "use" | "join":
            session = look(call, session_id).room.session
            source = request.form.get("from", "")
            other = find_agenda(parts=call.parts, site_id=call.site_id, session=session, source=source)
            return other if doing == "use" else joined(steps=steps, further=other)
    return steps


def _set_agenda(call: Call, session_id: str, steps: tuple[Step, ...]) -> None:
    perform_act(
        parts=call.parts,
        site_id=call.site_id,
        by=call.person(),
        session_id=session_id,
        act_id=call.parts.new_id(),
        act=SetAgenda(steps=steps),
    )


def _desk(call: Call, session_id: str, *, doing: str, said: str) -> Response:
    response = make_response(draw_desk(look(call, session_id), doing=doing), 200)
    response.headers["HX-Trigger"] = json.dumps({"northstar:changed": "", "northstar:said": said})
    return response
