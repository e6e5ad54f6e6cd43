"""Measured histories over HTTP."""

from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint

from schemas.api.because import Because
from schemas.api.history import DoNothing, History
from schemas.api.key_results import KeyResult
from service.domain import history as domain
from service.domain.errors import NotThere
from service.usecases.ask_for_history import ask_for_history as ask
from service.usecases.read_do_nothing import read_do_nothing as judge
from service.usecases.read_history import read_history as read
from service.usecases.take_baseline import take_baseline as take
from service.web.api.routing import Operation, Request, route
from service.web.because import because

histories = Blueprint("api_histories", __name__)


@dataclass(frozen=True, slots=True)
class _Point:
    at: datetime
    value: float


@route(
    histories,
    "/key-results/<key_result_id>/history",
    Operation(method="POST", summary="Measure a key result's history in the background", status=202),
)
def ask_for_history(request: Request, key_result_id: str) -> object:
    """Accept the wish; a number whose past cannot be known is refused at once."""
    ask(**request.authored, key_result_id=key_result_id)
    return None


@route(
    histories,
    "/key-results/<key_result_id>/history",
    Operation(method="GET", summary="Read a key result's measured history", gives=History),
)
def read_history(request: Request, key_result_id: str) -> object:
    """Return the history measured last; 404 until one was."""
    found = read(**request.scope, key_result_id=key_result_id)
    if found is None:
        raise NotThere("No history was measured yet; ask for it with POST and look again in a minute.")
    return _shown(found)


@route(
    histories,
    "/key-results/<key_result_id>/do-nothing",
    Operation(method="GET", summary="Say what happens if nobody does anything", gives=DoNothing),
)
def read_do_nothing(request: Request, key_result_id: str) -> object:
    """Return the verdict of the do-nothing test."""
    return judge(**request.scope, key_result_id=key_result_id)


@route(
    histories,
    "/key-results/<key_result_id>/baseline",
    Operation(method="POST", summary="Take the measured value as baseline", takes=Because, gives=KeyResult),
)
def take_baseline(request: Request, key_result_id: str) -> object:
    """Set the baseline to the latest measured value; a running cycle asks for a reason."""
    return take(**request.authored, key_result_id=key_result_id, because=because(request.body))


def _shown(found: domain.History) -> dict[str, object]:
    return {
        "points": [_Point(at, value) for at, value in found.points],
        "asked": found.asked,
        "measured_at": found.measured_at,
        "issue_count": found.issue_count,
        "digest": found.digest,
        "provenance": found.provenance,
        "notes": found.notes,
    }
