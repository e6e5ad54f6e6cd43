"""Read a room in a transaction of its own, for jobs that then work outside of any."""

from service.domain.room import Room
from service.usecases.needs import Needs
from service.usecases.rooms.look import keep, look


def room_now(*, parts: Needs, site_id: str, session_id: str) -> Room:
    """Return the room as it stands. Raises: NotThere."""
    with parts.store.reading() as tx:
        session = tx.sessions.get(site_id=site_id, id=session_id)
        room = look(tx=tx, store=parts.store, site_id=site_id, session=session)
    keep(store=parts.store, site_id=site_id, room=room)
    return room
