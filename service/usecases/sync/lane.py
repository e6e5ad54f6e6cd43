"""The one write lane of an issue, across processes: two workers never read, decide and write one issue at once.

Who finds the lane taken leaves: a publisher looks once more after it is done, and of several looks that came too early one is
put off (`put_off`). A wait that Jira asked for shuts an issue for writing, not for reading. Source: design section 6, platform 4.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from service.usecases.needs import Needs

LANE_TTL_S: Final = 120.0
"""Longer than any honest holder needs (a few calls of 10 s at most), short enough to wait for after a crash."""


@contextmanager
def lane(*, parts: Needs, site_id: str, issue_id: str) -> Iterator[bool]:
    """Hold the lane of an issue; gives False, and holds nothing, if somebody else has it."""
    holder, name = parts.new_id(), f"issue:{issue_id}"
    with parts.store.transaction() as tx:
        got = tx.leases.claim(site_id=site_id, name=name, holder=holder, now=parts.now(), ttl_s=LANE_TTL_S)
    try:
        yield got
    finally:
        if got:
            with parts.store.transaction() as tx:
                tx.leases.release(site_id=site_id, name=name, holder=holder)


def put_off(*, parts: Needs, site_id: str, issue_id: str, for_s: float) -> bool:
    """Tell whether the caller is the one to come back in `for_s` seconds; others within that time are served by it."""
    return _claim(parts, site_id, f"again:{issue_id}", for_s)


def shut(*, parts: Needs, site_id: str, issue_id: str, for_s: float) -> None:
    """Let nobody write to an issue for a while. Units: seconds."""
    _claim(parts, site_id, f"shut:{issue_id}", for_s)


def is_shut(*, parts: Needs, site_id: str, issue_id: str) -> bool:
    """Tell whether the issue must not be written yet."""
    return not _claim(parts, site_id, f"shut:{issue_id}", 0)


def _claim(parts: Needs, site_id: str, name: str, ttl_s: float) -> bool:
    with parts.store.transaction() as tx:
        return tx.leases.claim(site_id=site_id, name=name, holder=parts.new_id(), now=parts.now(), ttl_s=ttl_s)
