"""Measuring a key result's past in Jira, and taking the baseline from it."""

from flask import Response

from schemas.api.because import Because
from service.usecases.ask_for_history import ask_for_history
from service.usecases.read_history import read_history
from service.usecases.read_key_result import read_key_result
from service.usecases.take_baseline import take_baseline
from service.web.because import because
from service.web.call import Call, this_call
from service.web.forms.because import why_choices, with_notified
from service.web.forms.form import done, show, submit
from service.web.forms.routes import form_view


@form_view("/key-results/<key_result_id>/history", "POST")
def measure(key_result_id: str) -> Response:
    """Let a worker measure the history; the page shows it when it is there."""
    call = this_call()
    ask_for_history(parts=call.parts, site_id=call.site_id, by=call.person(), key_result_id=key_result_id)
    return done("Reading the past from Jira; this takes up to a minute")


@form_view("/key-results/<key_result_id>/baseline", "GET")
def show_baseline(key_result_id: str) -> str:
    """Show the measured value that would become the baseline, with where it comes from."""
    return show("forms/baseline.html", _measured(this_call(), key_result_id))


@form_view("/key-results/<key_result_id>/baseline", "POST")
def take_the_baseline(key_result_id: str) -> Response:
    """Take the measured value as baseline; a running cycle asks for a reason."""
    call = this_call()
    return submit(
        "forms/baseline.html",
        _measured(call, key_result_id),
        schema=Because,
        act=lambda new: take_baseline(
            parts=call.parts,
            site_id=call.site_id,
            by=call.person(),
            key_result_id=key_result_id,
            because=because(new),
        ),
        read=with_notified,
        said="Baseline taken from the measured history",
    )


def _measured(call: Call, key_result_id: str) -> dict[str, object]:
    key_result = read_key_result(parts=call.parts, site_id=call.site_id, key_result_id=key_result_id)
    history = read_history(parts=call.parts, site_id=call.site_id, key_result_id=key_result_id)
    last = history.points[-1] if history and history.points else None
    return {
        "key_result": key_result,
        "history": history,
        "last": last,
        **why_choices(call, key_result.objective_id),
    }
