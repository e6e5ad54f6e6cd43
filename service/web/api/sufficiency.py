"""Sufficiency over HTTP."""

from flask import Blueprint

from schemas.api.sufficiency import NewSufficiencyVote, SuccessStatement, Sufficiency, SufficiencyVote
from service.domain.sufficiency import Driver
from service.usecases.check_sufficiency import check_sufficiency as check
from service.usecases.state_success import state_success as state
from service.usecases.vote_sufficiency import vote_sufficiency as vote
from service.web.api.routing import Operation, Request, route

sufficiency = Blueprint("api_sufficiency", __name__)


@route(
    sufficiency,
    "/objectives/<objective_id>/sufficiency",
    Operation(method="GET", summary="Ask whether the key results suffice", gives=Sufficiency),
)
def check_sufficiency(request: Request, objective_id: str) -> object:
    """Return proof, counter-example or an honest "cannot tell"; and the coverage matrix."""
    return check(**request.scope, objective_id=objective_id)


@route(
    sufficiency,
    "/objectives/<objective_id>/success-condition",
    Operation(method="PUT", summary="State when an objective is reached", takes=SuccessStatement, gives=Sufficiency),
)
def state_success(request: Request, objective_id: str) -> object:
    """Keep the formula and judge it."""
    drivers = [Driver(**each) for each in request.body["drivers"]]
    return state(**request.authored, objective_id=objective_id, formula=request.body["formula"], drivers=drivers)


@route(
    sufficiency,
    "/objectives/<objective_id>/sufficiency-votes",
    Operation(
        method="POST", summary="Vote on sufficiency", takes=NewSufficiencyVote, gives=SufficiencyVote, status=201
    ),
)
def vote_sufficiency(request: Request, objective_id: str) -> object:
    """Keep one's own answer; a later one replaces it."""
    return vote(**request.authored, objective_id=objective_id, **request.body)
