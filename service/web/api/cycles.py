"""Cycles over HTTP."""

from flask import Blueprint

from schemas.api.cycles import Blocker, Cycle, CycleMove, CyclePage, NewCycle
from schemas.api.results import Results
from service.domain.model import CycleKind, CycleState
from service.jobs import PUBLISH_CYCLE
from service.usecases.create_cycle import create_cycle as create
from service.usecases.current_cycle import current_cycle as current
from service.usecases.cycle_blockers import cycle_blockers as in_the_way
from service.usecases.list_cycles import list_cycles as every
from service.usecases.move_cycle import move_cycle as move
from service.usecases.read_cycle import read_cycle as read
from service.usecases.read_cycle_page import read_cycle_page as read_page
from service.usecases.read_results import read_results as results
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


@route(cycles, "/cycles/<cycle_id>", Operation(method="GET", summary="Read a cycle", gives=Cycle))
def read_cycle(request: Request, cycle_id: str) -> object:
    """Return one cycle."""
    return read(**request.scope, cycle_id=cycle_id)


@route(cycles, "/cycles/<cycle_id>/page", Operation(method="GET", summary="Where its page is", gives=CyclePage))
def cycle_page(request: Request, cycle_id: str) -> object:
    """Return where the Confluence page is and what still waits to be written."""
    return read_page(**request.scope, cycle_id=cycle_id)


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
    state = CycleState(request.body["state"])
    return move(**request.authored, cycle_id=cycle_id, state=state, regardless=request.body["regardless"])


@route(
    cycles,
    "/cycles/<cycle_id>/blockers",
    Operation(method="GET", summary="What stands in the way of its next step", gives=Blocker, many=True),
)
def cycle_blockers(request: Request, cycle_id: str) -> object:
    """Return what must be put right, or waved through, before the cycle moves."""
    return in_the_way(**request.scope, cycle_id=cycle_id)


@route(
    cycles,
    "/cycles/<cycle_id>/results",
    Operation(method="GET", summary="How it ended, or would end now", gives=Results),
)
def read_results(request: Request, cycle_id: str) -> object:
    """Return every score against the original and the amended promise; sealed once the cycle is closed."""
    return results(**request.scope, cycle_id=cycle_id)


@route(
    cycles, "/cycles/<cycle_id>/publish", Operation(method="POST", summary="Write the Confluence page now", status=202)
)
def publish_cycle(request: Request, cycle_id: str) -> object:
    """Ask for the cycle's Confluence page to be written."""
    read(**request.scope, cycle_id=cycle_id)
    request.call.parts.enqueue(PUBLISH_CYCLE, request.call.site_id, cycle_id)
    return None
