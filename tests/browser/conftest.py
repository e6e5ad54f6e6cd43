"""A furnished stage on a free port and a headless Chromium to look at it."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

from service.domain.model import Site
from service.store import Store
from tests.browser.company import SITE_ID, furnish
from tests.browser.stage import stage
from tests.databases import migrated_file


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return a migrated store of its own."""
    opened = Store.open(migrated_file(tmp_path / "stage.sqlite"), secret_keys=("a key of the browser tests",))
    yield opened
    opened.close()


@pytest.fixture
def origin(store: Store) -> Iterator[str]:
    """Serve the stage and return its origin."""
    server = make_server("127.0.0.1", 0, stage(store), threaded=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()


@pytest.fixture
def furnished(store: Store, origin: str) -> str:
    """Return the origin of a stage with a whole quarter on it."""
    furnish(store)
    return origin


@pytest.fixture
def bare(store: Store, origin: str) -> str:
    """Return the origin of a stage where nothing exists yet."""
    with store.transaction() as tx:
        tx.sites.add(site=Site(id=SITE_ID, host="127.0.0.1:9"))
    return origin


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a fresh page; whatever the console complains about (content policy, scripts) fails the test."""
    opened = browser.new_page(viewport={"width": 1240, "height": 900})
    complaints: list[str] = []
    opened.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    opened.close()
    expected = ("status of 422", "net::ERR_FAILED")  # a refused form; a request that a test itself cut off
    assert [said for said in complaints if not any(part in said for part in expected)] == []
