"""Check-ins over HTTP."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint
from marshmallow import ValidationError

from schemas.api.checkins import Checkin, IdempotencyKey, MilestonesDone, NewCheckin
from service.domain.confidence import ConfidenceScale, to_probability
from service.domain.model import CheckinSource, Status
from service.usecases.complete_milestones import complete_milestones as complete
from service.usecases.list_checkins import list_checkins as every
from service.usecases.record_checkin import record_checkin as record
from service.web.api.routing import Answer, Operation, Request, route

KEY_HEADER = "Idempotency-Key"

checkins = Blueprint("api_checkins", __name__)


@route(
    checkins,
    "/key-results/<key_result_id>/check-ins",
    Operation(method="GET", summary="List a key result's check-ins", gives=Checkin, many=True),
)
def list_checkins(request: Request, key_result_id: str) -> object:
    """Return the check-ins of a key result, oldest first."""
    return every(**request.scope, key_result_id=key_result_id)


@route(
    checkins,
    "/key-results/<key_result_id>/check-ins",
    Operation(
        method="POST",
        summary="Check in: a value at an instant",
        takes=NewCheckin,
        headers=IdempotencyKey,
        gives=Checkin,
        status=201,
    ),
)
def record_checkin(request: Request, key_result_id: str) -> object:
    """Record a check-in; a repeated Idempotency-Key answers 200 with the first one."""
    words: dict[str, object] = {"source": CheckinSource(request.body["source"]), **on_its_scale(request.body)}
    if request.body["status"] is not None:
        words["status"] = Status(request.body["status"])
    key = request.headers["idempotency_key"]
    if words["source"] is CheckinSource.PUSH and key is None:
        raise ValidationError(
            {KEY_HEADER: ["A push needs this header: a machine that repeats a call must not count twice."]}
        )
    recorded = record(**request.authored, key_result_id=key_result_id, key=key, **{**request.body, **words})
    return Answer(body=recorded.checkin, status=201 if recorded.created else 200)


@route(
    checkins,
    "/key-results/<key_result_id>/milestones",
    Operation(
        method="POST",
        summary="Say which milestones are done",
        takes=MilestonesDone,
        headers=IdempotencyKey,
        gives=Checkin,
        status=201,
    ),
)
def complete_milestones(request: Request, key_result_id: str) -> object:
    """Check in the milestones that are done; the value is their share."""
    key = request.headers["idempotency_key"]
    recorded = complete(**request.authored, key_result_id=key_result_id, key=key, **request.body)
    return Answer(body=recorded.checkin, status=201 if recorded.created else 200)


def on_its_scale(body: Mapping[str, Any]) -> dict[str, object]:
    """Return the confidence of a body as a probability, and the scale it was given on. Source: requirements 3.5."""
    given, named = body["confidence"], body["confidence_scale"]
    scale = None if named is None else ConfidenceScale(named)
    if given is None or scale is None:
        return {"confidence": given, "confidence_scale": scale}
    return {"confidence": to_probability(given=given, scale=scale), "confidence_scale": scale}
