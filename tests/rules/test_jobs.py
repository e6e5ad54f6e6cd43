"""Every job has a consumer on a queue that a worker reads, and somebody who asks for it. Source: design section 11."""

import re

from service import jobs
from service.settings import Settings
from tasks.app import create_worker
from tests.rules.places import sources

SETTINGS = Settings(base_url="http://127.0.0.1:1", secret_keys=("a key for the rules only",))


def test_every_job_is_consumed_on_its_queue() -> None:
    worker = create_worker(SETTINGS)
    queues = set(worker.amqp.queues)
    for job in jobs.ALL:
        assert job.name in worker.tasks, f"nobody consumes {job.name}"
        assert worker.amqp.router.route({}, job.name)["queue"].name == job.queue
        assert job.queue in queues, f"no worker reads the queue {job.queue}"


def test_every_job_is_asked_for_by_a_use_case_or_the_clock() -> None:
    asked = "".join(path.read_text() for path in (*sources("service/usecases"), *sources("tasks")))
    for constant in (key for key, value in vars(jobs).items() if isinstance(value, jobs.Job)):
        uses = re.findall(rf"\b{constant}\b(?!:)", asked)
        assert uses, f"nothing enqueues {constant}"


def test_workers_take_json_only_and_acknowledge_late() -> None:
    conf = create_worker(SETTINGS).conf
    assert conf.accept_content == ["json"]
    assert conf.task_serializer == "json"
    assert conf.task_acks_late is True
    assert 0 < conf.task_soft_time_limit < conf.task_time_limit
