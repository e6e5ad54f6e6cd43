"""Add a plan from a file: all of it or nothing, and what it would do before it does it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from service.domain.errors import DomainError
from service.domain.exchange import Assembled, Known, NamedIssue, Row, RowError, assemble, issue_names
from service.domain.exchange.columns import LISTS
from service.domain.model import KeyResult
from service.domain.presets.own import derived_presets
from service.jobs import CHECK_WAIVERS, SYNC_OPTIONS
from service.store import Transaction
from service.usecases.changed import wake
from service.usecases.epic_editor import require_epic_editor
from service.usecases.importing.add_rows import add_rows
from service.usecases.importing.named import Named
from service.usecases.needs import Needs
from service.usecases.sync.fields import site_fields
from service.usecases.sync.named import read_named
from service.usecases.sync.permission import require_permission_on_all


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
    """How many of each were added (or would be: `dry_run`), how many stood there already, and what is wrong.

    `left_out` are epics and initiatives of another Jira site.
    """

    dry_run: bool
    added: Mapping[str, int]
    unchanged: int
    left_out: int = 0
    errors: tuple[RowError, ...] = ()


def import_plan(*, parts: Needs, site_id: str, by: str | None, rows: Sequence[Row], dry_run: bool = False) -> Imported:
    """Add what the rows say and the site does not have; a dry run only tells.

    A person's import is checked in under their name, and they must be able to edit the epics that get new numbers; the operator's
    (`by` None) restores authors, sources and instants as they were.
    Raises: ImportRefused (not in a dry run), Forbidden, connect.errors.ProductError.
    """
    named = _look_at_issues(parts, site_id, rows)
    with parts.store.reading() as tx:
        judged, known = _judge(tx, parts, site_id, rows, by, named)
    if dry_run:
        return _told(judged, dry_run=True)
    _require_editor(parts, site_id, by, judged, known, named)
    with parts.store.transaction() as tx:
        judged, _ = _judge(tx, parts, site_id, rows, by, named)  # again: somebody may have written in between
        if judged.errors:
            raise ImportRefused(judged.errors)
        wakes = add_rows(tx=tx, parts=parts, site_id=site_id, by=by, judged=judged, named=named)
    wake(parts=parts, wakes=wakes)
    if judged.key_results:
        parts.enqueue(SYNC_OPTIONS, site_id)
    if judged.waivers:
        parts.enqueue(CHECK_WAIVERS, site_id)
    return _told(judged, dry_run=False)


def _told(judged: Assembled, *, dry_run: bool) -> Imported:
    return Imported(
        dry_run=dry_run,
        added={name: len(getattr(judged, name)) for name in LISTS.values()},
        unchanged=judged.unchanged,
        left_out=judged.left_out,
        errors=judged.errors,
    )


def _look_at_issues(parts: Needs, site_id: str, rows: Sequence[Row]) -> Named:
    """Ask Jira about the issues of its own that the file names and that the site does not know yet; costs a point each."""
    with parts.store.reading() as tx:
        host = tx.sites.get(site_id=site_id).host
        epics = {each.epic_key for each in tx.objectives.mapped(site_id=site_id)}
        linked = {each.key for each in tx.issues.linked(site_id=site_id)}
    # An issue that is somebody's initiative may still become the epic of an objective; our mirror does not know its level.
    mapped = set(issue_names(rows=[row for row in rows if row.record == "objective"], host=host))
    asked = issue_names(rows=rows, host=host)
    names = [name for name in asked if name not in epics and (name in mapped or name not in linked)]
    if not names:
        return Named(fields=None, found={})
    fields = site_fields(parts=parts, site_id=site_id)
    return Named(fields=fields, found=read_named(parts=parts, site_id=site_id, names=names, fields=fields))


def _judge(
    tx: Transaction, parts: Needs, site_id: str, rows: Sequence[Row], by: str | None, named: Named
) -> tuple[Assembled, frozenset[str]]:
    key_results = tx.key_results.list(site_id=site_id)
    checked = any(row.record == "checkin" for row in rows) and key_results
    checkins = tx.checkins.of_key_results(site_id=site_id, key_result_ids=_named(rows, key_results)) if checked else ()
    site = tx.sites.get(site_id=site_id)
    known = Known(
        site_id=site_id,
        host=site.host,
        site_preset=site.preset,
        cycles={each.id: each for each in tx.cycles.list(site_id=site_id)},
        teams={each.id: each for each in tx.teams.list(site_id=site_id)},
        objectives={each.id: each for each in tx.objectives.list(site_id=site_id)},
        key_results={each.id: each for each in key_results},
        checkins={each.id: each for each in checkins},
        presets=derived_presets(own=tx.own_presets.list(site_id=site_id)),
        issues=_issues_we_know(tx, site_id) | named.shown,
        initiatives={(each.key_result_id, each.issue_id) for each in tx.initiatives.list(site_id=site_id)},
        waivers={each.key_result_id: each for each in tx.waivers.list(site_id=site_id)},
    )
    stood = frozenset(known.objectives)
    return assemble(rows=rows, known=known, now=parts.now(), importer=by), stood


def _issues_we_know(tx: Transaction, site_id: str) -> dict[str, NamedIssue]:
    mirrored = [NamedIssue(id=each.id, key=each.key, is_epic=False) for each in tx.issues.linked(site_id=site_id)]
    mapped = [
        NamedIssue(id=each.epic_id, key=each.epic_key, is_epic=True)
        for each in tx.objectives.mapped(site_id=site_id)
        if each.epic_id and each.epic_key
    ]
    return {each.key: each for each in (*mirrored, *mapped)}


def _named(rows: Iterable[Row], key_results: Iterable[KeyResult]) -> list[str]:
    """Return the key results of the site that check-ins of the file may be about."""
    refs = {row.cells.get("key_result") for row in rows if row.record == "checkin"}
    every = list(key_results)
    own = [each.id for each in every if each.id in refs]
    return own if len(own) == len(refs) else [each.id for each in every]


def _require_editor(
    parts: Needs, site_id: str, by: str | None, judged: Assembled, stood: frozenset[str], named: Named
) -> None:
    if by is None:
        return
    fresh = {each.epic_id: each.epic_key for each in judged.objectives if each.epic_id}
    keys = {each.id: each.key for each in named.found.values()}
    fresh |= {each.issue_id: keys.get(each.issue_id, each.issue_id) for each in judged.initiatives}
    if fresh:
        keyed = {id: key or id for id, key in fresh.items() if id}
        require_permission_on_all(parts=parts, site_id=site_id, by=by, permission="EDIT_ISSUES", keys=keyed)
    with parts.store.reading() as tx:
        told = {each.key_result_id for each in judged.checkins} - {each.id for each in judged.key_results}
        touched = {each.objective_id for each in tx.key_results.get_many(site_id=site_id, ids=told)}
        touched |= {each.objective_id for each in judged.key_results} & stood
        objectives = tx.objectives.get_many(site_id=site_id, ids=touched)
    for objective in objectives:
        require_epic_editor(parts=parts, site_id=site_id, by=by, objective=objective)
