"""A site whose instruments have been used."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import cast

import pytest
from flask import Flask

from service.jobs import Job
from service.store import Store
from service.usecases.needs import Needs
from tests.browser.company import NOW, furnish
from tests.browser.instruments import (
    FinishedWork,
    judge,
)
from tests.browser.stage import stage
from tests.databases import migrated_file


@pytest.fixture
def jobs() -> list[tuple[str, tuple[str | bool, ...]]]:
    """Return what was enqueued."""
    return []


@pytest.fixture
def app(tmp_path: Path, jobs: list[tuple[str, tuple[str | bool, ...]]]) -> Iterator[Flask]:
    """Return the app of a site whose instruments have been used."""
    store = Store.open(migrated_file(tmp_path / "judged.sqlite"), secret_keys=("a key of the page tests",))
    furnish(store)
    judge(store)
    ticks = count()
    made = stage(store, jira=FinishedWork(), now=lambda: NOW + timedelta(milliseconds=next(ticks)))

    def enqueue(job: Job, *args: str | bool, countdown_s: float = 0) -> None:
        jobs.append((job.name.removeprefix("northstar."), args))

    made.extensions["northstar"] = replace(made.extensions["northstar"], enqueue=enqueue)
    yield made
    store.close()


@pytest.fixture
def needs(app: Flask) -> Needs:
    """Return the ports of the app."""
    return cast(Needs, app.extensions["northstar"])
