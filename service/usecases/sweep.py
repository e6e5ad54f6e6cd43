"""Find work that nobody is doing: rows marked changed and not published, and sites whose next pass is due.

A broker that loses everything loses nothing by it. Source: design section 6.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from service import jobs
from service.jobs import Job
from service.store import Due, Transaction
from service.usecases.needs import Needs
from service.usecases.rooms.after import ANSWERS, ASKS

MOST_ROWS: Final = 500
"""Rows of a kind one sweep wakes; the next sweep goes on."""
MISSED_AFTER: Final = timedelta(minutes=3)
"""A room that waits longer for a job than this has lost it; longer than the lane of a worker that died."""
FORGOTTEN_AFTER: Final = timedelta(days=1)
"""A room that waits longer than this is left to its people, who can press again."""


@dataclass(frozen=True, slots=True)
class Pass:
    """A periodic pass over one site."""

    name: str
    every: timedelta
    job: Job
    args: tuple[bool, ...] = ()


PASSES: Final = (
    Pass("delta", timedelta(minutes=30), jobs.RECONCILE_SITE, (False,)),
    Pass("full", timedelta(hours=24), jobs.RECONCILE_SITE, (True,)),
    Pass("trackers", timedelta(minutes=30), jobs.READ_TRACKERS),
    Pass("pages", timedelta(hours=24), jobs.PUBLISH_PAGES),
    Pass("owners", timedelta(hours=24), jobs.CHECK_OWNERS),
    Pass("waivers", timedelta(hours=24), jobs.CHECK_WAIVERS),
    Pass("options", timedelta(hours=24), jobs.SYNC_OPTIONS),
)


@dataclass(frozen=True, slots=True)
class Swept:
    """How many jobs were woken: publications and passes."""

    publications: int
    passes: int


def sweep(*, parts: Needs) -> Swept:
    """Enqueue every publication that is due, and every pass whose time has come on its site."""
    now = parts.now()
    with parts.store.reading() as tx:
        due = [
            *((jobs.PUBLISH_OBJECTIVE, each) for each in tx.objectives.unpublished(limit=MOST_ROWS)),
            *((jobs.PUBLISH_ISSUE, each) for each in tx.issues.unpublished(limit=MOST_ROWS)),
            *((jobs.PUBLISH_CYCLE, each) for each in tx.pages.unpublished(now=now, limit=MOST_ROWS)),
        ]
        due += [(ASKS[kind], each) for kind in ANSWERS for each in _unanswered(tx, kind, now)]
        sites = tx.sites.list_live()
    for job, row in due:
        parts.enqueue(job, row.site_id, row.id)
    passes = [(site.id, each) for site in sites for each in _due_passes(parts, site.id, now)]
    for site_id, each in passes:
        parts.enqueue(each.job, site_id, *each.args)
    return Swept(len(due), len(passes))


def _unanswered(tx: Transaction, kind: str, now: datetime) -> tuple[Due, ...]:
    return tx.sessions.unanswered(
        asks=kind, answers=ANSWERS[kind], after=now - FORGOTTEN_AFTER, before=now - MISSED_AFTER, limit=MOST_ROWS
    )


def next_due(*, now: datetime, every: timedelta, key: str) -> datetime:
    """Return the next instant of a rhythm whose phase depends on `key`, so that the sites don't all start at once.

    Source: platform 4, a well-behaved client, 5.
    """
    every_s = every.total_seconds()
    phase_s = int.from_bytes(hashlib.sha256(key.encode()).digest()[:4], "big") % every_s
    return now + timedelta(seconds=every_s - (now.timestamp() - phase_s) % every_s)


def _due_passes(parts: Needs, site_id: str, now: datetime) -> tuple[Pass, ...]:
    """Claim each pass until its next instant; whoever gets a claim is the one to start it, of all workers once."""
    with parts.store.transaction() as tx:
        return tuple(each for each in PASSES if _claim(tx, parts, site_id, each, now))


def _claim(tx: Transaction, parts: Needs, site_id: str, one: Pass, now: datetime) -> bool:
    until = next_due(now=now, every=one.every, key=f"{site_id}:{one.name}")
    ttl_s = (until - now).total_seconds()
    return tx.leases.claim(site_id=site_id, name=f"pass:{one.name}", holder=parts.new_id(), now=now, ttl_s=ttl_s)
