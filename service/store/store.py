"""The door to the database: open, migrate, begin a transaction. What is stored where is the repositories' business."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Self

from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError, OperationalError

from service.store.engine import open_engine
from service.store.errors import Clash, is_race
from service.store.migrations import upgrade
from service.store.secrets import SecretBox
from service.store.transaction import Transaction


class Store:
    """A database of Northstar. Safe to share between threads; a transaction is not."""

    def __init__(self, *, engine: Engine, secrets: SecretBox) -> None:
        self._engine = engine
        self._secrets = secrets
        self._inside: ContextVar[bool] = ContextVar("inside_transaction", default=False)

    @classmethod
    def open(cls, url: str, *, secret_keys: Sequence[str]) -> Self:
        """Return a store for a database address.

        Raises: BadDatabaseUrl, BadSecretKey (both ValueError).
        """
        return cls(engine=open_engine(url), secrets=SecretBox(keys=secret_keys))

    def migrate(self) -> None:
        """Bring the schema to the newest revision; safe when several processes start at once."""
        upgrade(engine=self._engine)

    def close(self) -> None:
        """Close every pooled connection."""
        self._engine.dispose()

    def ping(self) -> None:
        """Ask the database for one row, so that a health check sees what a request would see."""
        with self._engine.connect() as connection:
            connection.execute(text("SELECT 1"))

    @property
    def in_transaction(self) -> bool:
        """Whether this thread (or context) is inside `transaction()` or `reading()`; nobody may call a product then."""
        return self._inside.get()

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Commit what happens inside, or nothing of it.

        Raises: Clash when another writer was quicker and a constraint or a deadlock refused; RuntimeError when nested.
        """
        with self._begin(reads_only=False) as tx:
            yield tx

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Like `transaction()` for reads only: one snapshot, never waits for writers; a write inside it fails."""
        with self._begin(reads_only=True) as tx:
            yield tx

    @contextmanager
    def _begin(self, *, reads_only: bool) -> Iterator[Transaction]:
        if self._inside.get():
            raise RuntimeError("a transaction is already open here; pass `tx` down instead of opening a second one")
        token = self._inside.set(True)
        try:
            with self._engine.connect() as plain:
                sqlite = plain.dialect.name == "sqlite"
                if reads_only and not sqlite:
                    connection = plain.execution_options(postgresql_readonly=True, isolation_level="REPEATABLE READ")
                else:
                    connection = plain.execution_options(northstar_reads_only=reads_only)
                with connection.begin():
                    if sqlite and reads_only:
                        connection.exec_driver_sql("PRAGMA query_only=ON")
                    try:
                        yield Transaction(connection=connection, secrets=self._secrets)
                    finally:
                        if sqlite and reads_only:
                            connection.exec_driver_sql("PRAGMA query_only=OFF")
        except (IntegrityError, OperationalError) as refused:
            if not is_race(refused):
                raise
            raise Clash("somebody else changed this at the same moment; read it again and repeat") from refused
        finally:
            self._inside.reset(token)
