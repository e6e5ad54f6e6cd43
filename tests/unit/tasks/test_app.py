"""Every job has its consumer, and an error ends as the policy says. No broker: tasks are called as Celery would."""

import json
from types import SimpleNamespace
from typing import Any

import pytest

from connect.errors import BadReply, RateLimited, SiteGone
from service import jobs
from service.settings import Settings
from tasks import app as worker
from tasks.app import TASKS, create_worker, settle
from tasks.issues import FAILED, WAITING

SETTINGS = Settings(base_url="https://okr.example", secret_keys=("a phrase that is long enough",))


class Waited(Exception):
    """What Celery's `retry` raises."""


class FakeTask:
    """A bound task: how often it was retried, and with which countdown."""

    def __init__(self, retries: int = 0) -> None:
        self.request = SimpleNamespace(retries=retries)
        self.countdowns: list[float] = []

    def retry(self, *, countdown: float, exc: Exception) -> Waited:
        assert exc is not None
        self.countdowns.append(countdown)
        return Waited()


def test_every_job_is_consumed_and_nothing_else() -> None:
    assert set(TASKS) == set(jobs.ALL)


def test_the_worker_speaks_json_acknowledges_late_and_has_limits() -> None:
    conf = create_worker(SETTINGS, needs=object()).conf  # type: ignore[arg-type]
    assert (conf.task_serializer, list(conf.accept_content)) == ("json", ["json"])
    assert conf.task_acks_late
    assert conf.task_reject_on_worker_lost
    assert 0 < conf.task_soft_time_limit < conf.task_time_limit
    assert set(conf.task_queues) == {job.queue for job in jobs.ALL}


def test_a_job_that_waits_is_not_handed_out_again_meanwhile() -> None:
    conf = create_worker(
        Settings(base_url=SETTINGS.base_url, secret_keys=SETTINGS.secret_keys, redis_url="redis://127.0.0.1:1/0"),
        needs=object(),  # type: ignore[arg-type]
    ).conf
    assert conf.broker_transport_options["visibility_timeout"] > 60 * 3**4


def test_beat_names_jobs_that_exist() -> None:
    conf = create_worker(SETTINGS, needs=object()).conf  # type: ignore[arg-type]
    names = {job.name for job in jobs.ALL}
    assert {entry["task"] for entry in conf.beat_schedule.values()} <= names
    assert conf.beat_schedule["sweep"]["schedule"].total_seconds() == SETTINGS.sweep_interval_s


def test_the_registered_task_runs_with_the_needs_and_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[Any, ...]] = []
    monkeypatch.setitem(worker.TASKS, jobs.PUBLISH_ISSUE, lambda *words: ran.append(words))
    needs = object()
    celery = create_worker(SETTINGS, needs=needs)  # type: ignore[arg-type]
    task = celery.tasks[jobs.PUBLISH_ISSUE.name]
    task(*json.loads(json.dumps(["site", "issue"])), added_by_a_newer_release=1)
    assert ran == [(needs, "site", "issue")]


def marks(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    seen: list[tuple[Any, ...]] = []

    def hold(_needs: object, *ids: str, after_s: float) -> None:
        seen.append(("held", ids, after_s))

    def note(_needs: object, *ids: str, error: Exception) -> None:
        seen.append(("noted", ids, type(error)))

    monkeypatch.setattr(worker, "WAITING", {jobs.PUBLISH_OBJECTIVE: hold})
    monkeypatch.setattr(worker, "FAILED", {jobs.PUBLISH_OBJECTIVE: note})
    return seen


def run_settle(task: FakeTask, error: Exception, *, job: jobs.Job = jobs.PUBLISH_OBJECTIVE) -> None:
    settle(task, job=job, ids=("site", "o"), error=error, needs=object())  # type: ignore[arg-type]


def test_a_rate_limit_is_waited_for_exactly_and_shuts_the_lane(monkeypatch: pytest.MonkeyPatch) -> None:
    seen, task = marks(monkeypatch), FakeTask()
    with pytest.raises(Waited):
        run_settle(task, RateLimited("slow", retry_after_s=7.5, lane="issue"))
    assert task.countdowns == [7.5]
    assert seen == [("held", ("site", "o"), 7.5)]


def test_a_site_that_is_gone_is_noted_but_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = marks(monkeypatch)
    run_settle(FakeTask(), SiteGone("no", status=403))
    assert seen == [("noted", ("site", "o"), SiteGone)]


def test_a_failure_is_noted_and_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = marks(monkeypatch)
    with pytest.raises(BadReply):
        run_settle(FakeTask(), BadReply("html"))
    assert seen == [("noted", ("site", "o"), BadReply)]


def test_jobs_without_a_row_have_nothing_to_note(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = marks(monkeypatch)
    run_settle(FakeTask(), SiteGone("no", status=401), job=jobs.CHECK_OWNERS)
    assert seen == []


def test_what_waits_can_also_fail() -> None:
    assert set(WAITING) < set(FAILED)
