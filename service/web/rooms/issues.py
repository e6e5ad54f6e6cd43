"""Issues to link as initiatives, found by their words while somebody types on the desk."""

from flask import render_template, request

from service.usecases.find_issues import find_issues
from service.web.call import this_call
from service.web.rooms.live import look
from service.web.rooms.routes import fragment


@fragment("/<session_id>/issues/<key_result_id>")
def issues(session_id: str, key_result_id: str) -> str:
    """Answer with issues of the team's project that say what was typed."""
    call = this_call()
    view = look(call, session_id)
    draft = view.room.drafts.key_result(key_result_id)
    objective = view.room.drafts.objective(draft.objective_id) if draft else None
    team = view.facts.team(objective.team_id) if objective else None
    words = request.args.get("issue_query", "")
    found = find_issues(
        parts=call.parts,
        site_id=call.site_id,
        by=call.person(),
        words=words,
        project_key=team.project_key if team else "",
    )
    return render_template("rooms/issues.html", room=view.room, key_result_id=key_result_id, issues=found, query=words)
