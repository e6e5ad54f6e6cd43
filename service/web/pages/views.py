"""The pages. Their live regions are those of `fragments/`, so a page is complete at its first answer."""

from flask import Blueprint, render_template, request

from connect.inbound.guards import accepts
from connect.site import TokenKind
from service.web.call import this_call
from service.web.fragments.views import board_region, macro_region, panel_region, setup_region
from service.web.headers import frame_this_page

pages = Blueprint("pages", __name__, url_prefix="/ui", template_folder="../templates")


@pages.get("/home")
@accepts(TokenKind.IFRAME_REQUEST)
def home() -> str:
    """Show the current cycle."""
    frame_this_page()
    return render_template("pages/home.html", region=board_region(this_call()).html)


@pages.get("/panel")
@accepts(TokenKind.IFRAME_REQUEST)
def panel() -> str:
    """Show what an issue has to do with the cycle's key results."""
    frame_this_page()
    issue_id, issue_key = request.args.get("issueId", ""), request.args.get("issueKey", "")
    region = panel_region(this_call(), issue_id=issue_id, issue_key=issue_key)
    return render_template("pages/embedded.html", title="OKRs", region=region.html)


@pages.get("/macro")
@accepts(TokenKind.IFRAME_REQUEST)
def macro() -> str:
    """Show one objective on a Confluence page."""
    frame_this_page()
    region = macro_region(this_call(), named=request.args.get("objective", ""))
    return render_template("pages/embedded.html", title="Objective", region=region.html)


@pages.get("/setup")
@accepts(TokenKind.IFRAME_REQUEST)
def setup() -> str:
    """Show what is ready and what an admin still has to do."""
    frame_this_page()
    return render_template("pages/home.html", region=setup_region(this_call()).html)
