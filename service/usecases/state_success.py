"""State when an objective counts as reached, by a formula over drivers, or take it back."""

from collections.abc import Iterable

from service.domain.plans import require_open
from service.domain.sufficiency import Driver, DriverInvalid, SuccessCondition, parse_formula, require_driver
from service.usecases.check_sufficiency import CheckedSufficiency, check_sufficiency
from service.usecases.epic_editor import require_epic_editor
from service.usecases.needs import Needs


def state_success(
    *,
    parts: Needs,
    site_id: str,
    by: str | None,
    objective_id: str,
    formula: str | None,
    drivers: Iterable[Driver] = (),
) -> CheckedSufficiency:
    """Keep a formula and what is known of its drivers, and judge it; None takes the condition back.

    Raises: NotThere, PlanClosed, Forbidden, FormulaRefused, DriverInvalid, ProductError.
    """
    known = tuple(drivers)
    if formula is not None:
        parse_formula(formula)
    for driver in known:
        require_driver(driver=driver)
    with parts.store.reading() as tx:
        objective = tx.objectives.get(site_id=site_id, id=objective_id)
        require_open(cycle=tx.cycles.get(site_id=site_id, id=objective.cycle_id), objective=objective)
        own = {each.id for each in tx.key_results.of_objective(site_id=site_id, objective_id=objective_id)}
    for driver in known:
        if driver.key_result_id is not None and driver.key_result_id not in own:
            raise DriverInvalid(f"{driver.name}: name a key result of this objective.", field="drivers")
    if len({driver.name for driver in known}) < len(known):
        raise DriverInvalid("Give each driver once.", field="drivers")
    require_epic_editor(parts=parts, site_id=site_id, by=by, objective=objective)
    with parts.store.transaction() as tx:
        if formula is None:
            tx.success.remove(site_id=site_id, objective_id=objective_id)
        else:
            condition = SuccessCondition(
                objective_id=objective_id, formula=formula.strip(), drivers=known, stated_by=by, stated_at=parts.now()
            )
            tx.success.put(site_id=site_id, condition=condition)
    return check_sufficiency(parts=parts, site_id=site_id, objective_id=objective_id)
