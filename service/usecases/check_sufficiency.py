"""Would the objective be reached if all its key results were? From the stated formula, else the coverage matrix."""

from dataclasses import dataclass

from service.domain.model import KeyResultState
from service.domain.sufficiency import (
    Coverage,
    SuccessCondition,
    Sufficiency,
    Vote,
    coverage,
    judge,
    parse_formula,
)
from service.usecases.cycle_plan import read_doctrines
from service.usecases.needs import Needs


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedSufficiency:
    """`sufficiency` is None without a formula; the coverage matrix is a judgement, with or without one."""

    condition: SuccessCondition | None
    sufficiency: Sufficiency | None
    coverage: Coverage
    votes: tuple[Vote, ...]


def check_sufficiency(*, parts: Needs, site_id: str, objective_id: str) -> CheckedSufficiency:
    """Judge an objective by what stands now: its active key results, its formula, the doctrine's slack. Raises: NotThere."""
    with parts.store.reading() as tx:
        objective = tx.objectives.get(site_id=site_id, id=objective_id)
        team = tx.teams.get(site_id=site_id, id=objective.team_id)
        key_results = tx.key_results.of_objective(site_id=site_id, objective_id=objective_id)
        condition = tx.success.find(site_id=site_id, objective_id=objective_id)
        votes = tx.success.votes(site_id=site_id, objective_id=objective_id)
        doctrines = read_doctrines(tx=tx, site_id=site_id)
    active = [each for each in key_results if each.state is KeyResultState.ACTIVE]
    judged = None
    if condition is not None:
        judged = judge(
            formula=parse_formula(condition.formula),
            drivers=condition.drivers,
            key_results=active,
            slack=doctrines.of_team(team).driver_slack,
        )
    return CheckedSufficiency(
        condition=condition, sufficiency=judged, coverage=coverage(key_results=active, votes=votes), votes=votes
    )
