"""Getting a session ready over HTTP: gather the facts, keep its agenda under a name, fetch its calendar file."""

from flask import Blueprint

from schemas.api.sessions import AgendaTemplateDocument, GatheredPack, NewTemplate
from service.domain.room.log import plain
from service.usecases.gather_inputs import gather_inputs
from service.usecases.list_agenda_templates import list_agenda_templates as every
from service.usecases.read_room import read_room
from service.usecases.remove_agenda_template import remove_agenda_template as remove
from service.usecases.save_agenda_template import save_agenda_template as save
from service.web.api.routing import Operation, Request, route
from service.web.rooms.calendar_file import calendar_answer

preparation = Blueprint("api_preparation", __name__)


@route(
    preparation,
    "/sessions/<session_id>/inputs",
    Operation(method="POST", summary="Gather the facts a session stands on", gives=GatheredPack),
)
def gather_facts(request: Request, session_id: str) -> object:
    """Gather the facts anew and put them on the room's table."""
    return {"pack": plain(gather_inputs(**request.scope, session_id=session_id))}


@route(
    preparation,
    "/sessions/<session_id>/calendar",
    Operation(method="GET", summary="Fetch a session's calendar file", is_file=True),
)
def fetch_calendar(request: Request, session_id: str) -> object:
    """Return the session, its check-ins and its retrospective as a file for calendars."""
    return calendar_answer(read_room(**request.scope, session_id=session_id, viewer=request.call.person()))


@route(
    preparation,
    "/agenda-templates",
    Operation(method="GET", summary="List agendas kept under a name", gives=AgendaTemplateDocument, many=True),
)
def list_agenda_templates(request: Request) -> object:
    """Return the site's templates by name."""
    return every(**request.scope)


@route(
    preparation,
    "/sessions/<session_id>/agenda-template",
    Operation(
        method="POST", summary="Keep a session's agenda", takes=NewTemplate, gives=AgendaTemplateDocument, status=201
    ),
)
def save_agenda_template(request: Request, session_id: str) -> object:
    """Keep the steps under a name; a template of that name is replaced."""
    return save(**request.authored, session_id=session_id, name=request.body["name"])


@route(
    preparation,
    "/agenda-templates/<template_id>",
    Operation(method="DELETE", summary="Stop keeping an agenda", status=204),
)
def remove_agenda_template(request: Request, template_id: str) -> object:
    """Remove a template; sessions that used it keep their steps."""
    remove(**request.scope, template_id=template_id)
    return None
