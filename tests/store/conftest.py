"""A store on SQLite and on PostgreSQL, migrated for real; every test has a database of its own."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from service.store import Store
from tests.shared import absent

POSTGRES = os.environ.get("NORTHSTAR_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432")
KEYS = ("a phrase that is long enough",)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database, dropped afterwards."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/northstar.db"
        return
    name = f"northstar_test_{uuid.uuid4().hex}"
    try:
        server = psycopg.connect(f"{POSTGRES}/postgres", autocommit=True, connect_timeout=3)
    except psycopg.OperationalError as gone:
        absent(f"no PostgreSQL server: {gone}")
    with server:
        server.execute(f'CREATE DATABASE "{name}"')
        try:
            yield f"{POSTGRES}/{name}"
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """An open, migrated store."""
    opened = Store.open(url, secret_keys=KEYS)
    opened.migrate()
    yield opened
    opened.close()
