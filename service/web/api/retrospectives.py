"""Retrospectives over HTTP."""

from flask import Blueprint

from schemas.api.retrospectives import Answers, LookBack, Retrospective
from service.domain.retrospective import Question
from service.usecases.list_retrospectives import list_learnings as before
from service.usecases.list_retrospectives import list_retrospectives as every
from service.usecases.write_retrospective import write_retrospective as write
from service.web.api.routing import Operation, Request, route

retrospectives = Blueprint("api_retrospectives", __name__)


@route(
    retrospectives,
    "/cycles/<cycle_id>/retrospectives",
    Operation(method="GET", summary="List how teams looked back on a cycle", gives=LookBack, many=True),
)
def list_retrospectives(request: Request, cycle_id: str) -> object:
    """Return what the teams said about a cycle."""
    return every(**request.scope, cycle_id=cycle_id)


@route(
    retrospectives,
    "/cycles/<cycle_id>/learnings",
    Operation(method="GET", summary="What each team learned before this cycle", gives=LookBack, many=True),
)
def list_learnings(request: Request, cycle_id: str) -> object:
    """Return each team's last retrospective before a cycle, to plan it with."""
    return before(**request.scope, cycle_id=cycle_id)


@route(
    retrospectives,
    "/cycles/<cycle_id>/teams/<team_id>/retrospective",
    Operation(method="PUT", summary="Answer the four questions", takes=Answers, gives=Retrospective),
)
def write_retrospective(request: Request, cycle_id: str, team_id: str) -> object:
    """Keep a team's answers about a cycle."""
    answers = {Question(name): answer for name, answer in request.body.items()}
    return write(**request.authored, cycle_id=cycle_id, team_id=team_id, answers=answers)
