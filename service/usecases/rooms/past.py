"""What a room takes from before: the cycle it looks back on, and the outcome of the session it follows."""

from service.domain.cycles import cycle_before
from service.domain.model import Cycle
from service.domain.room import Session, SessionKind
from service.domain.room.followed import Followed
from service.store import Store, Transaction
from service.usecases.rooms.look import keep, look

LONGEST_CHAIN = 10
OF_ITS_OWN_CYCLE = frozenset({SessionKind.RETROSPECTIVE, SessionKind.MID_CYCLE})


def looked_back_on(*, tx: Transaction, site_id: str, session: Session) -> Cycle | None:
    """Return the cycle a session looks back on: its own at a retrospective, else the one before; None in the first."""
    cycle = tx.cycles.get(site_id=site_id, id=session.cycle_id)
    if session.kind in OF_ITS_OWN_CYCLE:
        return cycle
    return cycle_before(cycles=tx.cycles.list(site_id=site_id), cycle=cycle)


def outcome_followed(*, tx: Transaction, store: Store, site_id: str, session: Session) -> Followed | None:
    """Return what the session before hands on, or None. Source: O-01."""
    earlier = tx.sessions.find(site_id=site_id, id=session.follows_id) if session.follows_id else None
    if earlier is None:
        return None
    room = look(tx=tx, store=store, site_id=site_id, session=earlier)
    # Nothing is written to the earlier session here, so its room is as committed as it will be.
    keep(store=store, site_id=site_id, room=room)
    first = earlier
    for _ in range(LONGEST_CHAIN):
        before = tx.sessions.find(site_id=site_id, id=first.follows_id) if first.follows_id else None
        if before is None:
            break
        first = before
    return Followed(
        title=earlier.title,
        kind=earlier.kind,
        first_starts_at=first.starts_at,
        areas=room.priorities.in_order(),
        greatest_id=room.priorities.greatest_id,
        decisions=room.decisions.all,
        objectives=tuple(each.title for each in room.drafts.objectives()),
    )
