"""Accept a counter-metric as a guardrail of a key result: a bound that is measured from now on."""

from dataclasses import replace

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
from service.usecases.read_guardrails import measured, question_of
from service.usecases.tracking.look import checked_tracker


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
    issue: str | None = None,
    issue_field: str | None = None,
    by_hand: bool = False,
    id: str | None = None,
) -> Guardrail:
    """Add a guardrail; what is not said comes from the loophole it answers. What reads it is asked once before it is kept.

    `issue` (key or id) and `issue_field` (a field's id) read a number in Jira; `by_hand` leaves the loophole's ready query out.
    Units: `limit` in `unit`. Raises: NotThere, PlanClosed, Forbidden, GuardrailInvalid, QueryRefused, QueryTooWide,
    TrackedIssueMissing, FieldMissing, FieldNotNumber, ProductError.
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
    is_ready = counter is not None and jql is None and issue is None and not by_hand
    ready = counter.source if counter is not None and is_ready else FieldHint(name="")
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
        issue_id=issue,
        issue_field_id=issue_field,
        accepted_by=by,
        accepted_at=parts.now(),
    )
    require_guardrail(guardrail=guardrail)
    if guardrail.issue_id is not None:
        question = question_of(guardrail=guardrail)
        tracked = checked_tracker(parts=parts, site_id=site_id, tracker=question)
        guardrail = replace(guardrail, issue_id=tracked.issue_id)
    reading = None if not guardrail.is_read else measured(parts=parts, site_id=site_id, guardrail=guardrail)
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
