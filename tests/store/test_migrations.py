"""The schema that migrations make is the schema the code believes in."""

import threading

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from service.store.engine import BadDatabaseUrl, open_engine
from service.store.tables import metadata
from tests.databases import migrate


def test_migrated_schema_equals_the_tables(empty_url: str) -> None:
    migrate(empty_url)
    engine = open_engine(empty_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_migrating_twice_and_at_once_is_harmless(empty_url: str) -> None:
    failures: list[BaseException] = []

    def try_it() -> None:
        try:
            migrate(empty_url)
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=try_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    engine = open_engine(empty_url)
    assert set(inspect(engine).get_table_names()) == {*metadata.tables, "alembic_version"}
    engine.dispose()


def test_every_table_but_sites_is_keyed_or_filtered_by_site() -> None:
    for table in metadata.sorted_tables:
        if table.name != "sites":
            assert not table.c.site_id.nullable, table.name


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("sqlite://", "in memory"),
        ("sqlite:///:memory:", "in memory"),
        ("mysql://root@127.0.0.1/x", "only sqlite and postgresql"),
        ("northstar.db", "no database address"),
    ],
)
def test_unusable_addresses_are_named(url: str, says: str) -> None:
    with pytest.raises(BadDatabaseUrl, match=says):
        open_engine(url)
