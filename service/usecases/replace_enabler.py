"""Name the outcome key result that takes an enabler's place."""

from dataclasses import replace

from service.domain.plans import require_open
from service.domain.waivers import Waiver, require_replacement
from service.jobs import CHECK_WAIVERS
from service.usecases.epic_editor import require_epic_editor
from service.usecases.needs import Needs
from service.usecases.waiver_of import waiver_of


def replace_enabler(*, parts: Needs, site_id: str, by: str | None, key_result_id: str, replaced_by_id: str) -> Waiver:
    """Note the outcome that the enabler made measurable; the enabler stays listed and never counts.

    Raises: NotThere, PlanClosed, WaiverRefused, Forbidden, ProductError. Source: requirements 2.9.
    """
    with parts.store.reading() as tx:
        key_result = tx.key_results.get(site_id=site_id, id=key_result_id)
        objective = tx.objectives.get(site_id=site_id, id=key_result.objective_id)
    require_epic_editor(parts=parts, site_id=site_id, by=by, objective=objective)
    with parts.store.transaction() as tx:
        waiver = waiver_of(tx=tx, site_id=site_id, key_result_id=key_result_id)
        cycle = tx.cycles.get(site_id=site_id, id=objective.cycle_id)
        require_open(cycle=cycle, objective=objective, key_result=key_result)
        outcome = tx.key_results.get(site_id=site_id, id=replaced_by_id)
        beside = tx.objectives.get(site_id=site_id, id=outcome.objective_id)
        require_replacement(waiver=waiver, outcome=outcome, is_same_cycle=beside.cycle_id == objective.cycle_id)
        replaced = replace(waiver, replaced_by_id=outcome.id)
        tx.waivers.put(site_id=site_id, waiver=replaced)
    parts.enqueue(CHECK_WAIVERS, site_id)
    return replaced
