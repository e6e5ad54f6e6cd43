"""Planning sessions over HTTP: book, list, look into the room, and do in it whatever a person can do."""

from typing import Any

from flask import Blueprint

from schemas.api.acts import Performed
from schemas.api.sessions import NewSession, PlanningSession, RoomDocument
from service.domain.room import ACTS, Act, Scope, SessionKind, Trigger
from service.usecases.book_session import book_session as book
from service.usecases.list_sessions import list_sessions as every
from service.usecases.perform_act import perform_act as perform
from service.usecases.read_room import read_room as look
from service.web.api.routing import Operation, Request, View, route
from service.web.rooms.document import document
from service.web.rooms.shapes import act_of, schema_of

sessions = Blueprint("api_sessions", __name__)


@route(
    sessions,
    "/cycles/<cycle_id>/sessions",
    Operation(method="GET", summary="List a cycle's planning sessions", gives=PlanningSession, many=True),
)
def list_sessions(request: Request, cycle_id: str) -> object:
    """Return the sessions of a cycle."""
    return every(**request.scope, cycle_id=cycle_id)


@route(
    sessions,
    "/cycles/<cycle_id>/sessions",
    Operation(method="POST", summary="Book a session", takes=NewSession, gives=PlanningSession, status=201),
)
def book_session(request: Request, cycle_id: str) -> object:
    """Book a session; its room has an agenda at once."""
    words: dict[str, Any] = {
        **request.body,
        "kind": SessionKind(request.body["kind"]),
        "scope": Scope(request.body["scope"]),
        "trigger": Trigger(request.body["trigger"]),
        "team_ids": tuple(request.body["team_ids"]),
    }
    return book(**request.authored, cycle_id=cycle_id, **words)


@route(
    sessions,
    "/sessions/<session_id>",
    Operation(method="GET", summary="Look into a session's room", gives=RoomDocument),
)
def read_room(request: Request, session_id: str) -> object:
    """Return the room as the caller may see it."""
    return document(look(**request.scope, session_id=session_id, viewer=request.call.person()))


def _performs(kind: str, act: type[Act]) -> View:
    def view(request: Request, session_id: str) -> object:
        act_id, made = act_of(kind, request.body)
        room = perform(**request.authored, session_id=session_id, act_id=act_id, act=made)
        return {"seq": room.session.seq}

    view.__name__ = f"act_{kind}"
    view.__doc__ = act.__doc__
    return view


for _kind, _act in ACTS.items():
    if _act.by_system:
        continue
    route(
        sessions,
        f"/sessions/<session_id>/acts/{_kind}",
        Operation(method="POST", summary=_act.summary, takes=schema_of(_kind), gives=Performed),
    )(_performs(_kind, _act))
