"""Key results over HTTP."""

from typing import Any

from flask import Blueprint

from schemas.api.because import Because
from schemas.api.key_results import KeyResult, KeyResultChange, NewKeyResult, Owner, TrackerChange
from service.domain.model import Commitment, Direction, TrackerKind, Waypoint
from service.domain.shape_texts import shape_from_data
from service.usecases.add_key_result import add_key_result as add
from service.usecases.assign_owner import assign_owner as assign
from service.usecases.cancel_key_result import cancel_key_result as cancel
from service.usecases.change_tracker import change_tracker as track
from service.usecases.edit_key_result import edit_key_result as edit
from service.usecases.list_key_results import list_key_results as every
from service.web.api.routing import Operation, Request, route
from service.web.because import because, without_because

key_results = Blueprint("api_key_results", __name__)


@route(
    key_results,
    "/objectives/<objective_id>/key-results",
    Operation(method="GET", summary="List an objective's key results", gives=KeyResult, many=True),
)
def list_key_results(request: Request, objective_id: str) -> object:
    """Return the key results of an objective in their order."""
    return every(**request.scope, objective_id=objective_id)


@route(
    key_results,
    "/objectives/<objective_id>/key-results",
    Operation(method="POST", summary="Add a key result", takes=NewKeyResult, gives=KeyResult, status=201),
)
def add_key_result(request: Request, objective_id: str) -> object:
    """Add a key result; it takes the next free KR field unless `field` names another."""
    return add(**request.authored, objective_id=objective_id, **with_words(dict(request.body)))


@route(
    key_results,
    "/key-results/<key_result_id>",
    Operation(method="PATCH", summary="Change a key result", takes=KeyResultChange, gives=KeyResult),
)
def edit_key_result(request: Request, key_result_id: str) -> object:
    """Change what is named; leave the rest."""
    changes = with_words(without_because(request.body))
    return edit(**request.authored, key_result_id=key_result_id, changes=changes, because=because(request.body))


@route(
    key_results,
    "/key-results/<key_result_id>/cancel",
    Operation(method="POST", summary="Cancel a key result and say why", takes=Because, gives=KeyResult),
)
def cancel_key_result(request: Request, key_result_id: str) -> object:
    """Cancel a key result; it leaves every denominator, its history stays."""
    return cancel(**request.authored, key_result_id=key_result_id, because=because(request.body))


@route(
    key_results,
    "/key-results/<key_result_id>/tracker",
    Operation(method="PUT", summary="Change where the value comes from", takes=TrackerChange, gives=KeyResult),
)
def change_tracker(request: Request, key_result_id: str) -> object:
    """Replace the tracker; what was checked in stays with the provenance it had."""
    tracker = with_words(without_because(request.body))
    return track(**request.authored, key_result_id=key_result_id, **tracker, because=because(request.body))


@route(
    key_results,
    "/key-results/<key_result_id>/owner",
    Operation(method="PUT", summary="Name the one accountable owner", takes=Owner, gives=KeyResult),
)
def assign_owner(request: Request, key_result_id: str) -> object:
    """Name the owner: an active account that may see the epic."""
    owner = request.body["account_id"]
    return assign(**request.authored, key_result_id=key_result_id, owner=owner, because=because(request.body))


def with_words(body: dict[str, Any]) -> dict[str, Any]:
    """Return `body` with its closed words as the domain's enumerations."""
    if "direction" in body:
        body["direction"] = Direction(body["direction"])
    if "tracker_kind" in body:
        body["tracker_kind"] = TrackerKind(body["tracker_kind"])
    if body.get("commitment") is not None:
        body["commitment"] = Commitment(body["commitment"])
    if body.get("shape") is not None:
        body["shape"] = shape_from_data(data=body["shape"])
    if "path" in body:
        body["path"] = tuple(Waypoint(**each) for each in body["path"])
    return body
