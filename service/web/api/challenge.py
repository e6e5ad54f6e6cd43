"""The Challenger over HTTP."""

from dataclasses import asdict

from flask import Blueprint

from schemas.api.challenge import (
    AnsweredChallenge,
    Challenge,
    ChallengeRequest,
    Dismissal,
    Guardrail,
    GuardrailReading,
    NewDismissal,
    NewGuardrail,
    NewGuardrailReading,
)
from service.domain.challenge import Answer, FieldHint, Loophole
from service.domain.challenge import Challenge as Challenged
from service.domain.model import Direction
from service.usecases.accept_guardrail import accept_guardrail as accept
from service.usecases.challenge_text import challenge_text as challenge_sentence
from service.usecases.dismiss_loophole import dismiss_loophole as dismiss
from service.usecases.list_guardrail_readings import list_guardrail_readings as readings
from service.usecases.read_challenge import read_challenge as read
from service.usecases.record_guardrail import record_guardrail as record
from service.web.api.routing import Operation, Request, route

challenge = Blueprint("api_challenge", __name__)


@route(
    challenge,
    "/challenge",
    Operation(method="POST", summary="Challenge a sentence", takes=ChallengeRequest, gives=Challenge),
)
def challenge_text(request: Request) -> object:
    """Name the ways to hit the number and hurt the business."""
    return _challenge(challenge_sentence(**{**request.body, "direction": _direction(request.body["direction"])}))


@route(
    challenge,
    "/key-results/<key_result_id>/challenge",
    Operation(method="GET", summary="Read a key result's challenge with its answers", gives=AnsweredChallenge),
)
def read_challenge(request: Request, key_result_id: str) -> object:
    """Return the loopholes, what was made of them, and the guarded score."""
    found = read(**request.scope, key_result_id=key_result_id)
    return {
        "challenge": _challenge(found.challenge),
        "answers": [_answer(each) for each in found.answers],
        "guardrails": found.guardrails,
        "dismissals": found.dismissals,
        "guarded": found.guarded,
    }


@route(
    challenge,
    "/key-results/<key_result_id>/guardrails",
    Operation(method="POST", summary="Accept a guardrail", takes=NewGuardrail, gives=Guardrail, status=201),
)
def accept_guardrail(request: Request, key_result_id: str) -> object:
    """Keep a bound; a query is asked at once."""
    body = {**request.body, "bound": _direction(request.body["bound"])}
    return accept(**request.authored, key_result_id=key_result_id, **body)


@route(
    challenge,
    "/key-results/<key_result_id>/dismissals",
    Operation(
        method="POST", summary="Dismiss a loophole with a reason", takes=NewDismissal, gives=Dismissal, status=201
    ),
)
def dismiss_loophole(request: Request, key_result_id: str) -> object:
    """Keep why it is no danger here."""
    return dismiss(**request.authored, key_result_id=key_result_id, **request.body)


@route(
    challenge,
    "/guardrails/<guardrail_id>/readings",
    Operation(method="GET", summary="List a guardrail's values", gives=GuardrailReading, many=True),
)
def list_guardrail_readings(request: Request, guardrail_id: str) -> object:
    """Return the values, oldest first."""
    return readings(**request.scope, guardrail_id=guardrail_id)


@route(
    challenge,
    "/guardrails/<guardrail_id>/readings",
    Operation(method="POST", summary="Say a guardrail's value", takes=NewGuardrailReading, gives=Guardrail, status=201),
)
def record_guardrail(request: Request, guardrail_id: str) -> object:
    """Append a value and return the guardrail with it."""
    return record(**request.authored, guardrail_id=guardrail_id, **request.body)


def _direction(name: str | None) -> Direction | None:
    return None if name is None else Direction(name)


def _challenge(found: Challenged) -> dict[str, object]:
    metric = found.metric
    return {
        "family": None if metric.family is None else metric.family.key,
        "kind": metric.kind,
        "movement": metric.movement,
        "is_leading": metric.is_leading,
        "loopholes": [_loophole(each) for each in found.loopholes],
    }


def _answer(found: Answer) -> dict[str, object]:
    return {
        "loophole": _loophole(found.loophole),
        "guardrails": found.guardrails,
        "dismissal": found.dismissal,
        "is_open": found.is_open,
    }


def _loophole(found: Loophole) -> dict[str, object]:
    source = found.counter.source
    counter = {**asdict(found.counter), "jql": None, "jql_of": None, "field": None}
    if isinstance(source, FieldHint):
        counter["field"] = source.name
    else:
        counter |= {"jql": source.query, "jql_of": source.of}
    return {"id": found.id, "how": found.how, "counter": counter}
