"""The one write lane of an issue, across processes: two workers never read, decide and write one issue at once.

A burst coalesces: who finds the lane taken leaves, and who holds it looks once more after it is free. A rate limit of an issue
keeps its lane shut until Jira takes writes again. Source: design section 6, platform 4.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from service.usecases.needs import Needs

LANE_TTL_S: Final = 120.0
"""Longer than any honest holder needs (a few calls of 10 s at most), short enough to wait for after a crash."""

WAITING: Final = "waiting"


@contextmanager
def lane(*, parts: Needs, site_id: str, issue_id: str) -> Iterator[bool]:
    """Hold the lane of an issue; gives False (and holds nothing) if somebody else has it or it is shut."""
    holder, name = parts.new_id(), _name(issue_id)
    with parts.store.transaction() as tx:
        got = tx.leases.claim(site_id=site_id, name=name, holder=holder, now=parts.now(), ttl_s=LANE_TTL_S)
    try:
        yield got
    finally:
        if got:
            with parts.store.transaction() as tx:
                tx.leases.release(site_id=site_id, name=name, holder=holder)


def shut_lane(*, parts: Needs, site_id: str, issue_id: str, for_s: float) -> None:
    """Keep everybody out of an issue's lane for a while, unless somebody is inside. Units: seconds."""
    with parts.store.transaction() as tx:
        tx.leases.claim(site_id=site_id, name=_name(issue_id), holder=WAITING, now=parts.now(), ttl_s=for_s)


def _name(issue_id: str) -> str:
    return f"issue:{issue_id}"
