"""Create a unit that owns objectives."""

from service.domain.model import Team, TeamKind
from service.domain.plans import clean_title
from service.domain.presets.own import derived_presets
from service.domain.teams import require_name, require_team
from service.usecases.needs import Needs


def create_team(
    *,
    parts: Needs,
    site_id: str,
    by: str | None,  # noqa: ARG001
    name: str,
    kind: TeamKind,
    project_key: str,
    parent_id: str | None = None,
    preset: str | None = None,
) -> Team:
    """Create a team.

    Raises: TitleInvalid, TeamNameTaken, TeamParentMissing, PresetUnknown.
    """
    team = Team(
        id=parts.new_id(),
        name=clean_title(title=name, field="name"),
        kind=kind,
        project_key=project_key.strip().upper(),
        parent_id=parent_id,
        preset=preset,
    )
    with parts.store.transaction() as tx:
        teams = tx.teams.list(site_id=site_id)
        require_name(team=team, teams=teams)
        derived = derived_presets(own=tx.own_presets.list(site_id=site_id))
        require_team(team=team, teams=teams, derived=derived)
        tx.teams.add(site_id=site_id, item=team)
    return team
