"""Let somebody do one thing in a room: read the room, ask the rules, write the act. Doing it again changes nothing."""

from service.domain.room import Act, Entry, Room, Stamp, fold, written
from service.store.errors import Clash
from service.usecases.needs import Needs
from service.usecases.rooms.after import wake_after
from service.usecases.rooms.facts import read_facts
from service.usecases.rooms.keep_look_back import keep_look_back
from service.usecases.rooms.look import keep, look

TRIES = 4
"""Thirty people who write at once queue at the session's row; where a database refuses instead, trying again is enough."""


def perform_act(*, parts: Needs, site_id: str, by: str, session_id: str, act_id: str, act: Act) -> Room:
    """Write an act and return the room after it; an act that arrived before is not written twice.

    Raises: NotThere; the DomainError of the rule that the act breaks; Clash when the room is busier than four tries.
    """
    for _ in range(TRIES - 1):
        try:
            return _perform(parts, site_id, by, session_id, act_id, act)
        except Clash:
            continue
    return _perform(parts, site_id, by, session_id, act_id, act)


def _perform(parts: Needs, site_id: str, by: str, session_id: str, act_id: str, act: Act) -> Room:
    now = parts.now()
    with parts.store.transaction() as tx:
        session = tx.sessions.get(site_id=site_id, id=session_id, for_update=True)
        room = look(tx=tx, store=parts.store, site_id=site_id, session=session)
        if tx.sessions.has_act(site_id=site_id, id=session_id, act_id=act_id):
            return room
        stamp = Stamp(by=by, at=now, act_id=act_id)
        facts = read_facts(tx=tx, store=parts.store, site_id=site_id, session=session, now=now)
        act.refuse(room=room, stamp=stamp, facts=facts)
        entry = Entry(seq=session.seq + 1, kind=act.kind, data=written(act), stamp=stamp)
        after = fold(room=room, entries=(entry,))
        tx.sessions.append(site_id=site_id, room=after, entry=entry)
        keep_look_back(tx=tx, site_id=site_id, before=room, after=after, facts=facts, stamp=stamp)
    keep(store=parts.store, site_id=site_id, room=after)
    wake_after(parts=parts, site_id=site_id, room=after, act=act)
    return after
