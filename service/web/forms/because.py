"""The part of a form that asks why a promise changes, shown where the cycle runs."""

from collections.abc import Mapping
from typing import Any

from flask import request

from service.domain.model import CycleState
from service.usecases.read_cycle import read_cycle
from service.usecases.read_objective import read_objective
from service.web.call import Call
from service.web.texts.changes import REASON_WORDS

REASONS = (("", "Choose a reason"), *((reason.value, word) for reason, word in REASON_WORDS.items()))


def why_choices(call: Call, objective_id: str) -> dict[str, object]:
    """Return what `forms/because.html` needs; `reasons` is empty while the cycle is being planned."""
    view = read_objective(parts=call.parts, site_id=call.site_id, objective_id=objective_id)
    cycle = read_cycle(parts=call.parts, site_id=call.site_id, cycle_id=view.objective.cycle_id)
    owners = [one.key_result.owner for one in view.key_results]
    return {
        "reasons": () if cycle.state is CycleState.PLANNING else REASONS,
        "involved": tuple(dict.fromkeys(each for each in (*owners, call.by) if each)),
    }


def with_notified(typed: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was typed with every ticked person, of whom a plain reading keeps only the first."""
    told = [account for account in request.form.getlist("notified") if account]
    return {**typed, "notified": told} if told else dict(typed)
