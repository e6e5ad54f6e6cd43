"""What holds for every test: property tests have no time limit, because a busy machine is no counter-example; one Chromium for all."""

import os
import shutil
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.shared import absent

settings.register_profile("northstar", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
# For `make coverage`: whatever is reached must be reached by examples that never change.
settings.register_profile("traced", deadline=None, derandomize=True, max_examples=10)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "northstar")

# Without the last ones Chromium looks for hosts of its maker at every start.
CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return headless Chromium; `make services` installs it."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        absent("Chromium is not installed")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        yield chromium
        chromium.close()
