"""Reading what teams' own projections came to, inside the caller's transaction: their forecasts lean on it."""

from collections import defaultdict
from typing import Final

from service.domain.forecast import Landed, landing
from service.domain.model import Checkin, Cycle, CycleState
from service.domain.pace import Span
from service.domain.results_text import results_from_text
from service.store import Transaction

RECENT: Final = 4
"""So many closed cycles back a team is still the same team: a year of quarters; ours."""


def read_own_records(*, tx: Transaction, site_id: str) -> dict[str, tuple[Landed, ...]]:
    """Return by team id where the key results landed that it projected in the last closed cycles, by their sealed scores."""
    closed = [each for each in tx.cycles.list(site_id=site_id) if each.state is CycleState.CLOSED]
    records: dict[str, list[Landed]] = defaultdict(list)
    for cycle in sorted(closed, key=lambda each: (each.ends_on, each.id))[-RECENT:]:
        for team_id, landed in _of_cycle(tx, site_id, cycle):
            records[team_id].append(landed)
    return {team_id: tuple(found) for team_id, found in records.items()}


def _of_cycle(tx: Transaction, site_id: str, cycle: Cycle) -> list[tuple[str, Landed]]:
    sealed = tx.results.find(site_id=site_id, cycle_id=cycle.id)
    if sealed is None:
        return []
    said: dict[str, list[Checkin]] = defaultdict(list)
    for each in tx.checkins.projections(site_id=site_id, cycle_id=cycle.id):
        said[each.key_result_id].append(each)
    rows = {each.id: each for each in tx.key_results.get_many(site_id=site_id, ids=said)}
    span = Span(cycle.starts_on, cycle.ends_on)
    middle = span.starts_at + (span.ends_at - span.starts_at) / 2
    found = []
    for team in results_from_text(text=sealed).teams:
        for score in (row for objective in team.objectives for row in objective.key_results):
            if score.amended is None or score.key_result_id not in rows:
                continue
            row = rows[score.key_result_id]
            landed = landing(key_result=row, checkins=said[row.id], middle=middle, final=score.amended)
            if landed is not None and not row.is_enabler:
                found.append((team.team_id, landed))
    return found
