"""Values at instants. Rows are added and read; nothing here can change one."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select

from service.domain.model import Checkin, CheckinSource
from service.store.repositories.base import Rows
from service.store.tables import checkins, key_results, objectives

COLUMNS = tuple(f.name for f in fields(Checkin))


class Checkins(Rows):
    """Check-ins of a site, oldest first by (at, recorded_at)."""

    def add(self, *, site_id: str, checkin: Checkin) -> bool:
        """Append a check-in; False if the key result already has one with its idempotency key.

        Raises: ValueError without `recorded_at`.
        """
        values = _values(checkin)
        if checkin.key is None:
            self._connection.execute(checkins.insert().values(site_id=site_id, **values))
            return True
        insert = self._insert(checkins).values(site_id=site_id, **values)
        same_key = ("site_id", "key_result_id", "key")
        return self._wrote(insert.on_conflict_do_nothing(index_elements=same_key))

    def add_many(self, *, site_id: str, new: Iterable[Checkin]) -> None:
        """Append many check-ins at once, all or none: a key that exists makes the transaction clash."""
        rows = [{"site_id": site_id, **_values(each)} for each in new]
        if rows:
            self._connection.execute(checkins.insert(), rows)

    def find_by_key(self, *, site_id: str, key_result_id: str, key: str) -> Checkin | None:
        """Return the check-in recorded under an idempotency key, or None."""
        return self._first(self._of(site_id, key_result_id).where(checkins.c.key == key))

    def latest(
        self, *, site_id: str, key_result_id: str, source: CheckinSource | None = None, with_value: bool = False
    ) -> Checkin | None:
        """Return the newest check-in (of a source, with a value), or None; one row is read, however long the history."""
        row = checkins.c
        query = self._of(site_id, key_result_id).order_by(None)
        if source is not None:
            query = query.where(row.source == source)
        if with_value:
            query = query.where(row.value.is_not(None))
        return self._first(query.order_by(row.at.desc(), row.recorded_at.desc(), row.id.desc()).limit(1))

    def of_key_result(
        self, *, site_id: str, key_result_id: str, limit: int | None = None, before: datetime | None = None
    ) -> tuple[Checkin, ...]:
        """Return the history of a key result, oldest first; with `limit` the newest so many of it."""
        query = self._of(site_id, key_result_id)
        if before is not None:
            query = query.where(checkins.c.at < before)
        if limit is None:
            return self._all(query)
        row = checkins.c
        newest = query.order_by(None).order_by(row.at.desc(), row.recorded_at.desc(), row.id.desc()).limit(limit)
        return tuple(reversed(self._all(newest)))

    def of_key_results(self, *, site_id: str, key_result_ids: Iterable[str]) -> tuple[Checkin, ...]:
        """Return the histories of some key results, oldest first."""
        wanted = sorted(set(key_result_ids))
        return self._all(self._select(site_id).where(checkins.c.key_result_id.in_(wanted)))

    def of_cycle(self, *, site_id: str, cycle_id: str) -> tuple[Checkin, ...]:
        """Return the histories of every key result of a cycle, oldest first."""
        return self._all(self._select(site_id).where(checkins.c.key_result_id.in_(_inside(site_id, cycle_id))))

    def projections(self, *, site_id: str, cycle_id: str) -> tuple[Checkin, ...]:
        """Return the check-ins of a cycle that project a final value, oldest first."""
        projects = (checkins.c.key_result_id.in_(_inside(site_id, cycle_id)), checkins.c.projection.is_not(None))
        return self._all(self._select(site_id).where(*projects))

    def _of(self, site_id: str, key_result_id: str) -> Select[Any]:
        return self._select(site_id).where(checkins.c.key_result_id == key_result_id)

    def _select(self, site_id: str) -> Select[Any]:
        row = checkins.c
        return (
            select(*(row[name] for name in COLUMNS))
            .where(row.site_id == site_id)
            .order_by(row.at, row.recorded_at, row.id)
        )

    def _first(self, query: Select[Any]) -> Checkin | None:
        row = self._connection.execute(query).first()
        return None if row is None else _checkin(row)

    def _all(self, query: Select[Any]) -> tuple[Checkin, ...]:
        return tuple(_checkin(row) for row in self._connection.execute(query))


def _inside(site_id: str, cycle_id: str) -> Select[Any]:
    """Select the ids of a cycle's key results."""
    same = (objectives.c.site_id == key_results.c.site_id) & (objectives.c.id == key_results.c.objective_id)
    here = (key_results.c.site_id == site_id, objectives.c.cycle_id == cycle_id)
    return select(key_results.c.id).join(objectives, same).where(*here)


def _values(checkin: Checkin) -> dict[str, Any]:
    if checkin.recorded_at is None:
        raise ValueError("a check-in is stored with the instant it was recorded at")
    return {name: getattr(checkin, name) for name in COLUMNS}


def _checkin(row: Sequence[Any]) -> Checkin:
    return Checkin(**dict(zip(COLUMNS, row, strict=True)))
