"""Many workers at once: one lane an issue, last word wins, nothing is lost. Design section 6."""

from concurrent.futures import ThreadPoolExecutor
from threading import Lock

from service.jobs import APPLY_ISSUE_CHANGE
from service.usecases.link_initiative import link_initiative
from service.usecases.list_checkins import list_checkins
from service.usecases.record_checkin import record_checkin
from service.usecases.sync.lane import lane
from tests.journeys.sync.house import PROPERTY, House

WORKERS = 4


def test_a_storm_of_check_ins_ends_with_the_last_one_everywhere(once: House) -> None:
    objective, key_result = once.plan()
    for number in range(3):
        link_initiative(**once.by_ada, key_result_id=key_result.id, issue=once.story(number).key)
    once.settle()
    written = len(once.epic(objective).histories)

    def check_in(value: int) -> None:
        record_checkin(**once.by_ada, key_result_id=key_result.id, value=float(value))

    with ThreadPoolExecutor(WORKERS) as people:
        list(people.map(check_in, range(1, 25)))
    queued = len(once.queue)
    _drain_in_parallel(once)
    once.settle()
    history = list_checkins(**once.here, key_result_id=key_result.id)
    assert sorted(each.value or 0 for each in history) == list(range(1, 25))
    assert once.shown(once.epic(objective), "kr-1") == history[-1].value == once.number(objective).value
    assert once.epic(objective).properties[PROPERTY]["key_results"][0]["value"] == history[-1].value
    assert once.failed == []
    assert once.waiting == []
    assert len(once.epic(objective).histories) - written < queued / 2, "a burst is written a few times, not each time"


def _drain_in_parallel(house: House) -> None:
    """Let several workers empty the queue at once, as in life."""
    lock = Lock()

    def work() -> None:
        while True:
            with lock:
                if not house.queue:
                    return
                one = [house.queue.pop(0)]
            House.run_job(_Hand(house, one))  # type: ignore[arg-type]

    with ThreadPoolExecutor(WORKERS) as workers:
        for done in [workers.submit(work) for _ in range(WORKERS)]:
            done.result()


class _Hand:
    """One worker's hand: the house with a queue of the one job it holds."""

    def __init__(self, house: House, queue: list[object]) -> None:
        self._house = house
        self.queue = queue

    def __getattr__(self, name: str) -> object:
        return getattr(self._house, name)


def test_looks_that_come_while_an_issue_is_written_become_one_later_look(once: House) -> None:
    objective, key_result = once.plan()
    epic = once.epic(objective)
    with lane(parts=once.needs, site_id=once.site_id, issue_id=epic.id) as is_ours:
        assert is_ours
        once.type_in(epic, "kr-1", 7)
        once.site.webhooks.idle(timeout_s=10)
        once.queue *= 5
        for _ in range(5):
            once.run_job()
        assert once.queue == [(APPLY_ISSUE_CHANGE, (once.site_id, epic.id))]
    once.settle()
    assert [each.value for each in list_checkins(**once.here, key_result_id=key_result.id)] == [7]
