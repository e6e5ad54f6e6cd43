"""A running Northstar, a key server, and a site that is installed in it, for the doors' tests.

One for all of them, as starting it takes longer than the tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.atlassian_side import Host, KeyServer, key_server
from tests.journeys.running import northstar


@pytest.fixture(scope="package")
def keys() -> Iterator[KeyServer]:
    with key_server() as server:
        yield server


@pytest.fixture(scope="package")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("doors")


@pytest.fixture(scope="package")
def app(keys: KeyServer, folder: Path) -> Iterator[str]:
    with northstar(folder, NORTHSTAR_INSTALL_KEYS_URL=keys.url) as url:
        yield url


@pytest.fixture(scope="package")
def host(app: str, keys: KeyServer) -> Host:
    host = Host(app=app, keys=keys)
    assert host.lifecycle().status_code == 204
    return host


@pytest.fixture
def stranger(app: str, keys: KeyServer) -> Host:
    """A site that is not installed (yet)."""
    return Host(app=app, keys=keys, base_url="https://stranger.atlassian.net")
