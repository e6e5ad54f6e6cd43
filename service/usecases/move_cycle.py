"""Move a cycle one step forward: planning → active → review → closed."""

from datetime import timedelta

from service.domain.cycles import move
from service.domain.ledger import Change, Entry, EntryKind
from service.domain.model import Cycle, CycleState
from service.usecases.changed import mark_changed, wake
from service.usecases.needs import Needs
from service.usecases.promise_notes import note


def move_cycle(*, parts: Needs, site_id: str, by: str | None, cycle_id: str, state: CycleState) -> Cycle:
    """Move a cycle; statuses depend on its state, so all of its objectives are published anew.

    Raises: NotThere, CycleStateRefused.
    """
    now = parts.now()
    with parts.store.transaction() as tx:
        before = tx.cycles.get(site_id=site_id, id=cycle_id, for_update=True)
        moved = move(cycle=before, to=state, now=now)
        tx.cycles.save(site_id=site_id, item=moved)
        objectives = tx.objectives.of_cycle(site_id=site_id, cycle_id=cycle_id)
        wakes = mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=[each.id for each in objectives])
        if not objectives:
            publish_at = now + timedelta(seconds=parts.publish_interval_s)
            tx.pages.mark_changed(site_id=site_id, cycle_id=cycle_id, publish_at=publish_at)
        change = Change(field="state", old=before.state.value, new=moved.state.value)
        entry = Entry(at=now, kind=EntryKind.CYCLE_MOVED, subject_id=cycle_id, author=by, changes=(change,))
        note(tx=tx, site_id=site_id, entry=entry)
    wake(parts=parts, wakes=wakes)
    return moved
