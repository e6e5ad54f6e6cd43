"""One objective as its epic shows it, read at the cost of that objective, whatever the size of its cycle."""

from service.domain.board import ObjectiveView
from service.domain.board.build import build_board
from service.domain.errors import NotThere
from service.domain.model import Cycle, RollupMode
from service.usecases.cycle_plan import amendments, read_doctrines, teams_of_cycle
from service.usecases.needs import Needs
from service.usecases.read_board import read_board


def view_objective(*, parts: Needs, site_id: str, objective_id: str) -> tuple[ObjectiveView, Cycle]:
    """Return the objective with its numbers, and its cycle; only one made of its children needs the whole board.

    Raises: NotThere.
    """
    now = parts.now()
    with parts.store.reading() as tx:
        objective = tx.objectives.get(site_id=site_id, id=objective_id)
        cycle = tx.cycles.get(site_id=site_id, id=objective.cycle_id)
        doctrines = read_doctrines(tx=tx, site_id=site_id, cycle=cycle)
        teams = teams_of_cycle(tx=tx, site_id=site_id, cycle=cycle, site_preset=doctrines.of_site.key)
        key_results = tx.key_results.of_objective(site_id=site_id, objective_id=objective_id)
        checkins = tx.checkins.of_key_results(site_id=site_id, key_result_ids=[each.id for each in key_results])
        amended = amendments(tx=tx, site_id=site_id, key_results=key_results)
    if objective.rollup is RollupMode.OWN:
        board = build_board(
            cycle=cycle,
            teams=[each for each in teams if each.id == objective.team_id],
            objectives=(objective,),
            key_results=key_results,
            checkins=checkins,
            issues=(),
            initiatives=(),
            now=now,
            site_preset=doctrines.of_site,
            derived_presets=doctrines.derived,
            amendments=amended,
        )
    else:
        whole = read_board(parts=parts, site_id=site_id, cycle_id=cycle.id)
        if whole is None:
            raise NotThere(f"the cycle {cycle.id!r} was removed a moment ago")
        board = whole
    for view in board.objectives():
        if view.objective.id == objective_id:
            return view, cycle
    raise NotThere(f"the objective {objective_id!r} was removed a moment ago; reload the list")
