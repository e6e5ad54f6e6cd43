"""What holds for every test: property tests have no time limit (a busy machine is no counter-example); one Chromium, one Redis for all."""

import os
import shutil
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

from tests.programs import own_redis
from tests.routes import compile_once
from tests.shared import absent

settings.register_profile("northstar", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
# For `make coverage`: whatever is reached must be reached by examples that never change.
settings.register_profile("traced", deadline=None, derandomize=True, max_examples=10)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "northstar")

# Without the last ones Chromium looks for hosts of its maker at every start.
CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
EXPECT_WITHIN_MS = 15_000  # a page that is right is right at once; on a busy machine that may take a while


@pytest.fixture(scope="session", autouse=True)
def _routes_compiled_once() -> Iterator[None]:
    """Save every test that builds an application most of the time this takes."""
    with pytest.MonkeyPatch.context() as patch:
        compile_once(patch)
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return headless Chromium; `make services` installs it."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        absent("Chromium is not installed")
    expect.set_options(timeout=EXPECT_WITHIN_MS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a Redis of this test process alone; `NORTHSTAR_TEST_REDIS` names another."""
    if named := os.environ.get("NORTHSTAR_TEST_REDIS"):
        yield named
        return
    with own_redis(tmp_path_factory.mktemp("redis")) as started:
        yield started
