"""Book a session, and the list of a cycle's sessions."""

from datetime import UTC, datetime
from typing import Any

from flask import Response, render_template, request

from schemas.api.sessions import NewSession
from service.domain.presets import PRESETS
from service.domain.room import Scope, SessionKind, Trigger
from service.domain.room.planned_window import planned_window
from service.usecases.book_session import book_session
from service.usecases.list_sessions import list_sessions
from service.usecases.list_teams import list_teams
from service.usecases.read_cycle import read_cycle
from service.web.call import Call, this_call
from service.web.doctrines import doctrine_names
from service.web.forms.form import show, submit
from service.web.rooms.live import draw_shell, look
from service.web.rooms.routes import fragment

KINDS = (
    ("planning", "Planning: objectives, key results, owners, initiatives"),
    ("workshop", "Workshop: objectives and key results"),
    ("strategy", "Strategy meeting: the direction"),
    ("mid_cycle", "Mid-cycle review"),
    ("retrospective", "Retrospective"),
)
SCOPES = (("team", "Teams"), ("company", "Company"), ("both", "Company and teams"))
TRIGGERS = (
    ("quarterly_planning", "A new quarter is to be planned"),
    ("annual_translation", "The year's strategy is to be translated"),
    ("team_alignment", "Teams must be brought into line"),
    ("scaling", "We are early, or growing fast"),
    ("nothing_changed", "Nothing has changed"),
)


@fragment("/cycles/<cycle_id>")
def sessions(cycle_id: str) -> str:
    """Answer with a cycle's sessions."""
    call = this_call()
    cycle = read_cycle(parts=call.parts, site_id=call.site_id, cycle_id=cycle_id)
    found = list_sessions(parts=call.parts, site_id=call.site_id, cycle_id=cycle_id)
    teams = {team.id: team for team in list_teams(parts=call.parts, site_id=call.site_id)}
    return render_template("rooms/sessions.html", cycle=cycle, sessions=found, teams=teams, kinds=dict(KINDS))


@fragment("/cycles/<cycle_id>/booking")
def show_booking(cycle_id: str) -> str:
    """Show the form that books a session."""
    return show("rooms/booking.html", _choices(this_call(), cycle_id), values={"kind": "planning"})


@fragment("/cycles/<cycle_id>/booking", "POST")
def book(cycle_id: str) -> Response:
    """Book a session and answer with its room, in the place of the list."""
    call, made = this_call(), list[str]()

    def act(new: dict[str, Any]) -> None:
        new |= {"kind": SessionKind(new["kind"]), "scope": Scope(new["scope"]), "trigger": Trigger(new["trigger"])}
        new["team_ids"] = tuple(new["team_ids"])
        booked = book_session(parts=call.parts, site_id=call.site_id, by=call.person(), cycle_id=cycle_id, **new)
        made.append(booked.id)

    answer = submit(
        "rooms/booking.html", _choices(call, cycle_id), schema=NewSession, act=act, read=_read, said="Session booked"
    )
    if made:
        answer.set_data(draw_shell(look(call, made[0])))
        answer.headers["HX-Retarget"] = "#view"
        answer.headers["HX-Reswap"] = "outerHTML"
    return answer


def _read(typed: dict[str, str]) -> dict[str, Any]:
    return {**typed, "team_ids": request.form.getlist("team_ids"), "starts_at": _instant(typed)}


def _instant(typed: dict[str, str]) -> str:
    """Return the typed local hour with the browser's offset. Units: `zone_minutes` is minutes west of UTC, as browsers say it."""
    try:
        local = datetime.fromisoformat(typed.get("starts_at", "")).replace(tzinfo=UTC)
        return datetime.fromtimestamp(local.timestamp() + 60 * int(typed.get("zone_minutes", "0")), UTC).isoformat()
    except (ValueError, OverflowError):
        return typed.get("starts_at", "")


def _choices(call: Call, cycle_id: str) -> dict[str, object]:
    cycle = read_cycle(parts=call.parts, site_id=call.site_id, cycle_id=cycle_id)
    windows = [(each.name, planned_window(preset=each, cycle=cycle)) for each in PRESETS.values()]
    presets = list(doctrine_names(call).items())
    earlier = list_sessions(parts=call.parts, site_id=call.site_id, cycle_id=cycle_id)
    return {
        "kinds": KINDS,
        "scopes": SCOPES,
        "triggers": TRIGGERS,
        "teams": list_teams(parts=call.parts, site_id=call.site_id),
        "presets": [("", "The team's own"), *presets],
        "earlier": [("", "None"), *((each.id, each.title) for each in earlier)],
        "windows": [(name, window) for name, window in windows if window],
        "chosen": request.form.getlist("team_ids"),
    }
