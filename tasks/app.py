"""The worker: every job of `service/jobs.py` gets its consumer, one retry policy, acks after the work, time limits.

What a job does stands in `issues.py`, `reports.py` and `rooms.py`; what becomes of its errors in `retry.py`. Nothing is built at import.
"""

import logging
import os
from collections.abc import Callable
from threading import Lock
from typing import Any, Final

from celery import Celery

from service import jobs
from service.jobs import Job
from service.parts import build_needs, make_celery
from service.settings import Settings
from service.usecases.needs import Needs
from tasks import issues, reports, rooms
from tasks.retry import Again, Decision, Drop, Fail, decide
from tasks.schedule import beat_schedule

SOFT_LIMIT_S: Final = 540
HARD_LIMIT_S: Final = 600
# Redis hands a job out again when it was not acknowledged in this time. It must be longer than the longest wait of a
# retry (4860 s) or a rate limit (up to an hour), because a waiting job is unacknowledged too.
REDELIVER_AFTER_S: Final = 6 * 3600

TASKS: Final = {**issues.TASKS, **reports.TASKS, **rooms.TASKS}
WAITING: Final = issues.WAITING
FAILED: Final = {**issues.FAILED, **rooms.FAILED}
QUEUES: Final = tuple(sorted({job.queue for job in jobs.ALL}))

log = logging.getLogger(__name__)


def create_worker(settings: Settings, *, needs: Needs | None = None) -> Celery:
    """Return a Celery app that consumes every job; `needs` are those of a process that has built them already.

    Without them they are built once a process, at the first job: a forked worker must not share its parent's connections.
    """
    celery = make_celery(settings)
    transport = dict(celery.conf.broker_transport_options)
    if not settings.embedded:
        transport["visibility_timeout"] = REDELIVER_AFTER_S
    celery.conf.update(
        broker_transport_options=transport,
        task_queues={name: {"exchange": name, "exchange_type": "direct", "routing_key": name} for name in QUEUES},
        task_routes={job.name: {"queue": job.queue} for job in jobs.ALL},  # a retry goes back to its own queue
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        task_soft_time_limit=SOFT_LIMIT_S,
        task_time_limit=HARD_LIMIT_S,
        worker_prefetch_multiplier=1,
        worker_hijack_root_logger=False,
        worker_redirect_stdouts=False,
        enable_utc=True,
        timezone="UTC",
        beat_schedule=beat_schedule(sweep_interval_s=settings.sweep_interval_s),
    )
    given = _once_a_process(lambda: needs or build_needs(settings, celery=celery))
    for job, run in TASKS.items():
        register(celery, job=job, run=run, given=given)
    # The threads of a worker that runs inside another process look their tasks up in the process's default app;
    # in any other they would find none, and the job would be lost without a word.
    celery.set_default()
    return celery


def register(celery: Celery, *, job: Job, run: Callable[..., object], given: Callable[[], Needs]) -> None:
    """Make `run(needs, *ids)` the consumer of `job`."""

    def consume(task: Any, *ids: str | bool, **_newer: object) -> None:
        needs = given()
        try:
            run(needs, *ids)
        except Exception as error:
            settle(task, job=job, ids=ids, error=error, needs=needs)

    celery.task(consume, name=job.name, bind=True, max_retries=None, shared=False)


def settle(task: Any, *, job: Job, ids: tuple[str | bool, ...], error: Exception, needs: Needs) -> None:
    """Do what the policy says about `error`: wait, drop or fail; the row concerned is told in each case.

    Raises: celery.exceptions.Retry to wait; `error` itself when the job has failed.
    """
    decision: Decision = decide(error, attempt=task.request.retries)
    match decision:
        case Again(after_s):
            log.info("job waits %.1f s: %s %s (%s)", after_s, job.name, ids, type(error).__name__)
            if job in WAITING:
                WAITING[job](needs, *ids, after_s=after_s)
            raise task.retry(countdown=after_s, exc=error) from error
        case Drop(reason):
            log.info("job dropped: %s %s (%s)", job.name, ids, reason)
        case Fail(reason):
            log.error("job failed: %s %s (%s)", job.name, ids, reason)
    if job in FAILED:
        FAILED[job](needs, *ids, error=error)
    if isinstance(decision, Fail):
        raise error


def _once_a_process(build: Callable[[], Needs]) -> Callable[[], Needs]:
    """Return a function that builds at its first call in each process and remembers."""
    lock = Lock()
    built: dict[int, Needs] = {}

    def get() -> Needs:
        with lock:
            if os.getpid() not in built:
                built[os.getpid()] = build()
            return built[os.getpid()]

    return get
