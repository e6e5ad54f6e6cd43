"""Say how many acts a room has seen: what a poll asks before anything is read or drawn."""

from service.domain.errors import NotThere
from service.usecases.needs import Needs


def read_room_seq(*, parts: Needs, site_id: str, session_id: str) -> int:
    """Return the number of acts of a session's room. Raises: NotThere."""
    with parts.store.reading() as tx:
        seq = tx.sessions.seq(site_id=site_id, id=session_id)
    if seq is None:
        raise NotThere("There is no such planning session on this site; it may have been removed.")
    return seq
