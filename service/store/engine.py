"""Opening a database: address forms, SQLite's settings, how a transaction begins. No tables, no statements of ours."""

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url

BUSY_TIMEOUT_MS = 10_000
#: Web and worker threads of one process share it; hidden parameters keep customers' texts out of logged errors.
POOL = {"pool_size": 10, "max_overflow": 20}


class BadDatabaseUrl(ValueError):
    """The configured database address cannot be used."""


def open_engine(url: str) -> Engine:
    """Return an engine for a PostgreSQL address or an SQLite file.

    Raises: BadDatabaseUrl.
    """
    address = _address(url)
    if address.get_backend_name() == "postgresql":
        return create_engine(address, pool_pre_ping=True, hide_parameters=True, **POOL)
    engine = create_engine(address, hide_parameters=True, **POOL)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _address(url: str) -> URL:
    if url.startswith("postgres://"):  # the form that hosting platforms hand out
        url = "postgresql://" + url.removeprefix("postgres://")
    try:
        address = make_url(url)
    except Exception as refused:
        raise BadDatabaseUrl(
            "NORTHSTAR_DATABASE_URL is no database address; give sqlite:///FILE or postgresql://…"
        ) from refused
    backend = address.get_backend_name()
    if backend == "postgresql":
        return address.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise BadDatabaseUrl(f"NORTHSTAR_DATABASE_URL names {backend!r}; only sqlite and postgresql are supported")
    if address.database in (None, "", ":memory:"):
        raise BadDatabaseUrl(
            "an SQLite database in memory cannot be shared between threads; give a file: sqlite:///northstar.db"
        )
    return address


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # None hands BEGIN to us: Python's own would start a transaction only at the first write, and reads before it
    # would then be from another snapshot.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS:d}")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A deferred transaction that reads first and writes later fails at once when another writer was quicker, whatever
    # the busy timeout; taking the write lock at the start makes writers queue instead.
    reads_only = connection.get_execution_options().get("northstar_reads_only", False)
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")
