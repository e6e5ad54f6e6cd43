"""Tell whether anything that the pages show may have changed, without reading what they show."""

import hashlib

from service.usecases.asked import HOLDER
from service.usecases.needs import Needs


def read_revision(*, parts: Needs, site_id: str, cycle_id: str | None = None, judged: bool = False) -> str:
    """Return a text that differs once a page of the site (or of one cycle of it) may have to be drawn anew.

    Every change of a plan marks the cycle's page (`usecases/changed.py`), so its counter speaks for objectives, key results,
    check-ins, links and owners; the few rows that stand beside a plan are read themselves. Pace, status and "days ago" move
    with the clock, so a minute is the longest anything can stay behind. `judged` pages depend on no clock, but on what was said
    beside the plans and on what is being asked for.
    """
    now = parts.now()
    with parts.store.reading() as tx:
        pages = tx.pages.list(site_id=site_id)
        seen = (
            tx.sites.get(site_id=site_id),
            tx.cycles.list(site_id=site_id),
            tx.teams.list(site_id=site_id),
            tx.own_presets.list(site_id=site_id),
            tx.problems.list(site_id=site_id),
            tx.objectives.publishing(site_id=site_id),
            [page for page in pages if cycle_id in (None, page.cycle_id)],
        )
        moves: object = now.replace(second=0, microsecond=0)
        if judged:
            moves = (
                tx.judgements.stamp(site_id=site_id),
                sorted(tx.leases.held(site_id=site_id, holder=HOLDER, now=now)),
            )
    return hashlib.sha256(repr((moves, seen)).encode()).hexdigest()[:16]
