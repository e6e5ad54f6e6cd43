"""Read everything there is to show of a cycle: one snapshot of its rows, handed to the domain."""

from service.domain.board import Board
from service.domain.board.build import build_board
from service.domain.cycles import current
from service.usecases.cycle_plan import amendments, read_doctrines, teams_of_cycle
from service.usecases.needs import Needs
from service.usecases.own_records import read_own_records


def read_board(*, parts: Needs, site_id: str, cycle_id: str | None = None, forecasts: bool = False) -> Board | None:
    """Return the board of a cycle, by default of the current one; None if the site has no cycle yet.

    `forecasts` adds where every key result will land. Raises: NotThere for an unknown cycle.
    """
    now = parts.now()
    with parts.store.reading() as tx:
        if cycle_id is not None:
            cycle = tx.cycles.get(site_id=site_id, id=cycle_id)
        else:
            found = current(cycles=tx.cycles.list(site_id=site_id), today=now.date())
            if found is None:
                return None
            cycle = found
        doctrines = read_doctrines(tx=tx, site_id=site_id, cycle=cycle)
        teams = teams_of_cycle(tx=tx, site_id=site_id, cycle=cycle, site_preset=doctrines.of_site.key)
        objectives = tx.objectives.of_cycle(site_id=site_id, cycle_id=cycle.id)
        key_results = tx.key_results.of_cycle(site_id=site_id, cycle_id=cycle.id)
        checkins = tx.checkins.of_cycle(site_id=site_id, cycle_id=cycle.id)
        issues = tx.issues.of_cycle(site_id=site_id, cycle_id=cycle.id)
        initiatives = tx.initiatives.of_cycle(site_id=site_id, cycle_id=cycle.id)
        links = tx.parent_links.of_cycle(site_id=site_id, cycle_id=cycle.id)
        guardrails = tx.guardrails.of_cycle(site_id=site_id, cycle_id=cycle.id)
        amended = amendments(tx=tx, site_id=site_id, key_results=key_results)
        own_records = read_own_records(tx=tx, site_id=site_id) if forecasts else {}
    return build_board(
        cycle=cycle,
        teams=teams,
        objectives=objectives,
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
