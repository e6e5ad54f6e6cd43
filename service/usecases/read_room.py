"""Read a room as one person may see it."""

from dataclasses import dataclass

from service.domain.room import Blocker, Facts, Room, Seat, Step, blockers
from service.domain.room.seats import CONSOLE
from service.usecases.needs import Needs
from service.usecases.rooms.facts import read_facts
from service.usecases.rooms.look import keep, look


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomView:
    """A room, the world around it, and what the person who looks may do. Units: `left_s` in seconds, negative on overrun."""

    room: Room
    facts: Facts
    viewer: str
    seat: Seat | None
    step: Step | None
    left_s: float
    blockers: tuple[Blocker, ...]

    @property
    def may_turn(self) -> bool:
        """Tell whether the viewer turns the pages."""
        return self.seat is not None and self.seat.role in CONSOLE


def read_room(*, parts: Needs, site_id: str, session_id: str, viewer: str) -> RoomView:
    """Return a room and its facts. Raises: NotThere."""
    now = parts.now()
    with parts.store.reading() as tx:
        session = tx.sessions.get(site_id=site_id, id=session_id)
        room = look(tx=tx, store=parts.store, site_id=site_id, session=session)
        facts = read_facts(tx=tx, store=parts.store, site_id=site_id, session=session, now=now)
    keep(store=parts.store, site_id=site_id, room=room)
    step = room.agenda.step
    return RoomView(
        room=room,
        facts=facts,
        viewer=viewer,
        seat=room.seats.find(viewer),
        step=step,
        left_s=room.agenda.left_s(now=now),
        blockers=blockers(room=room, facts=facts, step=step) if step else (),
    )
