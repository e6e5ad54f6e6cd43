"""What stands in the way of a cycle's next step, each team judged by its own doctrine."""

from datetime import date

from service.domain.cycles import NEXT
from service.domain.model import Cycle, CycleState
from service.domain.results import Plan
from service.domain.transitions import Blocker, blockers
from service.store import Transaction
from service.usecases.cycle_plan import Doctrines, read_doctrines, read_plan
from service.usecases.needs import Needs


def cycle_blockers(*, parts: Needs, site_id: str, cycle_id: str) -> tuple[Blocker, ...]:
    """Return what stands in the way of moving a cycle one step on; nothing stands in the way of a closed one.

    Raises: NotThere.
    """
    with parts.store.reading() as tx:
        cycle = tx.cycles.get(site_id=site_id, id=cycle_id)
        doctrines = read_doctrines(tx=tx, site_id=site_id)
        plan = read_plan(tx=tx, site_id=site_id, cycle=cycle, site_preset=doctrines.of_site.key)
        following = NEXT.get(cycle.state)
        if following is None:
            return ()
        return look(tx=tx, site_id=site_id, plan=plan, doctrines=doctrines, to=following, today=parts.now().date())


def look(
    *, tx: Transaction, site_id: str, plan: Plan, doctrines: Doctrines, to: CycleState, today: date
) -> tuple[Blocker, ...]:
    """Return what stands in the way of moving a cycle to `to`, inside the caller's transaction."""
    cycle: Cycle = plan.cycle
    waivers = tx.waivers.of_cycle(site_id=site_id, cycle_id=cycle.id)
    looked_back = {each.team_id for each in tx.retrospectives.list(site_id=site_id, cycle_id=cycle.id)}
    found: dict[Blocker, None] = {}
    for team in plan.teams:
        objectives = [each for each in plan.objectives if each.team_id == team.id]
        own = {each.id for each in objectives}
        key_results = [each for each in plan.key_results if each.objective_id in own]
        of_team = blockers(
            cycle=cycle,
            to=to,
            objectives=objectives,
            key_results=key_results,
            teams=(team,),
            preset=doctrines.of_team(team),
            today=today,
            waivers=waivers,
            retrospected=looked_back,
        )
        found |= dict.fromkeys(of_team)
    return tuple(found)
