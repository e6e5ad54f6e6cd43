"""Move a cycle one step forward: planning → active → review → closed. Closing it seals its results."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import ClassVar

from service.domain.cycles import move
from service.domain.errors import DomainError
from service.domain.ledger import Change, Entry, EntryKind
from service.domain.model import Cycle, CycleState
from service.domain.results import Plan
from service.domain.results_text import results_text, seal_of
from service.domain.transitions import Blocker
from service.store import Transaction
from service.usecases.changed import mark_changed, wake
from service.usecases.cycle_blockers import look
from service.usecases.cycle_plan import Doctrines, read_doctrines, read_plan, score
from service.usecases.needs import Needs
from service.usecases.promise_notes import note


class CycleBlocked(DomainError):
    """Something must be put right, or waved through, before the cycle moves."""

    code: ClassVar[str] = "cycle_blocked"
    status: ClassVar[int] = 409


def move_cycle(
    *,
    parts: Needs,
    site_id: str,
    by: str | None,
    cycle_id: str,
    state: CycleState,
    regardless: bool = False,
) -> Cycle:
    """Move a cycle; statuses depend on its state, so all of its objectives are published anew.

    `regardless` goes on over what is only advised against, and the ledger keeps what that was.
    Raises: NotThere, CycleStateRefused, CycleBlocked.
    """
    now = parts.now()
    with parts.store.transaction() as tx:
        before = tx.cycles.get(site_id=site_id, id=cycle_id, for_update=True)
        moved = move(cycle=before, to=state, now=now)
        doctrines = read_doctrines(tx=tx, site_id=site_id)
        plan = read_plan(tx=tx, site_id=site_id, cycle=before, site_preset=doctrines.of_site.key)
        blocked = look(tx=tx, site_id=site_id, plan=plan, doctrines=doctrines, to=state, today=now.date())
        _require_free_way(before, state, blocked, regardless=regardless)
        tx.cycles.save(site_id=site_id, item=moved)
        wakes = mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=[each.id for each in plan.objectives])
        if not plan.objectives:
            publish_at = now + timedelta(seconds=parts.publish_interval_s)
            tx.pages.mark_changed(site_id=site_id, cycle_id=cycle_id, publish_at=publish_at)
        change = Change(field="state", old=before.state.value, new=moved.state.value)
        entry = Entry(
            at=now,
            kind=EntryKind.CYCLE_MOVED,
            subject_id=cycle_id,
            author=by,
            changes=(change,),
            explanation=" ".join(each.message for each in blocked),
        )
        note(tx=tx, site_id=site_id, entry=entry)
        if state is CycleState.CLOSED:
            _seal(tx, site_id, by, plan, doctrines, now)
    wake(parts=parts, wakes=wakes)
    return moved


def _require_free_way(cycle: Cycle, to: CycleState, blocked: Sequence[Blocker], *, regardless: bool) -> None:
    hard = [each for each in blocked if each.is_hard]
    in_the_way = hard or ([] if regardless else list(blocked))
    if not in_the_way:
        return
    way_out = "Put this right first." if hard else "Put this right, or go on regardless."
    more = f" And {len(in_the_way) - 5} more." if len(in_the_way) > 5 else ""
    raise CycleBlocked(
        f"The cycle {cycle.key} cannot become {to} yet. {' '.join(each.message for each in in_the_way[:5])}{more} {way_out}",
        field=None if hard else "regardless",
    )


def _seal(tx: Transaction, site_id: str, by: str | None, plan: Plan, doctrines: Doctrines, now: datetime) -> None:
    """Keep the results as they are now: no later change of a number, a target or a doctrine reaches them."""
    text = results_text(results=score(plan=plan, doctrines=doctrines, as_of=now))
    tx.results.add(site_id=site_id, cycle_id=plan.cycle.id, sealed_at=now, payload=text)
    change = Change(field="results", old=None, new=seal_of(text=text))
    entry = Entry(at=now, kind=EntryKind.SEALED, subject_id=plan.cycle.id, author=by, changes=(change,))
    note(tx=tx, site_id=site_id, entry=entry)
