"""Forms about objectives: create, edit, cancel, connect to an epic."""

from flask import Response, request

from schemas.api.because import Because
from schemas.api.objectives import Mapping, NewObjective, ObjectiveChange
from service.domain.errors import NotThere
from service.domain.model import ObjectiveState
from service.usecases.cancel_objective import cancel_objective
from service.usecases.create_objective import create_objective
from service.usecases.edit_objective import edit_objective
from service.usecases.list_objectives import list_objectives
from service.usecases.list_teams import list_teams
from service.usecases.map_objective import map_objective
from service.usecases.read_objective import read_objective
from service.web.because import because
from service.web.call import Call, this_call
from service.web.forms.because import why_choices, with_notified
from service.web.forms.form import show, submit
from service.web.forms.routes import form_view


@form_view("/cycles/<cycle_id>/objective", "GET")
def show_objective(cycle_id: str) -> str:
    """Show the form that creates an objective."""
    call = this_call()
    return show("forms/objective.html", _choices(call, cycle_id), values={"team_id": request.args.get("team_id", "")})


@form_view("/cycles/<cycle_id>/objective", "POST")
def create_an_objective(cycle_id: str) -> Response:
    """Create an objective."""
    call = this_call()
    return submit(
        "forms/objective.html",
        _choices(call, cycle_id),
        schema=NewObjective,
        act=lambda new: create_objective(parts=call.parts, site_id=call.site_id, by=call.person(), **new),
        read=lambda typed: {**typed, "cycle_id": cycle_id},
        said="Objective created",
    )


@form_view("/objectives/<objective_id>/edit", "GET")
def show_objective_edit(objective_id: str) -> str:
    """Show an objective's words for editing."""
    call = this_call()
    objective = read_objective(parts=call.parts, site_id=call.site_id, objective_id=objective_id).objective
    values = {"title": objective.title, "why": objective.why, "parent_id": objective.parent_id or ""}
    choices = _choices(call, objective.cycle_id, without=objective_id)
    return show("forms/objective_edit.html", choices, values=values)


@form_view("/objectives/<objective_id>/edit", "POST")
def edit_an_objective(objective_id: str) -> Response:
    """Change an objective's words; its epic follows."""
    call = this_call()
    objective = read_objective(parts=call.parts, site_id=call.site_id, objective_id=objective_id).objective
    return submit(
        "forms/objective_edit.html",
        _choices(call, objective.cycle_id, without=objective_id),
        schema=ObjectiveChange,
        act=lambda new: edit_objective(
            parts=call.parts, site_id=call.site_id, by=call.person(), objective_id=objective_id, **new
        ),
        # An emptied field is a change too: the why goes away, the parent too.
        read=lambda typed: {"title": "", "why": "", **typed, "parent_id": typed.get("parent_id")},
        said="Objective changed",
    )


@form_view("/objectives/<objective_id>/cancel", "GET")
def show_objective_cancel(objective_id: str) -> str:
    """Ask before an objective is cancelled."""
    call = this_call()
    view = read_objective(parts=call.parts, site_id=call.site_id, objective_id=objective_id)
    why = why_choices(call, objective_id)
    return show("forms/cancel.html", {"noun": "objective", "title": view.objective.title, **why})


@form_view("/objectives/<objective_id>/cancel", "POST")
def cancel_an_objective(objective_id: str) -> Response:
    """Cancel an objective."""
    call = this_call()
    return submit(
        "forms/cancel.html",
        {"noun": "objective", **why_choices(call, objective_id)},
        schema=Because,
        act=lambda new: cancel_objective(
            parts=call.parts,
            site_id=call.site_id,
            by=call.person(),
            objective_id=objective_id,
            because=because(new),
        ),
        read=with_notified,
        said="Objective cancelled",
    )


@form_view("/objectives/<objective_id>/epic", "GET")
def show_epic(objective_id: str) -> str:
    """Show the choice between a new epic and one that exists."""
    return show("forms/epic.html", _project(this_call(), objective_id))


@form_view("/objectives/<objective_id>/epic", "POST")
def connect_an_epic(objective_id: str) -> Response:
    """Create the objective's epic or adopt the one named."""
    call = this_call()
    return submit(
        "forms/epic.html",
        _project(call, objective_id),
        schema=Mapping,
        act=lambda new: map_objective(
            parts=call.parts, site_id=call.site_id, by=call.person(), objective_id=objective_id, adopt=new["adopt"]
        ),
        read=lambda typed: {"adopt": typed["adopt"].upper()} if "adopt" in typed else {},
        said="Connected to its epic",
    )


def _project(call: Call, objective_id: str) -> dict[str, str]:
    view = read_objective(parts=call.parts, site_id=call.site_id, objective_id=objective_id)
    return {"project_key": view.team.project_key, "title": view.objective.title}


def _choices(call: Call, cycle_id: str, *, without: str = "") -> dict[str, list[tuple[str, str]]]:
    teams = list_teams(parts=call.parts, site_id=call.site_id)
    if not teams:
        raise NotThere("There is no team yet; add one first.")
    others = list_objectives(parts=call.parts, site_id=call.site_id, cycle_id=cycle_id)
    parents = [(one.id, one.title) for one in others if one.id != without and one.state is ObjectiveState.ACTIVE]
    return {"teams": [(team.id, team.name) for team in teams], "parents": [("", "None"), *parents]}
