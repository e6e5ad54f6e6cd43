"""A store on SQLite and on PostgreSQL; every test has a database of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.store import Store
from tests.databases import migrate, migrated_file, postgres_database

KEYS = ("a phrase that is long enough",)
SERVERS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(params=SERVERS)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without a table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/northstar.db"
        return
    with postgres_database() as address:
        yield address


@pytest.fixture(scope="session")
def migrated_postgres() -> Iterator[str]:
    """The database that is copied for each test; nobody writes into it."""
    with postgres_database() as address:
        migrate(address)
        yield address


@pytest.fixture(params=SERVERS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a migrated database."""
    if request.param == "sqlite":
        yield migrated_file(tmp_path / "northstar.db")
        return
    with postgres_database(like=request.getfixturevalue("migrated_postgres")) as address:
        yield address


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """An open store."""
    opened = Store.open(url, secret_keys=KEYS)
    yield opened
    opened.close()
