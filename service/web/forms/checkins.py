"""The check-in: value, confidence, note, in under half a minute."""

from typing import Any

from flask import Response

from schemas.api.base import number
from schemas.api.checkins import NewCheckin
from service.domain.model import CheckinSource, Direction
from service.usecases.list_checkins import list_checkins
from service.usecases.read_key_result import read_key_result
from service.usecases.record_checkin import record_checkin
from service.web.call import Call, this_call
from service.web.forms.form import percent_to_share, show, submit
from service.web.forms.routes import form_view


class TypedCheckin(NewCheckin):
    """A check-in on a page: whoever checks in says the value."""

    value = number(required=True)


@form_view("/key-results/<key_result_id>/check-in", "GET")
def show_checkin(key_result_id: str) -> str:
    """Show the check-in, filled with where the key result stands."""
    context = _context(this_call(), key_result_id)
    return show("forms/checkin.html", context, values=context["filled"])


@form_view("/key-results/<key_result_id>/check-in", "POST")
def check_in(key_result_id: str) -> Response:
    """Record a check-in."""
    call = this_call()
    return submit(
        "forms/checkin.html",
        _context(call, key_result_id),
        schema=TypedCheckin,
        act=lambda new: record_checkin(
            parts=call.parts,
            site_id=call.site_id,
            by=call.person(),
            key_result_id=key_result_id,
            value=new["value"],
            confidence=new["confidence"],
            note=new["note"],
            source=CheckinSource.HUMAN,
        ),
        read=lambda typed: percent_to_share(typed, "confidence"),
        said="Check-in saved",
    )


def _context(call: Call, key_result_id: str) -> dict[str, Any]:
    key_result = read_key_result(parts=call.parts, site_id=call.site_id, key_result_id=key_result_id)
    history = list_checkins(parts=call.parts, site_id=call.site_id, key_result_id=key_result_id)
    last = max(history, key=lambda one: (one.at, one.recorded_at or one.at), default=None)
    confidence = next(
        (one.confidence for one in reversed(history) if one.confidence is not None), key_result.confidence
    )
    filled = {
        "value": "" if last is None or last.value is None else f"{last.value:.12g}",
        "confidence": "50" if confidence is None else f"{confidence * 100:.0f}",
    }
    return {
        "key_result": key_result,
        "last": last,
        "binary": key_result.direction is Direction.BINARY,
        "filled": filled,
    }
