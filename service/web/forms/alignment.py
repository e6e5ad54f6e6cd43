"""Forms about what teams do to each other: run the Synthesizer, answer a request, declare an allowance."""

from flask import Response, request

from schemas.api.divergence import NewAllowance
from schemas.api.synthesis import RequestAnswer
from service.domain.errors import NotThere
from service.usecases.answer_request import answer_request
from service.usecases.ask_for_synthesis import ask_for_synthesis
from service.usecases.declare_allowance import declare_allowance
from service.usecases.read_synthesis import read_synthesis
from service.usecases.read_team import read_team
from service.web.call import Call, this_call
from service.web.forms.form import done, percent_to_share, show, submit
from service.web.forms.routes import form_view


@form_view("/cycles/<cycle_id>/synthesis", "POST")
def run(cycle_id: str) -> Response:
    """Let a worker compare the plans; the page shows what it finds."""
    call = this_call()
    call.person()
    ask_for_synthesis(parts=call.parts, site_id=call.site_id, cycle_id=cycle_id)
    return done("Comparing the plans; this takes up to a minute")


@form_view("/cycles/<cycle_id>/requests/<request_id>/answer", "GET")
def show_answer(cycle_id: str, request_id: str) -> str:
    """Show the form that accepts a request, or declines it with a reason."""
    return show("forms/request.html", _asked(this_call(), cycle_id, request_id))


@form_view("/cycles/<cycle_id>/requests/<request_id>/answer", "POST")
def answer(cycle_id: str, request_id: str) -> Response:
    """Answer for the team that is asked."""
    call = this_call()
    accepts = _accepts()
    return submit(
        "forms/request.html",
        _asked(call, cycle_id, request_id),
        schema=RequestAnswer,
        act=lambda new: answer_request(
            parts=call.parts,
            site_id=call.site_id,
            by=call.person(),
            cycle_id=cycle_id,
            request_id=request_id,
            **new,
        ),
        read=lambda typed: {**typed, "accepts": accepts},
        said="Accepted" if accepts else "Declined; the reason stays to be seen",
    )


@form_view("/teams/<team_id>/allowance", "GET")
def show_allowance(team_id: str) -> str:
    """Show the share of finished work that may run the business."""
    call = this_call()
    team = read_team(parts=call.parts, site_id=call.site_id, team_id=team_id)
    return show("forms/allowance.html", {"team": team}, values={"share": _stands()})


@form_view("/teams/<team_id>/allowance", "POST")
def declare(team_id: str) -> Response:
    """Declare the share."""
    call = this_call()
    return submit(
        "forms/allowance.html",
        {"team": read_team(parts=call.parts, site_id=call.site_id, team_id=team_id)},
        schema=NewAllowance,
        act=lambda new: declare_allowance(
            parts=call.parts, site_id=call.site_id, by=call.person(), team_id=team_id, **new
        ),
        read=lambda typed: percent_to_share(typed, "share"),
        said="Allowance declared",
    )


def _accepts() -> bool:
    return request.args.get("accepts") == "true"


def _stands() -> str:
    """Return the allowance that the page shows now, in percent, as the address carries it."""
    return request.args.get("stands", "")


def _asked(call: Call, cycle_id: str, request_id: str) -> dict[str, object]:
    every = read_synthesis(parts=call.parts, site_id=call.site_id, cycle_id=cycle_id).requests
    found = next((each for each in every if each.id == request_id), None)
    if found is None:
        raise NotThere("There is no such request in this cycle; run the comparison again.")
    return {
        "asked": found,
        "team": read_team(parts=call.parts, site_id=call.site_id, team_id=found.other_team_id),
        "accepts": _accepts(),
    }
