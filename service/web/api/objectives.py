"""Objectives over HTTP."""

from flask import Blueprint

from schemas.api.because import Because
from schemas.api.board import ObjectiveView
from schemas.api.changes import LedgerEntry
from schemas.api.objectives import Carry, Mapping, NewObjective, Objective, ObjectiveChange, ObjectiveQuery
from service.usecases.cancel_objective import cancel_objective as cancel
from service.usecases.carry_objective import carry_objective as carry
from service.usecases.create_objective import create_objective as create
from service.usecases.edit_objective import edit_objective as edit
from service.usecases.list_changes import list_changes as changes
from service.usecases.list_objectives import list_objectives as every
from service.usecases.map_objective import map_objective as give_epic
from service.usecases.read_objective import read_objective as read
from service.web.api.routing import Operation, Request, route
from service.web.because import because

objectives = Blueprint("api_objectives", __name__)


@route(
    objectives,
    "/objectives",
    Operation(method="GET", summary="List a cycle's objectives", query=ObjectiveQuery, gives=Objective, many=True),
)
def list_objectives(request: Request) -> object:
    """Return the objectives of a cycle."""
    return every(**request.scope, cycle_id=request.query["cycle_id"])


@route(
    objectives,
    "/objectives",
    Operation(method="POST", summary="Create an objective", takes=NewObjective, gives=Objective, status=201),
)
def create_objective(request: Request) -> object:
    """Create an objective; map it to an epic with a second call."""
    return create(**request.authored, **request.body)


@route(
    objectives,
    "/objectives/<objective_id>",
    Operation(method="GET", summary="Read an objective with its numbers", gives=ObjectiveView),
)
def read_objective(request: Request, objective_id: str) -> object:
    """Return an objective, its key results and what follows from them."""
    return read(**request.scope, objective_id=objective_id, forecasts=True)


@route(
    objectives,
    "/objectives/<objective_id>",
    Operation(method="PATCH", summary="Change an objective", takes=ObjectiveChange, gives=Objective),
)
def edit_objective(request: Request, objective_id: str) -> object:
    """Change what is named; leave the rest. A new title follows on the epic."""
    return edit(**request.authored, objective_id=objective_id, **request.body)


@route(
    objectives,
    "/objectives/<objective_id>/cancel",
    Operation(method="POST", summary="Cancel an objective and say why", takes=Because, gives=Objective),
)
def cancel_objective(request: Request, objective_id: str) -> object:
    """Cancel an objective; its history stays."""
    return cancel(**request.authored, objective_id=objective_id, because=because(request.body))


@route(
    objectives,
    "/objectives/<objective_id>/map",
    Operation(method="POST", summary="Give an objective its epic", takes=Mapping, gives=Objective),
)
def map_objective(request: Request, objective_id: str) -> object:
    """Create an epic for the objective, or adopt the one named."""
    return give_epic(**request.authored, objective_id=objective_id, adopt=request.body["adopt"])


@route(
    objectives,
    "/objectives/<objective_id>/carry",
    Operation(method="POST", summary="Carry forward into another cycle", takes=Carry, gives=Objective, status=201),
)
def carry_objective(request: Request, objective_id: str) -> object:
    """Begin an unfinished objective anew in another cycle, with its epic and its open work."""
    return carry(**request.authored, objective_id=objective_id, cycle_id=request.body["cycle_id"])


@route(
    objectives,
    "/objectives/<objective_id>/changes",
    Operation(method="GET", summary="List every change of its promises", gives=LedgerEntry, many=True),
)
def list_changes(request: Request, objective_id: str) -> object:
    """Return what the ledger says of an objective and its key results, oldest first."""
    return changes(**request.scope, objective_id=objective_id)
