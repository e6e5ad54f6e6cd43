"""Accept a counter-metric as a guardrail of a key result: a bound that is measured from now on."""

from service.domain.challenge import (
    FieldHint,
    Guardrail,
    GuardrailReading,
    Jql,
    Loophole,
    challenge_key_result,
    require_guardrail,
)
from service.domain.challenge.guardrails import GuardrailInvalid
from service.domain.model import Direction, KeyResult, Team
from service.domain.plans import require_open
from service.usecases.changed import mark_changed, wake
from service.usecases.epic_editor import require_speaker
from service.usecases.needs import Needs
from service.usecases.read_challenge import in_project
from service.usecases.read_guardrails import measured


def accept_guardrail(
    *,
    parts: Needs,
    site_id: str,
    by: str | None,
    key_result_id: str,
    limit: float,
    loophole: str = "",
    name: str | None = None,
    bound: Direction | None = None,
    unit: str | None = None,
    jql: str | None = None,
    jql_of: str | None = None,
    id: str | None = None,
) -> Guardrail:
    """Add a guardrail; what is not said comes from the loophole it answers. A query is asked once before it is kept.

    Units: `limit` in `unit`. Raises: NotThere, PlanClosed, Forbidden, GuardrailInvalid, QueryRefused, QueryTooWide, ProductError.
    """
    with parts.store.reading() as tx:
        key_result = tx.key_results.get(site_id=site_id, id=key_result_id)
        objective = tx.objectives.get(site_id=site_id, id=key_result.objective_id)
        require_open(
            cycle=tx.cycles.get(site_id=site_id, id=objective.cycle_id), objective=objective, key_result=key_result
        )
        team = tx.teams.get(site_id=site_id, id=objective.team_id)
    require_speaker(parts=parts, site_id=site_id, by=by, key_result=key_result, objective=objective)
    answered = _raised(key_result, team, loophole) if loophole else None
    counter = None if answered is None else answered.counter
    ready = counter.source if counter is not None and jql is None else FieldHint(name="")
    guardrail = Guardrail(
        id=id or parts.new_id(),
        key_result_id=key_result_id,
        name=(name or (counter.name if counter else "")).strip(),
        bound=bound or (counter.bound if counter else Direction.STAY_ABOVE),
        limit=limit,
        unit=unit if unit is not None else counter.unit if counter else "",
        loophole=loophole,
        jql=ready.query if isinstance(ready, Jql) else jql,
        jql_of=ready.of if isinstance(ready, Jql) else jql_of,
        accepted_by=by,
        accepted_at=parts.now(),
    )
    require_guardrail(guardrail=guardrail)
    reading = None if guardrail.jql is None else measured(parts=parts, site_id=site_id, guardrail=guardrail)
    with parts.store.transaction() as tx:
        tx.guardrails.add(site_id=site_id, item=guardrail)
        if isinstance(reading, GuardrailReading):
            tx.guardrails.add_reading(site_id=site_id, reading=reading)
        wakes = mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(objective.id,))
        kept = tx.guardrails.get(site_id=site_id, id=guardrail.id)
    wake(parts=parts, wakes=wakes)
    return kept


def _raised(key_result: KeyResult, team: Team, loophole: str) -> Loophole:
    raised = challenge_key_result(key_result=key_result).loopholes
    for each in raised:
        if each.id == loophole:
            return in_project(loophole=each, project_key=team.project_key)
    known = ", ".join(each.id for each in raised)
    raise GuardrailInvalid(
        f"This key result was not challenged with {loophole!r}. Open are: {known}.", field="loophole"
    )
