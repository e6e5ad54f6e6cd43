"""The board over HTTP."""

from flask import Blueprint

from schemas.api.board import Board, BoardQuery
from service.usecases.read_board import read_board as read
from service.web.api.routing import Operation, Request, route

board = Blueprint("api_board", __name__)


@route(board, "/board", Operation(method="GET", summary="Read a whole cycle", query=BoardQuery, gives=Board))
def read_board(request: Request) -> object:
    """Return a cycle with every number; an empty object if there is no cycle yet."""
    return read(**request.scope, cycle_id=request.query["cycle_id"], forecasts=True) or {}
