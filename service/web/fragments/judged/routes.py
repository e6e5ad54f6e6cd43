"""The addresses of the instruments' pieces."""

from flask import Blueprint, Response, render_template, request

from connect.inbound.guards import accepts
from connect.site import TokenKind
from service.web.call import this_call
from service.web.fragments.judged.alignment import alignment_view
from service.web.fragments.judged.challenge import challenge_view, key_result_challenge_view
from service.web.fragments.judged.effort import effort_context, effort_view
from service.web.fragments.judged.second_opinion import second_opinion_view
from service.web.fragments.judged.sufficiency import sufficiency_view
from service.web.fragments.region import answer

judged = Blueprint("judged", __name__, url_prefix="/ui/fragments")


@judged.get("/objectives/<objective_id>/challenge")
@accepts(TokenKind.CONTEXT_TOKEN)
def challenge(objective_id: str) -> Response:
    """Answer with every key result of an objective challenged; `kr` names the one to open."""
    call = this_call()
    return answer(call, challenge_view(call, objective_id=objective_id, chosen=request.args.get("kr", "")))


@judged.get("/key-results/<key_result_id>/challenge")
@accepts(TokenKind.CONTEXT_TOKEN)
def key_result_challenge(key_result_id: str) -> Response:
    """Answer with one key result challenged, without the head of a page."""
    call = this_call()
    return answer(call, key_result_challenge_view(call, key_result_id=key_result_id))


@judged.get("/objectives/<objective_id>/sufficiency")
@accepts(TokenKind.CONTEXT_TOKEN)
def sufficiency(objective_id: str) -> Response:
    """Answer with whether an objective's key results suffice."""
    call = this_call()
    return answer(call, sufficiency_view(call, objective_id=objective_id, bare=_is_bare()))


@judged.get("/objectives/<objective_id>/effort")
@accepts(TokenKind.CONTEXT_TOKEN)
def effort(objective_id: str) -> Response:
    """Answer with the shell of an objective's effort and outcome."""
    call = this_call()
    return answer(call, effort_view(call, objective_id=objective_id, bare=_is_bare()))


@judged.get("/cycles/<cycle_id>/teams/<team_id>/effort")
@accepts(TokenKind.CONTEXT_TOKEN)
def effort_answer(cycle_id: str, team_id: str) -> str:
    """Ask Jira what was finished, and set it beside the numbers; `objective` narrows it to one."""
    chosen = request.args.get("objective", "")
    found = effort_context(this_call(), team_id=team_id, cycle_id=cycle_id, objective_id=chosen)
    return render_template("fragments/effort_answer.html", **found)


@judged.get("/cycles/<cycle_id>/alignment")
@accepts(TokenKind.CONTEXT_TOKEN)
def alignment(cycle_id: str) -> Response:
    """Answer with what the plans of a cycle do to each other; `team` narrows it to one."""
    call = this_call()
    team_id = request.args.get("team", "")
    return answer(call, alignment_view(call, cycle_id=cycle_id, team_id=team_id, bare=_is_bare()))


@judged.get("/cycles/<cycle_id>/second-opinion")
@accepts(TokenKind.CONTEXT_TOKEN)
def second_opinion(cycle_id: str) -> Response:
    """Answer with a team's set under every doctrine."""
    call = this_call()
    team_id = request.args.get("team", "")
    return answer(call, second_opinion_view(call, cycle_id=cycle_id, team_id=team_id, bare=_is_bare()))


def _is_bare() -> bool:
    return request.args.get("bare", "").lower() in ("1", "true")
