"""Sealed votes of confidence over HTTP, and what they turned out to be worth."""

from flask import Blueprint

from schemas.api.votes import Calibration, CalibrationQuery, Reveal, Seal, VoteRound
from service.usecases.close_votes import close_votes as close
from service.usecases.list_votes import list_votes as every
from service.usecases.read_calibration import read_calibration as calibrate
from service.usecases.reveal_vote import reveal_vote as reveal
from service.usecases.seal_vote import seal_vote as seal
from service.web.api.routing import Operation, Request, route

votes = Blueprint("api_votes", __name__)
ROUND = "/key-results/<key_result_id>/votes/<round_name>"


@route(
    votes,
    "/key-results/<key_result_id>/votes",
    Operation(method="GET", summary="List the rounds of votes", gives=VoteRound, many=True),
)
def list_votes(request: Request, key_result_id: str) -> object:
    """Return the rounds of a key result; votes are shown once their round is closed."""
    return every(**request.scope, by=request.call.by, key_result_id=key_result_id)


@route(votes, ROUND, Operation(method="PUT", summary="Seal your vote of confidence", takes=Seal, gives=VoteRound))
def seal_vote(request: Request, key_result_id: str, round_name: str) -> object:
    """Seal a vote; the first one opens the round."""
    return seal(**request.authored, key_result_id=key_result_id, round_name=round_name, seal=request.body["seal"])


@route(votes, ROUND + "/reveal", Operation(method="POST", summary="Reveal your vote", takes=Reveal, gives=VoteRound))
def reveal_vote(request: Request, key_result_id: str, round_name: str) -> object:
    """Open your own seal."""
    return reveal(**request.authored, key_result_id=key_result_id, round_name=round_name, **request.body)


@route(votes, ROUND + "/close", Operation(method="POST", summary="Close a round of votes", gives=VoteRound))
def close_votes(request: Request, key_result_id: str, round_name: str) -> object:
    """Close a round; its median and range are shown from then on."""
    return close(**request.authored, key_result_id=key_result_id, round_name=round_name)


@route(
    votes,
    "/teams/<team_id>/calibration",
    Operation(method="GET", summary="What a team's confidence is worth", query=CalibrationQuery, gives=Calibration),
)
def read_calibration(request: Request, team_id: str) -> object:
    """Return the record of a team over closed cycles."""
    return calibrate(**request.scope, team_id=team_id, confidence=request.query["confidence"])
