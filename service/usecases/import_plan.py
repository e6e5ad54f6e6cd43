"""Add a plan from a file: all of it or nothing, and what it would do before it does it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from service.domain.errors import DomainError
from service.domain.exchange import Assembled, Known, Row, RowError, assemble
from service.domain.ledger import Entry, EntryKind
from service.domain.model import KeyResult, KeyResultState, Objective, ObjectiveState, Team
from service.domain.presets.own import derived_presets
from service.jobs import SYNC_OPTIONS
from service.store import Transaction
from service.usecases.changed import Wake, mark_changed, wake
from service.usecases.epic_editor import require_epic_editor
from service.usecases.needs import Needs
from service.usecases.promise_notes import note, note_promise

Node = TypeVar("Node", Team, Objective)


class ImportRefused(DomainError):
    """Rows of the file are wrong; nothing was imported."""

    code: ClassVar[str] = "import_refused"

    def __init__(self, errors: Sequence[RowError]) -> None:
        first = errors[0]
        where = f"{first.place}, {first.column}" if first.column else first.place
        super().__init__(f"{len(errors)} fault(s), nothing was imported. First: {where}: {first.message}")
        self.errors = tuple(errors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """How many of each were added (or would be: `dry_run`), how many stood there already, and what is wrong."""

    dry_run: bool
    added: Mapping[str, int]
    unchanged: int
    errors: tuple[RowError, ...] = ()


def import_plan(*, parts: Needs, site_id: str, by: str | None, rows: Sequence[Row], dry_run: bool = False) -> Imported:
    """Add what the rows say and the site does not have; a dry run only tells.

    A person's import is checked in under their name, and they must be able to edit the epics that get new numbers; the operator's
    (`by` None) restores authors, sources and instants as they were.
    Raises: ImportRefused (not in a dry run), Forbidden, connect.errors.ProductError.
    """
    with parts.store.reading() as tx:
        judged, known = _judge(tx, parts, site_id, rows, by)
    result = Imported(dry_run=dry_run, added=_counts(judged), unchanged=judged.unchanged, errors=judged.errors)
    if dry_run:
        return result
    _require_editor(parts, site_id, by, judged, known)
    with parts.store.transaction() as tx:
        judged, _ = _judge(tx, parts, site_id, rows, by)  # again: somebody may have written in between
        if judged.errors:
            raise ImportRefused(judged.errors)
        wakes = _add(tx, parts, site_id, by, judged)
    wake(parts=parts, wakes=wakes)
    if judged.key_results:
        parts.enqueue(SYNC_OPTIONS, site_id)
    return Imported(dry_run=False, added=_counts(judged), unchanged=judged.unchanged)


def _judge(
    tx: Transaction, parts: Needs, site_id: str, rows: Sequence[Row], by: str | None
) -> tuple[Assembled, frozenset[str]]:
    key_results = tx.key_results.list(site_id=site_id)
    checked = any(row.record == "checkin" for row in rows) and key_results
    checkins = tx.checkins.of_key_results(site_id=site_id, key_result_ids=_named(rows, key_results)) if checked else ()
    known = Known(
        site_id=site_id,
        cycles={each.id: each for each in tx.cycles.list(site_id=site_id)},
        teams={each.id: each for each in tx.teams.list(site_id=site_id)},
        objectives={each.id: each for each in tx.objectives.list(site_id=site_id)},
        key_results={each.id: each for each in key_results},
        checkins={each.id: each for each in checkins},
        presets=derived_presets(own=tx.own_presets.list(site_id=site_id)),
    )
    stood = frozenset(known.objectives)
    return assemble(rows=rows, known=known, now=parts.now(), importer=by), stood


def _named(rows: Iterable[Row], key_results: Iterable[KeyResult]) -> list[str]:
    """Return the key results of the site that check-ins of the file may be about."""
    refs = {row.cells.get("key_result") for row in rows if row.record == "checkin"}
    every = list(key_results)
    own = [each.id for each in every if each.id in refs]
    return own if len(own) == len(refs) else [each.id for each in every]


def _require_editor(parts: Needs, site_id: str, by: str | None, judged: Assembled, stood: frozenset[str]) -> None:
    if by is None:
        return
    with parts.store.reading() as tx:
        told = {each.key_result_id for each in judged.checkins} - {each.id for each in judged.key_results}
        touched = {each.objective_id for each in tx.key_results.get_many(site_id=site_id, ids=told)}
        touched |= {each.objective_id for each in judged.key_results} & stood
        objectives = tx.objectives.get_many(site_id=site_id, ids=touched)
    for objective in objectives:
        require_epic_editor(parts=parts, site_id=site_id, by=by, objective=objective)


def _add(tx: Transaction, parts: Needs, site_id: str, by: str | None, judged: Assembled) -> tuple[Wake, ...]:
    for cycle in judged.cycles:
        tx.cycles.add(site_id=site_id, item=cycle)
    for team in _parents_first(judged.teams):
        tx.teams.add(site_id=site_id, item=team)
    for objective in _parents_first(judged.objectives):
        tx.objectives.add(site_id=site_id, item=objective)
    for key_result in judged.key_results:
        tx.key_results.add(site_id=site_id, item=key_result)
    tx.checkins.add_many(site_id=site_id, new=judged.checkins)
    touched = {each.id for each in judged.objectives} | {each.objective_id for each in judged.key_results}
    told = tx.key_results.get_many(site_id=site_id, ids={each.key_result_id for each in judged.checkins})
    touched |= {each.objective_id for each in told}
    wakes = mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=sorted(touched))
    for key_result in judged.key_results:
        note_promise(tx=tx, site_id=site_id, by=by, at=parts.now(), after=key_result)
    ended = [each.id for each in judged.objectives if each.state is ObjectiveState.CANCELLED]
    ended += [each.id for each in judged.key_results if each.state is KeyResultState.CANCELLED]
    for id in ended:
        entry = Entry(at=parts.now(), kind=EntryKind.CANCELLED, subject_id=id, author=by)
        note(tx=tx, site_id=site_id, entry=entry)
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


def _counts(judged: Assembled) -> dict[str, Any]:
    lists = ("cycles", "teams", "objectives", "key_results", "checkins")
    return {name: len(getattr(judged, name)) for name in lists}
