"""Admit an output key result as an enabler, for a while."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from service.domain.ledger import Because, Reason
from service.domain.plans import require_open
from service.domain.waivers import Waiver, require_waiver
from service.jobs import CHECK_WAIVERS
from service.usecases.changed import mark_changed, wake
from service.usecases.cycle_plan import read_doctrines
from service.usecases.epic_editor import require_epic_editor
from service.usecases.needs import Needs
from service.usecases.promise_notes import note_amendment


def grant_waiver(
    *,
    parts: Needs,
    site_id: str,
    by: str | None,
    key_result_id: str,
    unlocks: Sequence[str],
    owner: str,
    reason: str,
    expires_on: date,
) -> Waiver:
    """Make the key result an enabler: binary, outside every average, until it is delivered or the waiver expires.

    The preset of its team says whether and how many. A second call replaces the waiver's words, not what replaced the enabler.
    Raises: NotThere, PlanClosed, WaiverRefused, Forbidden, ProductError. Source: requirements 2.9.
    """
    with parts.store.reading() as tx:
        key_result = tx.key_results.get(site_id=site_id, id=key_result_id)
        objective = tx.objectives.get(site_id=site_id, id=key_result.objective_id)
    require_epic_editor(parts=parts, site_id=site_id, by=by, objective=objective)
    with parts.store.transaction() as tx:
        objective = tx.objectives.get(site_id=site_id, id=objective.id, for_update=True)
        key_result = tx.key_results.get(site_id=site_id, id=key_result_id, for_update=True)
        cycle = tx.cycles.get(site_id=site_id, id=objective.cycle_id)
        require_open(cycle=cycle, objective=objective, key_result=key_result)
        team = tx.teams.get(site_id=site_id, id=objective.team_id)
        objectives = tx.objectives.of_cycle(site_id=site_id, cycle_id=cycle.id)
        of_team = {each.id for each in objectives if each.team_id == team.id}
        rows = [
            each for each in tx.key_results.of_cycle(site_id=site_id, cycle_id=cycle.id) if each.objective_id in of_team
        ]
        before = tx.waivers.find(site_id=site_id, key_result_id=key_result_id)
        waiver = Waiver(
            key_result_id=key_result_id,
            unlocks=tuple(dict.fromkeys(unlocks)),
            owner=owner,
            reason=reason.strip(),
            expires_on=expires_on,
            delivered_on=before.delivered_on if before else None,
            replaced_by_id=before.replaced_by_id if before else None,
        )
        doctrine = read_doctrines(tx=tx, site_id=site_id).of_team(team)
        require_waiver(waiver=waiver, key_result=key_result, cycle=cycle, preset=doctrine, key_results=rows)
        enabler = replace(key_result, is_enabler=True)
        wakes = mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(objective.id,))
        because = Because(reason=Reason.DEFINITION_FIX, explanation=waiver.reason, notified=(owner,))
        note_amendment(
            tx=tx,
            site_id=site_id,
            by=by,
            at=parts.now(),
            cycle=cycle,
            before=key_result,
            after=enabler,
            because=because,
        )
        tx.key_results.save(site_id=site_id, item=enabler)
        tx.waivers.put(site_id=site_id, waiver=waiver)
    wake(parts=parts, wakes=wakes)
    parts.enqueue(CHECK_WAIVERS, site_id)
    return waiver
