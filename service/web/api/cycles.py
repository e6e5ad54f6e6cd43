"""Cycles over HTTP."""

from flask import Blueprint

from schemas.api.cycles import Cycle, CycleMove, NewCycle
from service.domain.errors import NotThere
from service.domain.model import CycleKind, CycleState
from service.jobs import PUBLISH_CYCLE
from service.usecases.create_cycle import create_cycle as create
from service.usecases.current_cycle import current_cycle as current
from service.usecases.list_cycles import list_cycles as every
from service.usecases.move_cycle import move_cycle as move
from service.web.api.routing import Operation, Request, route

cycles = Blueprint("api_cycles", __name__)


@route(cycles, "/cycles", Operation(method="GET", summary="List the cycles", gives=Cycle, many=True))
def list_cycles(request: Request) -> object:
    """Return every cycle of the site."""
    return every(**request.scope)


@route(cycles, "/cycles/current", Operation(method="GET", summary="Read the current cycle", gives=Cycle))
def current_cycle(request: Request) -> object:
    """Return the cycle that is under way; an empty object if there is none."""
    return current(**request.scope) or {}


@route(cycles, "/cycles", Operation(method="POST", summary="Create a cycle", takes=NewCycle, gives=Cycle, status=201))
def create_cycle(request: Request) -> object:
    """Create a cycle."""
    words = {"kind": CycleKind(request.body["kind"]), "state": CycleState(request.body["state"])}
    return create(**request.authored, **{**request.body, **words})


@route(
    cycles,
    "/cycles/<cycle_id>/state",
    Operation(method="PUT", summary="Move a cycle forward", takes=CycleMove, gives=Cycle),
)
def move_cycle(request: Request, cycle_id: str) -> object:
    """Move a cycle to its next state."""
    return move(**request.authored, cycle_id=cycle_id, state=CycleState(request.body["state"]))


@route(
    cycles, "/cycles/<cycle_id>/publish", Operation(method="POST", summary="Write the Confluence page now", status=202)
)
def publish_cycle(request: Request, cycle_id: str) -> object:
    """Ask for the cycle's Confluence page to be written."""
    known = {cycle.id for cycle in every(**request.scope)}
    if cycle_id not in known:
        raise NotThere("This site has no such cycle; list them at /api/v1/cycles.", field="cycle_id")
    request.call.parts.enqueue(PUBLISH_CYCLE, request.call.site_id, cycle_id)
    return None
