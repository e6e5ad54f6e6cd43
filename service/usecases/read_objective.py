"""Read one objective with its numbers, at the cost of what its numbers are made of, whatever the size of its cycle."""

from collections.abc import Iterable

from service.domain.board import ObjectiveView
from service.domain.board.build import build_board
from service.domain.errors import NotThere
from service.domain.model import Initiative, Objective, ParentLink, RollupMode
from service.store import Transaction
from service.usecases.cycle_plan import amendments, read_doctrines, teams_of_cycle
from service.usecases.needs import Needs
from service.usecases.own_records import read_own_records


def read_objective(*, parts: Needs, site_id: str, objective_id: str, forecasts: bool = False) -> ObjectiveView:
    """Return an objective as it stands on its cycle's board: its number may come from its children.

    `forecasts` adds where its key results will land. Raises: NotThere.
    """
    now = parts.now()
    with parts.store.reading() as tx:
        objective = tx.objectives.get(site_id=site_id, id=objective_id)
        cycle = tx.cycles.get(site_id=site_id, id=objective.cycle_id)
        doctrines = read_doctrines(tx=tx, site_id=site_id, cycle=cycle)
        teams = teams_of_cycle(tx=tx, site_id=site_id, cycle=cycle, site_preset=doctrines.of_site.key)
        links = tx.parent_links.of_cycle(site_id=site_id, cycle_id=cycle.id)
        counted, shown_only = _made_of(tx, site_id, objective, links)
        key_results = [
            row for each in counted for row in tx.key_results.of_objective(site_id=site_id, objective_id=each.id)
        ]
        own = [each.id for each in key_results if each.objective_id == objective_id]
        checkins = tx.checkins.of_key_results(site_id=site_id, key_result_ids=[each.id for each in key_results])
        issues = tx.issues.of_key_results(site_id=site_id, key_result_ids=own)
        initiatives = _initiatives(tx, site_id, own)
        guardrails = tx.guardrails.of_key_results(site_id=site_id, key_result_ids=own)
        amended = amendments(tx=tx, site_id=site_id, key_results=key_results)
        own_records = read_own_records(tx=tx, site_id=site_id) if forecasts else {}
    board = build_board(
        cycle=cycle,
        teams=teams,
        objectives=(*counted, *shown_only),
        key_results=key_results,
        checkins=checkins,
        issues=issues,
        initiatives=initiatives,
        now=now,
        site_preset=doctrines.of_site,
        links=links,
        derived_presets=doctrines.derived,
        amendments=amended,
        forecasts=forecasts,
        guardrails=guardrails,
        own_records=own_records,
    )
    for view in board.objectives():
        if view.objective.id == objective_id:
            return view
    raise NotThere(f"the team of the objective {objective_id!r} was removed a moment ago; reload the list")


def _made_of(
    tx: Transaction, site_id: str, root: Objective, links: Iterable[ParentLink]
) -> tuple[list[Objective], list[Objective]]:
    """Return the objective with all below that its number may be made of, and the children that are only listed."""
    counted, listed = {root.id: root}, {}
    waiting = [root]
    further = list(links)
    while waiting:
        above = waiting.pop()
        below = list(tx.objectives.children(site_id=site_id, parent_id=above.id))
        linked = [link.child_id for link in further if link.parent_id == above.id]
        below += tx.objectives.get_many(site_id=site_id, ids=linked)
        for each in below:
            if each.cycle_id != root.cycle_id or each.id in counted:
                continue
            if above.rollup is RollupMode.OWN:
                listed[each.id] = each
            else:
                counted[each.id] = each
                waiting.append(each)
    return list(counted.values()), [each for id, each in listed.items() if id not in counted]


def _initiatives(tx: Transaction, site_id: str, key_result_ids: Iterable[str]) -> list[Initiative]:
    return [link for id in key_result_ids for link in tx.initiatives.of_key_result(site_id=site_id, key_result_id=id)]
