"""The second opinion over HTTP."""

from flask import Blueprint

from schemas.api.second_opinion import SecondOpinion, SecondOpinionQuery
from service.usecases.read_second_opinion import read_second_opinion as read
from service.web.api.routing import Operation, Request, route

second_opinion = Blueprint("api_second_opinion", __name__)


@route(
    second_opinion,
    "/second-opinion",
    Operation(
        method="GET", summary="Grade a team's set under every doctrine", query=SecondOpinionQuery, gives=SecondOpinion
    ),
)
def read_second_opinion(request: Request) -> object:
    """Return the verdict matrix, where the doctrines part, and the flip list."""
    return read(**request.scope, **request.query)
