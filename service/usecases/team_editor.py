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
    if by is not None and not _may_edit_in(parts, site_id, by, team.project_key):
        raise Forbidden(
            f"Jira shows the app no project {team.project_key}, so nobody can speak for {team.name}. Correct the team's project."
        )


def require_team_changer(*, parts: Needs, site_id: str, by: str | None, before: Team, after: Team) -> None:
    """Refuse a person who may not edit issues in the project a team has, or in the one it gets.

    A project that is gone binds nobody: else its team could never be given another one. Raises: Forbidden, ProductError.
    """
    if by is None:
        return
    _may_edit_in(parts, site_id, by, before.project_key)
    if after.project_key != before.project_key:
        require_team_editor(parts=parts, site_id=site_id, by=by, team=after)


def _may_edit_in(parts: Needs, site_id: str, by: str, project_key: str) -> bool:
    """Refuse a person who may not edit there; False where the app is shown no such project."""
    try:
        project = parts.jira(site_id).project(key=project_key)
    except NotFound:
        return False
    require_permission(
        parts=parts,
        site_id=site_id,
        by=by,
        permission="EDIT_ISSUES",
        thing=f"the project {project_key}",
        project_id=project.id,
    )
    return True
