"""The real worker: jobs over a real broker, in memory and in Redis. Issue "The main job", point 8."""

import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import pytest

from connect.errors import RateLimited
from service import jobs
from service.jobs import Job
from service.parts import make_celery
from service.settings import Settings
from tasks import app as worker
from tasks.app import create_worker

WAIT_S = 20.0


@pytest.fixture(params=["memory", pytest.param("redis", marks=pytest.mark.redis)])
def settings(request: pytest.FixtureRequest) -> Settings:
    """Settings for a broker that stands."""
    words: dict[str, Any] = {"base_url": "https://okr.example", "secret_keys": ("a phrase that is long enough",)}
    if request.param == "memory":
        return Settings(**words)
    return Settings(**words, redis_url=request.getfixturevalue("redis_url"))


@pytest.fixture
def job(monkeypatch: pytest.MonkeyPatch) -> Job:
    """A job on a queue of its own, so that nobody else's worker takes it."""
    mark = uuid.uuid4().hex
    made = Job(f"northstar.test_{mark}", f"test-{mark}")
    monkeypatch.setattr(jobs, "ALL", (made,))
    monkeypatch.setattr(worker, "QUEUES", (made.queue,))
    return made


@contextmanager
def working(settings: Settings, job: Job, run: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Run a worker with threads until the block ends."""
    monkeypatch.setattr(worker, "TASKS", {job: run})
    celery = create_worker(settings, needs=object())  # type: ignore[arg-type]
    controller = celery.WorkController(
        pool_cls="threads", concurrency=2, without_gossip=True, without_mingle=True, without_heartbeat=True
    )
    thread = Thread(target=controller.start, daemon=True)
    thread.start()
    try:
        yield
    finally:
        controller.stop()
        thread.join(timeout=10)


def wait_for(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + WAIT_S
    while not true():
        assert time.monotonic() < deadline, "nothing happened"
        time.sleep(0.01)


def test_a_job_that_was_sent_is_done_and_a_limited_one_comes_back(
    settings: Settings, job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a web process sends by name, a worker does; a 429 brings the job back after exactly the wait."""
    seen: list[tuple[float, tuple[Any, ...]]] = []

    def run(_needs: object, *ids: str | bool) -> None:
        seen.append((time.monotonic(), ids))
        if len(seen) == 1:
            raise RateLimited("slow", retry_after_s=1.5, lane="issue")

    with working(settings, job, run, monkeypatch):
        make_celery(settings).send_task(job.name, args=("site", "issue", True), queue=job.queue)
        wait_for(lambda: len(seen) == 2)
    assert [ids for _, ids in seen] == [("site", "issue", True)] * 2
    assert seen[1][0] - seen[0][0] >= 1.4
