"""Change a key result."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from service.domain.changes import require_changeable
from service.domain.key_results_rules import require_key_result
from service.domain.ledger import NO_REASON, Because
from service.domain.model import KeyResult
from service.domain.plans import clean_title, require_fits_cycle, require_open
from service.jobs import SYNC_OPTIONS
from service.usecases.changed import mark_changed, wake
from service.usecases.epic_editor import require_epic_editor
from service.usecases.needs import Needs
from service.usecases.promise_notes import note_amendment

CHANGEABLE: Final = frozenset(
    {
        *("title", "direction", "baseline", "target", "unit", "lower", "upper", "weight", "confidence"),
        *("starts_on", "due_on", "shape", "path", "commitment", "position"),
    }
)


def edit_key_result(
    *,
    parts: Needs,
    site_id: str,
    by: str | None,
    key_result_id: str,
    changes: Mapping[str, Any],
    because: Because = NO_REASON,
) -> KeyResult:
    """Change what is named; the rest stays. The owner changes with `assign_owner`, the field with `change_tracker`.

    What was promised changes in a running cycle only `because` of something that is said (T-20).
    Raises: NotThere, Forbidden, ProductError, PlanClosed, ChangeUnknown, ChangeNeedsReason, TitleInvalid, OutsideCycle and what
    `require_key_result` raises.
    """
    require_changeable(names=changes, changeable=CHANGEABLE, noun="key result")
    words = dict(changes)
    if "title" in words:
        words["title"] = clean_title(title=words["title"])
    with parts.store.reading() as tx:
        objective_id = tx.key_results.get(site_id=site_id, id=key_result_id).objective_id
        objective = tx.objectives.get(site_id=site_id, id=objective_id)
    require_epic_editor(parts=parts, site_id=site_id, by=by, objective=objective)
    with parts.store.transaction() as tx:
        # Locked first, so that a mapping or another edit of the same objective waits.
        objective = tx.objectives.get(site_id=site_id, id=objective.id, for_update=True)
        before = tx.key_results.get(site_id=site_id, id=key_result_id, for_update=True)
        cycle = tx.cycles.get(site_id=site_id, id=objective.cycle_id)
        require_open(cycle=cycle, objective=objective, key_result=before)
        edited = replace(before, **words)
        if edited == before:
            return before
        require_key_result(key_result=edited)
        require_fits_cycle(key_result=edited, cycle=cycle)
        wakes = mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(objective.id,))
        note_amendment(
            tx=tx,
            site_id=site_id,
            by=by,
            at=parts.now(),
            cycle=cycle,
            before=before,
            after=edited,
            because=because,
        )
        tx.key_results.save(site_id=site_id, item=edited)
    wake(parts=parts, wakes=wakes)
    if edited.title != before.title:
        parts.enqueue(SYNC_OPTIONS, site_id)
    return edited
