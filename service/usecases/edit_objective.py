"""Change the words of an objective, or what it contributes to. The epic's title follows."""

from dataclasses import replace
from enum import Enum
from typing import Final

from service.domain.model import Objective
from service.domain.parents import require_no_loop
from service.domain.plans import clean_title, require_open
from service.store import Transaction
from service.usecases.changed import mark_changed, wake
from service.usecases.epic_editor import require_epic_editor
from service.usecases.needs import Needs


class Kept(Enum):
    """Says that a part stays as it is, where None already means "none"."""

    AS_IT_IS = "as it is"


KEPT: Final = Kept.AS_IT_IS


def edit_objective(
    *,
    parts: Needs,
    site_id: str,
    by: str | None,
    objective_id: str,
    title: str | None = None,
    why: str | None = None,
    parent_id: str | Kept | None = KEPT,
) -> Objective:
    """Change what is given; the rest stays. `parent_id` None takes the objective out from below its parent.

    Raises: NotThere, PlanClosed, TitleInvalid, ParentLoop, Forbidden (the person may not edit the epic), ProductError.
    """
    with parts.store.reading() as tx:
        before = tx.objectives.get(site_id=site_id, id=objective_id)
    require_epic_editor(parts=parts, site_id=site_id, by=by, objective=before)
    with parts.store.transaction() as tx:
        before = tx.objectives.get(site_id=site_id, id=objective_id, for_update=True)
        require_open(cycle=tx.cycles.get(site_id=site_id, id=before.cycle_id), objective=before)
        edited = replace(
            before,
            title=before.title if title is None else clean_title(title=title),
            why=before.why if why is None else why.strip(),
            parent_id=before.parent_id if parent_id is KEPT else parent_id,
        )
        if edited == before:
            return before
        if edited.parent_id is not None and edited.parent_id != before.parent_id:
            _require_parent(tx, site_id, edited, edited.parent_id)
        wakes = mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(objective_id,))  # the old way up
        tx.objectives.save(site_id=site_id, item=edited)
        wakes += mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(objective_id,))
        edited = tx.objectives.get(site_id=site_id, id=objective_id)
    wake(parts=parts, wakes=wakes)
    return edited


def _require_parent(tx: Transaction, site_id: str, child: Objective, parent_id: str) -> None:
    """Refuse a parent that is over or hangs below the child."""
    parent = tx.objectives.get(site_id=site_id, id=parent_id)
    require_open(cycle=tx.cycles.get(site_id=site_id, id=parent.cycle_id), objective=parent)
    links = tx.parent_links.of_cycle(site_id=site_id, cycle_id=child.cycle_id)
    require_no_loop(child=child, parent_id=parent_id, objectives=tx.objectives.list(site_id=site_id), links=links)
