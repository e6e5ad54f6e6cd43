"""Adding what was judged: rows, links, the first entry of each promise."""

from collections.abc import Sequence
from typing import TypeVar

from service.domain.exchange import Assembled
from service.domain.ledger import Entry, EntryKind
from service.domain.model import KeyResultState, Objective, ObjectiveState, Team
from service.store import Transaction
from service.usecases.changed import Wake, mark_changed, mark_issue_changed
from service.usecases.importing.named import Named
from service.usecases.needs import Needs
from service.usecases.promise_notes import note, note_promise
from service.usecases.sync.links import mirror
from service.usecases.sync.values import record_initiatives_reading

Node = TypeVar("Node", Team, Objective)


def add_rows(
    *, tx: Transaction, parts: Needs, site_id: str, by: str | None, judged: Assembled, named: Named
) -> tuple[Wake, ...]:
    """Add what was judged inside the caller's transaction; wake what is returned after the commit."""
    for cycle in judged.cycles:
        tx.cycles.add(site_id=site_id, item=cycle)
    for team in _parents_first(judged.teams):
        tx.teams.add(site_id=site_id, item=team)
    for objective in _parents_first(judged.objectives):
        tx.objectives.add(site_id=site_id, item=objective)
    for key_result in judged.key_results:
        tx.key_results.add(site_id=site_id, item=key_result)
    tx.checkins.add_many(site_id=site_id, new=judged.checkins)
    for waiver in judged.waivers:
        tx.waivers.put(site_id=site_id, waiver=waiver)
    wakes = _link(tx, parts, site_id, judged, named)
    touched = {each.id for each in judged.objectives} | {each.objective_id for each in judged.key_results}
    told = tx.key_results.get_many(site_id=site_id, ids={each.key_result_id for each in judged.checkins})
    touched |= {each.objective_id for each in told}
    linked = tx.key_results.get_many(site_id=site_id, ids={each.key_result_id for each in judged.initiatives})
    touched |= {each.objective_id for each in linked}
    wakes += mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=sorted(touched))
    for key_result in judged.key_results:
        note_promise(tx=tx, site_id=site_id, by=by, at=parts.now(), after=key_result)
    ended = [each.id for each in judged.objectives if each.state is ObjectiveState.CANCELLED]
    ended += [each.id for each in judged.key_results if each.state is KeyResultState.CANCELLED]
    for id in ended:
        entry = Entry(at=parts.now(), kind=EntryKind.CANCELLED, subject_id=id, author=by)
        note(tx=tx, site_id=site_id, entry=entry)
    return tuple(wakes)


def _link(tx: Transaction, parts: Needs, site_id: str, judged: Assembled, named: Named) -> list[Wake]:
    """Mirror the issues that are new, link them, and take one reading of each key result that is tracked by them."""
    wakes: list[Wake] = []
    for snapshot in {each.id: each for each in named.found.values()}.values():
        if named.fields is not None and any(each.issue_id == snapshot.id for each in judged.initiatives):
            before = tx.issues.find(site_id=site_id, id=snapshot.id)
            tx.issues.put(site_id=site_id, item=mirror(snapshot=snapshot, before=before, fields=named.fields))
    for link in judged.initiatives:
        tx.initiatives.link(site_id=site_id, initiative=link)
        wakes += mark_issue_changed(tx=tx, site_id=site_id, issue_id=link.issue_id)
    for key_result in tx.key_results.get_many(site_id=site_id, ids={each.key_result_id for each in judged.initiatives}):
        wakes += record_initiatives_reading(tx=tx, parts=parts, site_id=site_id, key_result=key_result)
    return wakes


def _parents_first(nodes: Sequence[Node]) -> list[Node]:
    """Return the nodes so that none comes before the one above it; there are no loops in what was judged."""
    by_id = {each.id: each for each in nodes}
    depth: dict[str, int] = {}
    for each in nodes:
        way, above = 0, each.parent_id
        while above is not None and above in by_id:
            way, above = way + 1, by_id[above].parent_id
        depth[each.id] = way
    return sorted(nodes, key=lambda each: depth[each.id])
