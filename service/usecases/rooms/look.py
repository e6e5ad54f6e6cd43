"""Read a room inside the caller's transaction. What was added up before is kept in this process: a log only grows."""

from collections import OrderedDict
from dataclasses import replace
from threading import Lock
from weakref import WeakKeyDictionary

from service.domain.room import Room, Session, SessionState, empty, fold
from service.store import Store, Transaction

MOST_ROOMS = 200
Key = tuple[str, str]
_kept: "WeakKeyDictionary[Store, OrderedDict[Key, Room]]" = WeakKeyDictionary()
_lock = Lock()


def look(*, tx: Transaction, store: Store, site_id: str, session: Session) -> Room:
    """Return the room of a session as it stands in this transaction."""
    key = (site_id, session.id)
    with _lock:
        known = _kept.setdefault(store, OrderedDict()).get(key)
    if known is None or known.session.seq > session.seq:  # the latter: a restored backup
        known = empty(session=_as_booked(session))
    if known.session.seq < session.seq:
        known = fold(room=known, entries=tx.sessions.acts_after(site_id=site_id, id=session.id, seq=known.session.seq))
    return known


def keep(*, store: Store, site_id: str, room: Room) -> None:
    """Keep a committed room for the next look; the ones nobody looked at longest make way."""
    with _lock:
        rooms = _kept.setdefault(store, OrderedDict())
        key = (site_id, room.session.id)
        known = rooms.get(key)
        if known is None or known.session.seq < room.session.seq:
            rooms[key] = room
        rooms.move_to_end(key)
        while len(rooms) > MOST_ROOMS:
            rooms.popitem(last=False)


def _as_booked(session: Session) -> Session:
    return replace(session, state=SessionState.BOOKED, seq=0)


def forget(*, store: Store) -> None:
    """Forget every room that was kept, as a new process would."""
    with _lock:
        _kept.pop(store, None)
