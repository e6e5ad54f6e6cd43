"""List the enablers of a cycle: what each unlocks, where its waiver stands, whether what it unlocked moved."""

from dataclasses import dataclass
from datetime import date

from service.domain.model import KeyResult
from service.domain.progress import progress
from service.domain.waivers import Waiver, WaiverState, replacement_draft, waiver_state
from service.store import Transaction
from service.usecases.needs import Needs


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverView:
    """A waiver; `draft` is a text for the outcome that should follow, `has_moved` tells whether anything it unlocks moved at all."""

    waiver: Waiver
    team_id: str
    state: WaiverState
    title: str
    draft: str
    has_moved: bool


def list_waivers(*, parts: Needs, site_id: str, cycle_id: str) -> tuple[WaiverView, ...]:
    """Return the waivers of a cycle, the next to expire first. Raises: NotThere."""
    with parts.store.reading() as tx:
        tx.cycles.get(site_id=site_id, id=cycle_id)
        return view_waivers(tx=tx, site_id=site_id, cycle_id=cycle_id, today=parts.now().date())


def view_waivers(*, tx: Transaction, site_id: str, cycle_id: str, today: date) -> tuple[WaiverView, ...]:
    """Return the waivers of a cycle inside the caller's transaction."""
    rows = {each.id: each for each in tx.key_results.of_cycle(site_id=site_id, cycle_id=cycle_id)}
    teams = {each.id: each.team_id for each in tx.objectives.of_cycle(site_id=site_id, cycle_id=cycle_id)}
    return tuple(
        WaiverView(
            waiver=each,
            team_id=teams[rows[each.key_result_id].objective_id],
            state=waiver_state(waiver=each, today=today),
            title=rows[each.key_result_id].title,
            draft=replacement_draft(
                enabler=rows[each.key_result_id], unlocked=[rows[id] for id in each.unlocks if id in rows]
            ),
            has_moved=any(_has_moved(tx, site_id, rows[id]) for id in each.unlocks if id in rows),
        )
        for each in tx.waivers.of_cycle(site_id=site_id, cycle_id=cycle_id)
    )


def _has_moved(tx: Transaction, site_id: str, key_result: KeyResult) -> bool:
    history = tx.checkins.of_key_result(site_id=site_id, key_result_id=key_result.id)
    value = next((each.value for each in reversed(history) if each.value is not None), None)
    return (progress(key_result, value, history).clamped or 0.0) > 0
