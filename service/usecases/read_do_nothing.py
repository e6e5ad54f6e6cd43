"""Read what becomes of a key result if nobody does anything special."""

from service.domain.do_nothing import DoNothing, judge_doing_nothing, thresholds_of
from service.domain.pace import span
from service.usecases.cycle_plan import read_doctrines
from service.usecases.needs import Needs


def read_do_nothing(*, parts: Needs, site_id: str, key_result_id: str) -> DoNothing:
    """Return the verdict of the do-nothing test by the team's doctrine, from the history measured last. Raises: NotThere."""
    with parts.store.reading() as tx:
        key_result = tx.key_results.get(site_id=site_id, id=key_result_id)
        objective = tx.objectives.get(site_id=site_id, id=key_result.objective_id)
        cycle = tx.cycles.get(site_id=site_id, id=objective.cycle_id)
        team = tx.teams.get(site_id=site_id, id=objective.team_id)
        history = tx.histories.find(site_id=site_id, key_result_id=key_result_id)
        doctrine = read_doctrines(tx=tx, site_id=site_id).of_team(team)
    return judge_doing_nothing(
        key_result=key_result,
        history=history,
        ends_at=span(cycle=cycle, key_result=key_result).ends_at,
        thresholds=thresholds_of(preset=doctrine),
    )
