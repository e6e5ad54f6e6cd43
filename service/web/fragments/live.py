"""The addresses of the live regions."""

from flask import Blueprint, Response, render_template, request

from connect.inbound.guards import accepts
from connect.site import TokenKind
from service.usecases.read_setup import read_setup
from service.web.call import this_call
from service.web.fragments.region import answer
from service.web.fragments.views import board_view, macro_view, objective_view, panel_view, setup_view

live = Blueprint("live", __name__, url_prefix="/ui/fragments")


@live.get("/board")
@accepts(TokenKind.CONTEXT_TOKEN)
def board() -> Response:
    """Answer with a cycle's board; the current cycle unless `cycle` names another."""
    call = this_call()
    return answer(call, board_view(call, cycle_id=request.args.get("cycle")))


@live.get("/objectives/<objective_id>")
@accepts(TokenKind.CONTEXT_TOKEN)
def objective(objective_id: str) -> Response:
    """Answer with one objective in full."""
    call = this_call()
    return answer(call, objective_view(call, objective_id=objective_id))


@live.get("/panel")
@accepts(TokenKind.CONTEXT_TOKEN)
def panel() -> Response:
    """Answer with what an issue has to do with key results."""
    issue_id, issue_key = request.args.get("issue_id", ""), request.args.get("issue_key", "")
    call = this_call()
    return answer(call, panel_view(call, issue_id=issue_id, issue_key=issue_key))


@live.get("/macro")
@accepts(TokenKind.CONTEXT_TOKEN)
def macro() -> Response:
    """Answer with one objective for a Confluence page."""
    call = this_call()
    return answer(call, macro_view(call, named=request.args.get("objective", "")))


@live.get("/setup")
@accepts(TokenKind.CONTEXT_TOKEN)
def setup() -> Response:
    """Answer with the set-up page's shell."""
    call = this_call()
    return answer(call, setup_view(call))


@live.get("/setup/checks")
@accepts(TokenKind.CONTEXT_TOKEN)
def setup_checks() -> str:
    """Ask Jira and Confluence what is ready, and say what is missing by name."""
    call = this_call()
    return render_template("fragments/setup_checks.html", setup=read_setup(parts=call.parts, site_id=call.site_id))
