"""What everybody in a room sees: the bar with the clock and the stage of the running step. Answered with 304 while nobody acts."""

import hashlib

from flask import Response, current_app, make_response, render_template, request

from service.domain.room import SessionState
from service.usecases.read_room import RoomView, read_room
from service.usecases.read_room_seq import read_room_seq
from service.web.call import Call, this_call
from service.web.fragments.region import templates_hash
from service.web.rooms.routes import fragment
from service.web.rooms.screens import stage_words
from service.web.rooms.shared import SharedViews, seen_by


@fragment("/<session_id>/live")
def live(session_id: str) -> Response:
    """Answer with the room as it stands, or 304 when the caller has it already."""
    call = this_call()
    seq = read_room_seq(parts=call.parts, site_id=call.site_id, session_id=session_id)
    etag = _etag(seq, call.person())
    if request.if_none_match.contains_weak(etag):
        response = make_response("", 304)
    else:
        shelf: SharedViews = current_app.extensions.setdefault("northstar_rooms", SharedViews())
        shared = shelf.take((call.site_id, session_id), seq=seq, read=lambda: look(call, session_id))
        view = seen_by(shared, viewer=call.person(), now=call.parts.now())
        etag = _etag(view.room.session.seq, view.viewer)
        response = make_response(draw(view))
    response.set_etag(etag)
    return response


@fragment("/<session_id>")
def shell(session_id: str) -> str:
    """Answer with the whole room, to be put in the place of another view."""
    return draw_shell(look(this_call(), session_id))


def look(call: Call, session_id: str) -> RoomView:
    """Return the room as the caller may see it."""
    return read_room(parts=call.parts, site_id=call.site_id, session_id=session_id, viewer=call.person())


def draw(view: RoomView) -> str:
    """Return the live region."""
    return render_template("rooms/live.html", **_words(view), etag=_etag(view.room.session.seq, view.viewer))


def draw_shell(view: RoomView) -> str:
    """Return the room with its live region; the desk is fetched by the page."""
    return render_template("rooms/shell.html", **_words(view), etag=_etag(view.room.session.seq, view.viewer))


def screen(view: RoomView) -> str:
    """Return the name of the stage and desk to show: lobby before, after afterwards, else the running step's kind."""
    if view.room.session.state is SessionState.BOOKED:
        return "lobby"
    return view.step.kind.value if view.step else "after"


def desk_key(view: RoomView) -> str:
    """Return what the desk depends on: a page whose desk has another key fetches it again."""
    step = view.step.id if view.step else ""
    here = view.seat.role if view.seat and view.seat.is_present else "-"
    return f"{screen(view)}.{step}.{here}"


def _words(view: RoomView) -> dict[str, object]:
    return {"view": view, "room": view.room, "screen": screen(view), "desk_key": desk_key(view), **stage_words(view)}


def _etag(seq: int, viewer: str) -> str:
    return f"{seq}-{hashlib.sha256(f'{viewer} {templates_hash()}'.encode()).hexdigest()[:16]}"
