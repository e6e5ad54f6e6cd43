"""Create an objective; its epic comes with `map_objective`."""

from service.domain.model import Objective
from service.domain.plans import clean_title, require_open
from service.usecases.changed import mark_changed, wake
from service.usecases.needs import Needs


def create_objective(
    *,
    parts: Needs,
    site_id: str,
    by: str | None,  # noqa: ARG001
    cycle_id: str,
    team_id: str,
    title: str,
    why: str = "",
    parent_id: str | None = None,
    position: int | None = None,
    carried_from_id: str | None = None,
    id: str | None = None,
) -> Objective:
    """Create an objective of a team in a cycle; without a position it comes last. `id` is that of its draft, if it has one.

    Raises: NotThere (cycle, team or parent), PlanClosed, TitleInvalid.
    """
    clean = clean_title(title=title)
    with parts.store.transaction() as tx:
        cycle = tx.cycles.get(site_id=site_id, id=cycle_id)
        team = tx.teams.get(site_id=site_id, id=team_id)
        last = tx.objectives.next_position(site_id=site_id, cycle_id=cycle_id)
        objective = Objective(
            id=id or parts.new_id(),
            cycle_id=cycle.id,
            team_id=team.id,
            title=clean,
            why=why.strip(),
            parent_id=parent_id,
            position=last if position is None else position,
            carried_from_id=carried_from_id,
        )
        require_open(cycle=cycle, objective=objective)
        if parent_id is not None:
            parent = tx.objectives.get(site_id=site_id, id=parent_id)
            require_open(cycle=tx.cycles.get(site_id=site_id, id=parent.cycle_id), objective=parent)
        tx.objectives.add(site_id=site_id, item=objective)
        wakes = mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(objective.id,))
    wake(parts=parts, wakes=wakes)
    return objective
