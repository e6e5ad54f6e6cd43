"""Waivers over HTTP."""

from flask import Blueprint

from schemas.api.waivers import NewWaiver, Replacement, Waiver, WaiverQuery, WaiverView
from service.usecases.grant_waiver import grant_waiver as grant
from service.usecases.list_waivers import list_waivers as every
from service.usecases.replace_enabler import replace_enabler as replace
from service.web.api.routing import Operation, Request, route

waivers = Blueprint("api_waivers", __name__)


@route(
    waivers,
    "/waivers",
    Operation(method="GET", summary="List a cycle's enablers", query=WaiverQuery, gives=WaiverView, many=True),
)
def list_waivers(request: Request) -> object:
    """Return the waivers of a cycle, the next to expire first."""
    return every(**request.scope, cycle_id=request.query["cycle_id"])


@route(
    waivers,
    "/key-results/<key_result_id>/waiver",
    Operation(method="PUT", summary="Admit an output as an enabler", takes=NewWaiver, gives=Waiver),
)
def grant_waiver(request: Request, key_result_id: str) -> object:
    """Make a key result an enabler: outside every average, until it is delivered or the waiver expires."""
    return grant(**request.authored, key_result_id=key_result_id, **request.body)


@route(
    waivers,
    "/key-results/<key_result_id>/waiver/replacement",
    Operation(method="PUT", summary="Name the outcome in an enabler's place", takes=Replacement, gives=Waiver),
)
def replace_enabler(request: Request, key_result_id: str) -> object:
    """Name the outcome that the enabler made measurable."""
    return replace(**request.authored, key_result_id=key_result_id, **request.body)
