"""Planning sessions and the logs of their rooms."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import exists, select

from service.domain.room import Entry, Room, Session, Stamp
from service.store.records import Due
from service.store.repositories.base import Repository
from service.store.tables import session_acts, sessions


class Sessions(Repository[Session]):
    """Sessions of a site, and their acts. Whoever appends holds the session's row (`get(for_update=True)`)."""

    table = sessions
    made_of = Session
    noun = "planning session"
    order: ClassVar[tuple[str, ...]] = ("starts_at", "id")

    def of_cycle(self, *, site_id: str, cycle_id: str) -> tuple[Session, ...]:
        """Return the sessions of a cycle, earliest first."""
        return self._all(self._select(site_id).where(sessions.c.cycle_id == cycle_id))

    def seq(self, *, site_id: str, id: str) -> int | None:
        """Return how many acts a session has seen, or None if there is no such session."""
        query = select(sessions.c.seq).where(sessions.c.site_id == site_id, sessions.c.id == id)
        found: int | None = self._connection.execute(query).scalar_one_or_none()
        return found

    def has_act(self, *, site_id: str, id: str, act_id: str) -> bool:
        """Tell whether an act arrived before."""
        row = session_acts.c
        query = select(row.seq).where(row.site_id == site_id, row.session_id == id, row.act_id == act_id)
        return self._connection.execute(query).first() is not None

    def acts_after(self, *, site_id: str, id: str, seq: int) -> tuple[Entry, ...]:
        """Return the acts after the first `seq`, in order."""
        row = session_acts.c
        query = (
            select(session_acts).where(row.site_id == site_id, row.session_id == id, row.seq > seq).order_by(row.seq)
        )
        return tuple(_entry(found) for found in self._connection.execute(query).mappings())

    def unanswered(
        self, *, asks: str, answers: tuple[str, ...], after: datetime, before: datetime, limit: int
    ) -> tuple[Due, ...]:
        """Return sessions of all sites in which an act asked for a job between two instants and nothing has answered it."""
        asked, later = session_acts.alias("asked"), session_acts.alias("later")
        answer = exists().where(
            later.c.site_id == asked.c.site_id,
            later.c.session_id == asked.c.session_id,
            later.c.seq > asked.c.seq,
            later.c.kind.in_((asks, *answers)),
        )
        query = (
            select(asked.c.site_id, asked.c.session_id, asked.c.seq)
            .where(asked.c.kind == asks, asked.c.at > after, asked.c.at < before, ~answer)
            .limit(limit)
        )
        return tuple(Due(site_id=site, id=id, rev=seq) for site, id, seq in self._connection.execute(query))

    def append(self, *, site_id: str, room: Room, entry: Entry) -> None:
        """Write an act and bring the session's row up to the room after it. Raises: NotThere."""
        self._connection.execute(
            session_acts.insert().values(
                site_id=site_id,
                session_id=room.session.id,
                seq=entry.seq,
                act_id=entry.stamp.act_id,
                kind=entry.kind,
                data=dict(entry.data),
                by=entry.stamp.by,
                at=entry.stamp.at,
            )
        )
        self.save(site_id=site_id, item=room.session)


def _entry(row: Mapping[Any, Any]) -> Entry:
    stamp = Stamp(by=row["by"], at=row["at"], act_id=row["act_id"])
    return Entry(seq=row["seq"], kind=row["kind"], data=row["data"], stamp=stamp)
