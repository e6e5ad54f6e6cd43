"""Make an epic an objective in one step: what a person does from the epic's own panel."""

from service.domain.model import Objective
from service.usecases.create_objective import create_objective
from service.usecases.map_objective import map_objective
from service.usecases.needs import Needs
from service.usecases.sync.epics import adoptable_epic


def adopt_epic(
    *,
    parts: Needs,
    site_id: str,
    by: str | None,
    issue: str,
    cycle_id: str,
    team_id: str,
    title: str,
    why: str = "",
    parent_id: str | None = None,
    position: int | None = None,
) -> Objective:
    """Create an objective that has the issue (id or key) as its epic; refuse before anything is created.

    Raises: what `create_objective` and `map_objective` raise.
    """
    draft = Objective(id=parts.new_id(), cycle_id=cycle_id, team_id=team_id, title=title)
    adoptable_epic(parts=parts, site_id=site_id, by=by, objective=draft, adopt=issue)
    created = create_objective(
        parts=parts,
        site_id=site_id,
        by=by,
        cycle_id=cycle_id,
        team_id=team_id,
        title=title,
        why=why,
        parent_id=parent_id,
        position=position,
    )
    return map_objective(parts=parts, site_id=site_id, by=by, objective_id=created.id, adopt=issue)
