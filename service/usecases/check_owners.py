"""Check every owner again: still an active account, still allowed to see the epic? Violations show on objective and page."""

from collections import defaultdict
from dataclasses import dataclass

from connect.outbound.budget import Urgency, spending
from service.domain.model import CycleState, KeyResult, Objective, OwnerState
from service.store import Transaction
from service.usecases.changed import Wake, mark_changed, wake
from service.usecases.needs import Needs
from service.usecases.sync.owner_facts import owner_states


@dataclass(frozen=True, slots=True)
class OwnersChecked:
    """How many key results were looked at, how many have no fit owner, how many changed since the last look."""

    looked_at: int
    violations: int
    changed: int


def check_owners(*, parts: Needs, site_id: str) -> OwnersChecked:
    """Ask Jira about the owners of every open key result and remember what it says. Source: T-08, M-17.

    Costs a request for all people together and one per active owner. Raises: connect.errors.ProductError, NoInstallation.
    """
    with parts.store.reading() as tx:
        open_ones = _open_key_results(tx, site_id)
    epics_of_owner: dict[str, set[str]] = defaultdict(set)
    for key_result, objective in open_ones:
        if key_result.owner is not None:
            epics = epics_of_owner[key_result.owner]
            if (epic_id := _epic(objective)) is not None:
                epics.add(epic_id)
    with spending(Urgency.BACKGROUND):
        states = owner_states(parts=parts, site_id=site_id, epics_of_owner=epics_of_owner) if epics_of_owner else {}
    violations = changed = 0
    wakes: list[Wake] = []
    with parts.store.transaction() as tx:
        for asked, objective in open_ones:
            key_result = tx.key_results.get(site_id=site_id, id=asked.id)
            if key_result.owner != asked.owner:
                continue  # changed while we asked: that change was checked by itself
            state = states[key_result.owner, _epic(objective)] if key_result.owner is not None else OwnerState.MISSING
            violations += state is not OwnerState.OK
            if state is not key_result.owner_state:
                changed += 1
                tx.key_results.set_owner_state(site_id=site_id, id=key_result.id, state=state)
                wakes += mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(objective.id,))
    wake(parts=parts, wakes=wakes)
    return OwnersChecked(len(open_ones), violations, changed)


def _open_key_results(tx: Transaction, site_id: str) -> tuple[tuple[KeyResult, Objective], ...]:
    closed = {each.id for each in tx.cycles.list(site_id=site_id) if each.state is CycleState.CLOSED}
    objectives = {each.id: each for each in tx.objectives.list(site_id=site_id) if each.cycle_id not in closed}
    living = tx.key_results.active(site_id=site_id)
    return tuple((each, objectives[each.objective_id]) for each in living if each.objective_id in objectives)


def _epic(objective: Objective) -> str | None:
    return None if objective.epic_gone else objective.epic_id
