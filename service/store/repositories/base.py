"""What repositories share: rows to frozen objects and back, and the reads and writes of a table keyed (site_id, id)."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, Executable, Select, Table, select
from sqlalchemy.dialects import postgresql, sqlite

from service.domain.errors import NotThere


class HasId(Protocol):
    """A frozen noun of the domain."""

    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=HasId)


class Rows:
    """Statements on one connection, for tables of any key."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _insert(self, table: Table) -> Any:
        """Return an INSERT that knows ON CONFLICT on the database at hand."""
        return postgresql.insert(table) if self._connection.dialect.name == "postgresql" else sqlite.insert(table)

    def _wrote(self, insert: Executable) -> bool:
        """Run an INSERT … ON CONFLICT and tell whether it wrote a row."""
        # Without the option the count of an INSERT is -1 on PostgreSQL, which reads as "yes".
        return self._connection.execute(insert, execution_options={"preserve_rowcount": True}).rowcount == 1

    def _insert_new(self, table: Table, values: Mapping[str, Any]) -> bool:
        """Insert a row unless its key exists; tell whether it was inserted."""
        return self._wrote(self._insert(table).values(**values).on_conflict_do_nothing())

    def _put(self, table: Table, values: Mapping[str, Any]) -> None:
        """Insert a row or overwrite the other columns of the one with its primary key."""
        key = [column.name for column in table.primary_key]
        insert = self._insert(table).values(**values)
        rest = {name: insert.excluded[name] for name in values if name not in key}
        self._connection.execute(insert.on_conflict_do_update(index_elements=key, set_=rest))


class Repository(Rows, Generic[T]):
    """Objects of one class in a table keyed (site_id, id).

    `kept_apart` are columns that `save` never overwrites: counters and facts that other writers move atomically.
    """

    table: ClassVar[Table]
    made_of: ClassVar[type[Any]]
    noun: ClassVar[str]
    order: ClassVar[tuple[str, ...]] = ("id",)
    kept_apart: ClassVar[frozenset[str]] = frozenset()

    def add(self, *, site_id: str, item: T) -> None:
        """Insert a new object."""
        self._connection.execute(self.table.insert().values(site_id=site_id, **self._values(item)))

    def save(self, *, site_id: str, item: T) -> None:
        """Overwrite a stored object, except for what is kept apart.

        Raises: NotThere.
        """
        values = {name: value for name, value in self._values(item).items() if name not in self.kept_apart}
        self._change(site_id=site_id, id=item.id, values=values)

    def get(self, *, site_id: str, id: str, for_update: bool = False) -> T:
        """Return the object; `for_update` holds other writers of it back until this transaction ends.

        Raises: NotThere.
        """
        found = self.find(site_id=site_id, id=id, for_update=for_update)
        if found is None:
            raise NotThere(f"there is no {self.noun} {id!r} on this site; it may have been removed, so reload the list")
        return found

    def find(self, *, site_id: str, id: str, for_update: bool = False) -> T | None:
        """Return the object, or None."""
        query = self._select(site_id).where(self.table.c.id == id)
        return self._first(query.with_for_update() if for_update else query)

    def get_many(self, *, site_id: str, ids: Iterable[str]) -> tuple[T, ...]:
        """Return those of the objects that exist."""
        wanted = sorted(set(ids))
        found: list[T] = []
        for start in range(0, len(wanted), 500):  # SQLite allows 32,766 parameters; smaller statements stay cached
            found += self._all(self._select(site_id).where(self.table.c.id.in_(wanted[start : start + 500])))
        return tuple(found)

    def list(self, *, site_id: str) -> tuple[T, ...]:
        """Return all objects of the site in their order."""
        return self._all(self._select(site_id))

    def _select(self, site_id: str) -> Select[Any]:
        return (
            select(self.table)
            .where(self.table.c.site_id == site_id)
            .order_by(*(self.table.c[name] for name in self.order))
        )

    def _change(self, *, site_id: str, id: str, values: Mapping[str, Any]) -> None:
        """Update columns of one row. Raises: NotThere."""
        if not self._update(site_id, self.table.c.id == id, values=values):
            raise NotThere(f"there is no {self.noun} {id!r} on this site; it may have been removed, so reload the list")

    def _update(self, site_id: str, *where: ColumnElement[bool], values: Mapping[str, Any]) -> int:
        statement = self.table.update().where(self.table.c.site_id == site_id, *where).values(**values)
        return self._connection.execute(statement).rowcount

    def _first(self, query: Select[Any]) -> T | None:
        row = self._connection.execute(query).mappings().first()
        return None if row is None else self._object(row)

    def _all(self, query: Select[Any]) -> tuple[T, ...]:
        return tuple(self._object(row) for row in self._connection.execute(query).mappings())

    def _values(self, item: T) -> dict[str, Any]:
        return {f.name: getattr(item, f.name) for f in fields(self.made_of) if f.name in self.table.c}

    def _object(self, row: Mapping[Any, Any]) -> T:
        made: T = self.made_of(**{f.name: row[f.name] for f in fields(self.made_of) if f.name in row})
        return made
