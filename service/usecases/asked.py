"""What somebody asked for and a worker has not finished: a page says so, and a second wish joins the first.

A lease that nobody works under: it ends by itself after TTL_S, so a lost job can be asked for again. No use case of its own.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from service.usecases.needs import Needs

TTL_S: Final = 600.0
"""As long as a job may run at most."""

HOLDER: Final = "asked"


def ask_once(*, parts: Needs, site_id: str, name: str) -> bool:
    """Note the wish; False if it is noted already, so that nobody enqueues it twice."""
    with parts.store.transaction() as tx:
        if name in tx.leases.held(site_id=site_id, holder=HOLDER, now=parts.now()):
            return False
        return tx.leases.claim(site_id=site_id, name=name, holder=HOLDER, now=parts.now(), ttl_s=TTL_S)


def settle_wish(*, parts: Needs, site_id: str, name: str) -> None:
    """Forget the wish: it is done, or given up."""
    with parts.store.transaction() as tx:
        tx.leases.release(site_id=site_id, name=name, holder=HOLDER)


def read_wishes(*, parts: Needs, site_id: str) -> Mapping[str, datetime]:
    """Return every wish that waits, with the instant it was made."""
    with parts.store.reading() as tx:
        held = tx.leases.held(site_id=site_id, holder=HOLDER, now=parts.now())
    return {name: until_at - timedelta(seconds=TTL_S) for name, until_at in held.items()}


def history_wish(key_result_id: str) -> str:
    """Return the name of the wish for a key result's history; its problems stand under the same name."""
    return f"history:{key_result_id}"


def synthesis_wish(cycle_id: str) -> str:
    """Return the name of the wish for a run of the Synthesizer; its problems stand under the same name."""
    return f"synthesis:{cycle_id}"
