"""Look at every enabler of a site: note what was delivered, and ask for the outcome where a waiver is over."""

from dataclasses import dataclass, replace

from service.domain.board import Problem
from service.domain.model import CycleState, KeyResult, KeyResultState, StatusCategory
from service.domain.progress import progress
from service.domain.waivers import WaiverState, replacement_draft, waiver_state
from service.store import Transaction
from service.usecases.needs import Needs


@dataclass(frozen=True, slots=True)
class WaiversChecked:
    """How many enablers were looked at, newly delivered, and wait for their outcome."""

    looked: int = 0
    delivered: int = 0
    due: int = 0


def check_waivers(*, parts: Needs, site_id: str) -> WaiversChecked:
    """Note deliveries (all linked issues done, or the key result itself) and keep one problem per enabler that is due.

    Asks Jira nothing: it works on what webhooks and passes brought. Source: requirements 2.9.
    """
    today = parts.now().date()
    looked = delivered = due = 0
    with parts.store.transaction() as tx:
        for waiver in tx.waivers.list(site_id=site_id):
            key_result = tx.key_results.get(site_id=site_id, id=waiver.key_result_id)
            if not _is_running(tx, site_id, key_result):
                tx.problems.replace(site_id=site_id, scope=_scope(key_result), problems_found=(), at=parts.now())
                continue
            looked += 1
            if waiver.delivered_on is None and _is_delivered(tx, site_id, key_result):
                waiver = replace(waiver, delivered_on=today)
                tx.waivers.put(site_id=site_id, waiver=waiver)
                delivered += 1
            found: tuple[Problem, ...] = ()
            if waiver_state(waiver=waiver, today=today) is WaiverState.DUE:
                due += 1
                unlocked = tx.key_results.get_many(site_id=site_id, ids=waiver.unlocks)
                why = "is delivered" if waiver.delivered_on else f"was admitted until {waiver.expires_on}"
                found = (
                    Problem(
                        code="enabler_due",
                        message=f"The enabler “{key_result.title}” {why} and no outcome has taken its place.",
                        way_out=f"Add the outcome it made possible, e.g.: {replacement_draft(enabler=key_result, unlocked=unlocked)}",
                        key_result_id=key_result.id,
                    ),
                )
            tx.problems.replace(site_id=site_id, scope=_scope(key_result), problems_found=found, at=parts.now())
    return WaiversChecked(looked, delivered, due)


def _is_running(tx: Transaction, site_id: str, key_result: KeyResult) -> bool:
    objective = tx.objectives.get(site_id=site_id, id=key_result.objective_id)
    cycle = tx.cycles.get(site_id=site_id, id=objective.cycle_id)
    return key_result.state is KeyResultState.ACTIVE and cycle.state is not CycleState.CLOSED


def _is_delivered(tx: Transaction, site_id: str, key_result: KeyResult) -> bool:
    issues = [each for each in tx.issues.of_key_result(site_id=site_id, key_result_id=key_result.id) if not each.gone]
    if issues and all(each.category is StatusCategory.DONE for each in issues):
        return True
    latest = tx.checkins.latest(site_id=site_id, key_result_id=key_result.id, with_value=True)
    return latest is not None and progress(key_result, latest.value, (latest,)).clamped == 1


def _scope(key_result: KeyResult) -> str:
    return f"waiver:{key_result.id}"
