"""Compare a site with Jira: what webhooks lost is found here. Nothing is decided; every difference becomes a look at that issue."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain
from typing import Final

from connect.outbound.budget import Urgency, spending
from connect.outbound.jira import JiraClient
from connect.outbound.shapes import IssueSnapshot
from service import jobs
from service.usecases.needs import Needs
from service.usecases.sync.fields import SiteFields, find_fields
from service.usecases.sync.gone import mark_gone
from service.usecases.sync.take_in import differs

OVERLAP: Final = timedelta(minutes=60)
"""At least 30 minutes and twice the interval of the passes, because Jira's index lags. Source: platform 3.2."""
IDS_A_QUERY: Final = 50
"""About 500 characters of ids. Source: platform 3.2."""
CURSOR: Final = "delta"
MOST: Final = 1000
"""Publications of a kind that are looked through for some to repeat."""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What a pass saw: issues read, looks queued because something differs, issues that are gone, publications repeated."""

    read: int = 0
    queued: int = 0
    gone: int = 0
    repeated: int = 0

    def __str__(self) -> str:
        return f"{self.read} read, {self.queued} to look at, {self.gone} gone, {self.repeated} to publish again"


def reconcile_site(*, parts: Needs, site_id: str, full: bool = False) -> Reconciled:
    """Read what changed in Jira since the last pass, or (`full`) every issue of ours; queue a look wherever we differ.

    A snapshot of a pass may be older than our last write, so it is never applied: the look reads again inside the lane.
    Costs points ∝ changed issues, a full pass ∝ linked ones. Raises: connect.errors.ProductError, NoInstallation.
    """
    started_at = parts.now()
    with spending(Urgency.BACKGROUND):
        fields = find_fields(parts=parts, site_id=site_id)
        with parts.store.reading() as tx:
            since = tx.cursors.find(site_id=site_id, name=CURSOR)
            epics = {each.epic_id for each in tx.objectives.mapped(site_id=site_id) if each.epic_id}
            ids = sorted(epics | {each.id for each in tx.issues.linked(site_id=site_id)})
            field_ids = fields.bound(tx.key_results.active(site_id=site_id))
        jira = parts.jira(site_id)
        missing: tuple[str, ...] = ()
        shown: Iterable[IssueSnapshot]
        if full or since is None:
            fetched = jira.fetch_issues(issue_ids=ids, field_ids=field_ids)
            missing = fetched.missing
            shown = chain(fetched.found, _search(jira, _unlinked(fields), field_ids))
        else:
            asked = [*(f"id in ({', '.join(each)})" for each in _chunks(ids)), *_unlinked(fields)]
            minutes = math.ceil((started_at - since + OVERLAP).total_seconds() / 60)
            shown = _search(jira, [f'{each} AND updated >= "-{minutes}m"' for each in asked], field_ids)
        read, differing = _compare(parts, site_id, shown, fields)
    gone = sum(mark_gone(parts=parts, site_id=site_id, issue_id=each) for each in missing)
    with parts.store.transaction() as tx:
        tx.cursors.put(site_id=site_id, name=CURSOR, at=started_at)
    for issue_id in differing:
        parts.enqueue(jobs.APPLY_ISSUE_CHANGE, site_id, issue_id)
    return Reconciled(read, len(differing), gone, _repeat(parts, site_id))


def _unlinked(fields: SiteFields) -> list[str]:
    """Return the query for issues that say they are initiatives although we don't know them: their webhook was lost."""
    if fields.options is None:
        return []
    return [f"cf[{fields.options.removeprefix('customfield_')}] is not EMPTY"]


def _search(jira: JiraClient, queries: Iterable[str], field_ids: Sequence[str]) -> Iterator[IssueSnapshot]:
    for jql in queries:
        yield from jira.search(jql=jql, field_ids=field_ids)


def _compare(parts: Needs, site_id: str, shown: Iterable[IssueSnapshot], fields: SiteFields) -> tuple[int, list[str]]:
    """Return how many issues were read, and the ids of those that differ from our rows, each once."""
    read, differing = 0, dict[str, None]()
    for snapshot in shown:
        read += 1
        with parts.store.reading() as tx:
            if differs(tx=tx, site_id=site_id, snapshot=snapshot, fields=fields):
                differing[snapshot.id] = None
    return read, list(differing)


def _repeat(parts: Needs, site_id: str) -> int:
    """Try again what was given up and what no change has triggered since: a site may have been away for a day."""
    with parts.store.reading() as tx:
        every = (
            *((jobs.PUBLISH_OBJECTIVE, each) for each in tx.objectives.unpublished(limit=MOST, include_failed=True)),
            *((jobs.PUBLISH_ISSUE, each) for each in tx.issues.unpublished(limit=MOST, include_failed=True)),
        )
    waiting = [(job, row.id) for job, row in every if row.site_id == site_id]
    for job, row_id in waiting:
        parts.enqueue(job, site_id, row_id)
    return len(waiting)


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), IDS_A_QUERY):
        yield ids[start : start + IDS_A_QUERY]
