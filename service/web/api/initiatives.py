"""Initiatives over HTTP: the issues linked to a key result."""

from flask import Blueprint

from schemas.api.initiatives import Issue, NewInitiatives
from service.domain.model import LinkSource
from service.usecases.link_initiatives import link_initiatives as link
from service.usecases.list_initiatives import list_initiatives as every
from service.usecases.unlink_initiative import unlink_initiative as unlink
from service.web.api.routing import Operation, Request, route

initiatives = Blueprint("api_initiatives", __name__)


@route(
    initiatives,
    "/key-results/<key_result_id>/initiatives",
    Operation(method="GET", summary="List a key result's initiatives", gives=Issue, many=True),
)
def list_initiatives(request: Request, key_result_id: str) -> object:
    """Return the issues linked to a key result."""
    return every(**request.scope, key_result_id=key_result_id)


@route(
    initiatives,
    "/key-results/<key_result_id>/initiatives",
    Operation(
        method="POST", summary="Link one issue or several", takes=NewInitiatives, gives=Issue, many=True, status=201
    ),
)
def link_initiative(request: Request, key_result_id: str) -> object:
    """Link an issue, or several at once, and return the key result's initiatives."""
    wanted = request.body.get("issues") or [request.body["issue"]]
    link(**request.authored, key_result_id=key_result_id, issues=wanted, source=LinkSource.API)
    return every(**request.scope, key_result_id=key_result_id)


@route(
    initiatives,
    "/key-results/<key_result_id>/initiatives/<issue>",
    Operation(method="DELETE", summary="Unlink an issue", status=204),
)
def unlink_initiative(request: Request, key_result_id: str, issue: str) -> object:
    """Take the link away; the issue itself is untouched."""
    unlink(**request.authored, key_result_id=key_result_id, issue=issue)
    return None
