"""Databases for tests that want tables and rows, not migrations: migrated once a process, then copied.

`tests/store/test_migrations.py` runs the migrations on empty databases, `tests/journeys/test_deployment.py` as an operator does.
"""

import functools
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

from service.store import Store
from tests.shared import absent

POSTGRES = os.environ.get("NORTHSTAR_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432")


def migrated_file(path: Path) -> str:
    """Make an empty, migrated database at `path` and return its address."""
    path.write_bytes(_template())
    return f"sqlite:///{path}"


def migrate(address: str) -> None:
    """Bring the database at `address` to the newest schema."""
    store = Store.open(address, secret_keys=("a key that seals nothing",))
    store.migrate()
    store.close()


@contextmanager
def postgres_database(*, like: str | None = None) -> Iterator[str]:
    """Yield the address of a new PostgreSQL database, a copy of the one at `like` or empty; dropped afterwards."""
    name = f"northstar_test_{uuid.uuid4().hex}"
    template = like.rpartition("/")[2] if like else "template1"
    try:
        server = psycopg.connect(f"{POSTGRES}/postgres", autocommit=True, connect_timeout=3)
    except psycopg.OperationalError as gone:
        absent(f"no PostgreSQL server: {gone}")
    with server:
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        try:
            yield f"{POSTGRES}/{name}"
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@functools.cache
def _template() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "template.sqlite"
        migrate(f"sqlite:///{path}")
        assert not path.with_name("template.sqlite-wal").exists(), "everything must be in the one file that is copied"
        return path.read_bytes()
