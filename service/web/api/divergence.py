"""Effort beside outcome over HTTP."""

from flask import Blueprint

from schemas.api.divergence import Allowance, DivergenceQuery, NewAllowance, TeamDivergence
from service.usecases.declare_allowance import declare_allowance as declare
from service.usecases.read_divergence import read_divergence as read
from service.web.api.routing import Operation, Request, route

divergence = Blueprint("api_divergence", __name__)


@route(
    divergence,
    "/teams/<team_id>/divergence",
    Operation(
        method="GET", summary="Set a team's work against its numbers", query=DivergenceQuery, gives=TeamDivergence
    ),
)
def read_divergence(request: Request, team_id: str) -> object:
    """Return quadrants and the work that serves no key result."""
    return read(**request.scope, team_id=team_id, cycle_id=request.query["cycle_id"])


@route(
    divergence,
    "/teams/<team_id>/allowance",
    Operation(method="PUT", summary="Declare how much work runs the business", takes=NewAllowance, gives=Allowance),
)
def declare_allowance(request: Request, team_id: str) -> object:
    """Declare the share a team may finish without a key result."""
    return declare(**request.authored, team_id=team_id, share=request.body["share"])
