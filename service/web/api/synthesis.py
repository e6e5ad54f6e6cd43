"""The Synthesizer over HTTP."""

from flask import Blueprint

from schemas.api.synthesis import Request as RequestShape
from schemas.api.synthesis import RequestAnswer, Synthesis
from service.usecases.answer_request import answer_request as answer
from service.usecases.read_synthesis import read_synthesis as read
from service.usecases.run_synthesis import run_synthesis as run
from service.web.api.routing import Operation, Request, route

synthesis = Blueprint("api_synthesis", __name__)


@route(
    synthesis,
    "/cycles/<cycle_id>/synthesis",
    Operation(method="POST", summary="Find what the plans of all teams do to each other", gives=Synthesis),
)
def run_synthesis(request: Request, cycle_id: str) -> object:
    """Walk Jira's links and return findings and requests."""
    return run(**request.scope, cycle_id=cycle_id)


@route(
    synthesis,
    "/cycles/<cycle_id>/synthesis",
    Operation(method="GET", summary="Read the last synthesis of a cycle", gives=Synthesis),
)
def read_synthesis(request: Request, cycle_id: str) -> object:
    """Return what was found last, without what was accepted since."""
    return read(**request.scope, cycle_id=cycle_id)


@route(
    synthesis,
    "/cycles/<cycle_id>/requests/<request_id>/answer",
    Operation(method="POST", summary="Accept or decline a request", takes=RequestAnswer, gives=RequestShape),
)
def answer_request(request: Request, cycle_id: str, request_id: str) -> object:
    """Answer for the team that is asked."""
    return answer(**request.authored, cycle_id=cycle_id, request_id=request_id, **request.body)
