"""Who speaks for a team where no epic is concerned: whoever may edit issues in its Jira project."""

from connect.errors import NotFound
from service.domain.errors import Forbidden
from service.domain.model import Team
from service.usecases.needs import Needs
from service.usecases.sync.permission import require_permission


def require_team_editor(*, parts: Needs, site_id: str, by: str | None, team: Team) -> None:
    """Refuse a person who may not edit issues in the team's project. Costs at most two requests.

    Raises: Forbidden, ProductError.
    """
    if by is None:
        return
    try:
        project = parts.jira(site_id).project(key=team.project_key)
    except NotFound as error:
        raise Forbidden(
            f"Jira shows the app no project {team.project_key}, so nobody can speak for {team.name}. Correct the team's project."
        ) from error
    require_permission(
        parts=parts,
        site_id=site_id,
        by=by,
        permission="EDIT_ISSUES",
        thing=f"the project {team.project_key}",
        project_id=project.id,
    )
