"""Accept or decline what another team asks for."""

from service.domain.errors import NotThere
from service.domain.synthesis import Request, answered
from service.usecases.needs import Needs
from service.usecases.team_editor import require_team_editor


def answer_request(
    *, parts: Needs, site_id: str, by: str | None, cycle_id: str, request_id: str, accepts: bool, reason: str = ""
) -> Request:
    """Answer for the team that is asked; whoever edits issues in its project may.

    Raises: NotThere, Forbidden, ReasonMissing, RequestAnswered, ProductError.
    """
    asked = _find(parts, site_id, cycle_id, request_id)
    with parts.store.reading() as tx:
        team = tx.teams.get(site_id=site_id, id=asked.other_team_id)
    require_team_editor(parts=parts, site_id=site_id, by=by, team=team)
    with parts.store.transaction() as tx:
        tx.cycles.get(site_id=site_id, id=cycle_id, for_update=True)
        current = tx.requests.find(site_id=site_id, cycle_id=cycle_id, id=request_id) or asked
        answer = answered(request=current, accepts=accepts, by=by, at=parts.now(), reason=reason)
        tx.requests.put(site_id=site_id, request=answer)
    return answer


def _find(parts: Needs, site_id: str, cycle_id: str, request_id: str) -> Request:
    with parts.store.reading() as tx:
        tx.cycles.get(site_id=site_id, id=cycle_id)
        found = tx.requests.find(site_id=site_id, cycle_id=cycle_id, id=request_id)
    if found is None:
        raise NotThere(f"there is no request {request_id!r} in this cycle; run the synthesis again and reload the list")
    return found
