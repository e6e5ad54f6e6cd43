"""Your own place in a room: the forms of the running step. Fetched again when the step or your role changes, never under your hands."""

from flask import render_template, request

from service.usecases.read_room import RoomView
from service.web.call import this_call
from service.web.rooms.live import desk_key, look, screen
from service.web.rooms.routes import fragment
from service.web.rooms.screens import desk_words, is_beside


@fragment("/<session_id>/desk")
def desk(session_id: str) -> str:
    """Answer with the desk of the caller; `edit` names a thing on the stage to change."""
    view = look(this_call(), session_id)
    return draw_desk(view, editing=request.args.get("edit", ""), doing=request.args.get("do", ""))


def draw_desk(view: RoomView, *, editing: str = "", doing: str = "") -> str:
    """Return the desk."""
    words: dict[str, object] = {"view": view, "room": view.room, "screen": screen(view), "desk_key": desk_key(view)}
    words["is_beside"] = is_beside(view)
    words["ways_back"] = [
        (step.id, step.title)
        for step in view.room.agenda.steps
        if view.room.agenda.has_run(step.id) and step != view.step
    ]
    return render_template(
        "rooms/desk.html", **words, editing=editing, doing=doing, **desk_words(view, editing=editing)
    )
