"""The check-in: value, confidence, note, in under half a minute."""

from collections.abc import Sequence
from typing import Any

from flask import Response, request

from schemas.api.base import number
from schemas.api.checkins import HUMAN_STATUSES, MilestonesDone, NewCheckin
from service.domain.confidence import ConfidenceScale
from service.domain.model import Checkin, CheckinSource, Direction, Milestone, MilestoneShape, Status
from service.usecases.complete_milestones import complete_milestones
from service.usecases.list_checkins import list_checkins
from service.usecases.read_key_result import read_key_result
from service.usecases.record_checkin import record_checkin
from service.web.call import Call, this_call
from service.web.forms.form import percent_to_share, show, submit
from service.web.forms.routes import form_view
from service.web.texts.states import status_word

NAMED = "milestones done: "
STATUSES = (("", "As computed"), *((word, status_word(Status(word))) for word in HUMAN_STATUSES))


class TypedCheckin(NewCheckin):
    """A check-in on a page: whoever checks in says the value."""

    value = number(required=True)


class TypedRatio(NewCheckin):
    """A check-in of a ratio says both of its parts; the value follows."""

    numerator = number(required=True)
    denominator = number(required=True)


@form_view("/key-results/<key_result_id>/check-in", "GET")
def show_checkin(key_result_id: str) -> str:
    """Show the check-in, filled with where the key result stands."""
    context = _context(this_call(), key_result_id)
    return show("forms/checkin.html", context, values=context["filled"])


@form_view("/key-results/<key_result_id>/check-in", "POST")
def check_in(key_result_id: str) -> Response:
    """Record a check-in."""
    call = this_call()
    context = _context(call, key_result_id)
    if context["milestones"]:
        return _complete(call, key_result_id, context)
    return submit(
        "forms/checkin.html",
        context,
        schema=TypedRatio if context["key_result"].direction is Direction.RATIO else TypedCheckin,
        act=lambda new: record_checkin(
            parts=call.parts,
            site_id=call.site_id,
            by=call.person(),
            key_result_id=key_result_id,
            value=new["value"],
            confidence=new["confidence"],
            confidence_scale=ConfidenceScale.PERCENT,
            note=new["note"],
            projection=new["projection"],
            status=Status(new["status"]) if new["status"] else None,
            numerator=new["numerator"],
            denominator=new["denominator"],
            source=CheckinSource.HUMAN,
        ),
        read=lambda typed: percent_to_share(typed, "confidence"),
        said="Check-in saved",
    )


def _complete(call: Call, key_result_id: str, context: dict[str, Any]) -> Response:
    return submit(
        "forms/checkin.html",
        {**context, "done": request.form.getlist("done")},
        schema=MilestonesDone,
        act=lambda new: complete_milestones(
            parts=call.parts, site_id=call.site_id, by=call.person(), key_result_id=key_result_id, **new
        ),
        read=lambda typed: {**percent_to_share(typed, "confidence"), "done": request.form.getlist("done")},
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
    shape = key_result.shape
    milestones = shape.milestones if isinstance(shape, MilestoneShape) else ()
    return {
        "key_result": key_result,
        "last": last,
        "milestones": milestones,
        "done": _done(milestones, history),
        "statuses": STATUSES,
        "filled": filled,
    }


def _done(milestones: Sequence[Milestone], history: Sequence[Checkin]) -> set[str]:
    """Return the ids of the milestones that the last check-in named; without one, those that were done from the start."""
    said = next((one.provenance for one in reversed(history) if (one.provenance or "").startswith(NAMED)), None)
    if said is None:
        return {each.id for each in milestones if each.done_on is not None}
    named = f", {said.removeprefix(NAMED)}, "
    return {each.id for each in milestones if f", {each.title}, " in named}
