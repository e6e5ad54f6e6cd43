"""List the planning sessions of a cycle."""

from service.domain.room import Session
from service.usecases.needs import Needs


def list_sessions(*, parts: Needs, site_id: str, cycle_id: str) -> tuple[Session, ...]:
    """Return a cycle's sessions, earliest first. Raises: NotThere."""
    with parts.store.reading() as tx:
        tx.cycles.get(site_id=site_id, id=cycle_id)
        return tx.sessions.of_cycle(site_id=site_id, cycle_id=cycle_id)
