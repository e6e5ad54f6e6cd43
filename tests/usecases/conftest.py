"""A world with an installed site."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.store import Store
from tests.databases import migrated_file
from tests.usecases.world import World


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[World]:
    """A world in which nobody installed anything."""
    store = Store.open(migrated_file(tmp_path / "northstar.db"), secret_keys=("a phrase that is long enough",))
    yield World(store)
    store.close()


@pytest.fixture
def world(empty: World) -> World:
    """A world with the app in one Jira."""
    empty.install()
    empty.jobs.clear()
    return empty
