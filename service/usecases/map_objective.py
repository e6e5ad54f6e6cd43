"""Give an objective its epic: create one, or adopt one that exists."""

from dataclasses import replace
from typing import ClassVar

from service.domain.errors import DomainError
from service.domain.model import Objective, Team
from service.domain.plans import require_open
from service.jobs import SYNC_OPTIONS
from service.store import Transaction
from service.usecases.changed import mark_changed, wake
from service.usecases.hand_on_slots import hand_on_slots
from service.usecases.needs import Needs
from service.usecases.sync.epics import adoptable_epic, create_epic, require_free_epic
from service.usecases.sync.lane import lane
from service.usecases.sync.making import settle_making


class ObjectiveMapped(DomainError):
    """The objective has an epic already."""

    code: ClassVar[str] = "objective_mapped"
    status: ClassVar[int] = 409


class MappingBusy(DomainError):
    """Somebody else maps this objective at this moment."""

    code: ClassVar[str] = "mapping_busy"
    status: ClassVar[int] = 409


def map_objective(
    *, parts: Needs, site_id: str, by: str | None, objective_id: str, adopt: str | None = None
) -> Objective:
    """Create an epic in the team's project, or adopt the issue named (id or key); return the mapped objective.

    An adopted epic keeps its numbers: those in the fields of key results that have none yet become check-ins. It takes the
    objective's title (`decide_title`); later edits follow from either side.
    Raises: NotThere, PlanClosed, ObjectiveMapped, EpicTaken, EpicMissing, NotAnEpic, NoEpicType, ProjectMissing, EpicRefused,
    MappingBusy, StillUnsure, Forbidden, connect.errors.ProductError.
    """
    objective, team = _mappable(parts, site_id, objective_id)
    with lane(parts=parts, site_id=site_id, issue_id=f"map:{objective_id}") as is_ours:
        if not is_ours:
            raise MappingBusy("This objective is being mapped right now. Reload in a moment.")
        _mappable(parts, site_id, objective_id)
        if adopt is None:
            epic_id, epic_key = create_epic(parts=parts, site_id=site_id, by=by, objective=objective, team=team)
        else:
            epic = adoptable_epic(parts=parts, site_id=site_id, by=by, objective=objective, adopt=adopt)
            epic_id, epic_key = epic.id, epic.key
        mapped = _map(parts, site_id, objective_id, epic_id, epic_key)
        settle_making(parts=parts, site_id=site_id, made_for=objective_id)
    parts.enqueue(SYNC_OPTIONS, site_id)
    return mapped


def _mappable(parts: Needs, site_id: str, objective_id: str) -> tuple[Objective, Team]:
    with parts.store.reading() as tx:
        objective = tx.objectives.get(site_id=site_id, id=objective_id)
        require_open(cycle=tx.cycles.get(site_id=site_id, id=objective.cycle_id), objective=objective)
        team = tx.teams.get(site_id=site_id, id=objective.team_id)
    if objective.epic_id is not None and not objective.epic_gone:
        raise ObjectiveMapped(
            f"“{objective.title}” has the epic {objective.epic_key} already. Cancel the objective to give the epic free.",
            field="adopt",
        )
    return objective, team


def _map(parts: Needs, site_id: str, objective_id: str, epic_id: str, epic_key: str) -> Objective:
    with parts.store.transaction() as tx:
        objective = tx.objectives.get(site_id=site_id, id=objective_id, for_update=True)
        require_free_epic(tx=tx, site_id=site_id, epic_id=epic_id, epic_key=epic_key, objective_id=objective_id)
        mapped = replace(objective, epic_id=epic_id, epic_key=epic_key, epic_gone=False, seen_title=None)
        tx.objectives.save(site_id=site_id, item=mapped)
        _give_slots(tx, site_id, objective_id)
        wakes = mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(objective_id,))
        mapped = tx.objectives.get(site_id=site_id, id=objective_id)
    wake(parts=parts, wakes=wakes)
    return mapped


def _give_slots(tx: Transaction, site_id: str, objective_id: str) -> None:
    """Forget what was seen on an earlier epic, and give living key results a field while there is one."""
    for each in tx.key_results.of_objective(site_id=site_id, objective_id=objective_id):
        tx.key_results.forget_seen(site_id=site_id, id=each.id)
    hand_on_slots(tx=tx, site_id=site_id, objective_id=objective_id)
