"""The pages. Their live regions are those of `fragments/`, so a page is complete at its first answer."""

from flask import Blueprint, render_template, request
from markupsafe import Markup

from connect.inbound.guards import accepts
from connect.site import TokenKind
from service.domain.errors import NotThere
from service.web.call import this_call
from service.web.fragments.region import shown
from service.web.fragments.tabs import cycle_tab, objective_tab
from service.web.fragments.views import board_view, macro_view, panel_view, setup_view
from service.web.headers import frame_this_page
from service.web.rooms.live import draw_shell, look

pages = Blueprint("pages", __name__, url_prefix="/ui", template_folder="../templates")


@pages.get("/home")
@accepts(TokenKind.IFRAME_REQUEST)
def home() -> str:
    """Show the current cycle, or what the address names: an objective by its epic's key or its id, a planning session by its id.

    `view` names the tab to begin with: challenge, sufficiency or effort of an objective; alignment or second-opinion of a cycle.
    """
    frame_this_page()
    call, named, refused = this_call(), request.args.get("objective", "").strip(), ""
    tab, session_id = request.args.get("view", "").strip(), request.args.get("session", "").strip()
    if session_id:
        try:
            room = Markup(draw_shell(look(call, session_id)))  # noqa: S704  rendered by an escaping template
            return render_template("pages/home.html", region=room, refused="")
        except NotThere as error:
            refused = error.message
    if named:
        try:
            view = objective_tab(call, named=named, tab=tab)
        except NotThere as error:
            view, refused = board_view(call), error.message
    else:
        view = cycle_tab(call, tab=tab)
    return render_template("pages/home.html", region=shown(call, view).html, refused=refused)


@pages.get("/panel")
@accepts(TokenKind.IFRAME_REQUEST)
def panel() -> str:
    """Show what an issue has to do with the cycle's key results."""
    frame_this_page()
    call, issue_id, issue_key = this_call(), request.args.get("issueId", ""), request.args.get("issueKey", "")
    region = shown(call, panel_view(call, issue_id=issue_id, issue_key=issue_key))
    return render_template("pages/embedded.html", title="OKRs", region=region.html)


@pages.get("/macro")
@accepts(TokenKind.IFRAME_REQUEST)
def macro() -> str:
    """Show one objective on a Confluence page."""
    frame_this_page()
    call = this_call()
    region = shown(call, macro_view(call, named=request.args.get("objective", "")))
    return render_template("pages/embedded.html", title="Objective", region=region.html)


@pages.get("/setup")
@accepts(TokenKind.IFRAME_REQUEST)
def setup() -> str:
    """Show what is ready and what an admin still has to do."""
    frame_this_page()
    call = this_call()
    return render_template("pages/home.html", region=shown(call, setup_view(call)).html)
