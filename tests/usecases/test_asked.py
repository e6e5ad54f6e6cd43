"""A wish is enqueued once, seen until it is settled, and can be made again when its job was lost."""

import pytest

from connect.errors import Unavailable
from service.domain.errors import NotThere
from service.jobs import MEASURE_HISTORY, RUN_SYNTHESIS
from service.usecases.ask_for_synthesis import ask_for_synthesis
from service.usecases.asked import TTL_S, history_wish, read_wishes, synthesis_wish
from service.usecases.list_problems import list_problems
from service.usecases.read_synthesis import read_synthesis
from service.usecases.run_synthesis import run_synthesis
from tasks.issues import FAILED, TASKS
from tests.usecases.world import World


def test_two_who_ask_at_once_get_one_run(world: World) -> None:
    """M-25: the second joins the first."""
    cycle = world.cycle()
    for _ in range(2):
        ask_for_synthesis(**world.here, cycle_id=cycle.id)  # type: ignore[arg-type]
    assert [args for name, args in world.jobs if name == "run_synthesis"] == [(world.site_id, cycle.id)]
    assert read_wishes(**world.here) == {synthesis_wish(cycle.id): world.at}  # type: ignore[arg-type]
    with pytest.raises(NotThere):
        ask_for_synthesis(**world.here, cycle_id="0" * 32)  # type: ignore[arg-type]


def test_a_run_settles_the_wish(world: World) -> None:
    cycle = world.cycle()
    ask_for_synthesis(**world.here, cycle_id=cycle.id)  # type: ignore[arg-type]
    TASKS[RUN_SYNTHESIS](world.parts, world.site_id, cycle.id)
    assert read_wishes(**world.here) == {}  # type: ignore[arg-type]
    run = read_synthesis(**world.here, cycle_id=cycle.id).run  # type: ignore[arg-type]
    assert run is not None
    assert run.run_at == world.at


def test_a_lost_job_can_be_asked_for_again(world: World) -> None:
    cycle = world.cycle()
    ask_for_synthesis(**world.here, cycle_id=cycle.id)  # type: ignore[arg-type]
    world.later(seconds=TTL_S)
    assert read_wishes(**world.here) == {}  # type: ignore[arg-type]
    ask_for_synthesis(**world.here, cycle_id=cycle.id)  # type: ignore[arg-type]
    assert [name for name, _ in world.jobs].count("run_synthesis") == 2


def test_a_failure_says_why_and_settles_the_wish(world: World) -> None:
    """The next run that works takes the sentence away."""
    cycle = world.cycle()
    ask_for_synthesis(**world.here, cycle_id=cycle.id)  # type: ignore[arg-type]
    FAILED[RUN_SYNTHESIS](world.parts, world.site_id, cycle.id, error=Unavailable("boom"))
    assert read_wishes(**world.here) == {}  # type: ignore[arg-type]
    (problem,) = list_problems(**world.here, scope=synthesis_wish(cycle.id))  # type: ignore[arg-type]
    assert problem.message == "The plans could not be compared: Jira did not answer, several times in a row."
    run_synthesis(**world.here, cycle_id=cycle.id)  # type: ignore[arg-type]
    assert list_problems(**world.here, scope=synthesis_wish(cycle.id)) == ()  # type: ignore[arg-type]


def test_a_failed_measurement_stands_on_its_key_result(world: World) -> None:
    FAILED[MEASURE_HISTORY](world.parts, world.site_id, "a" * 32, error=RuntimeError("secret"))
    (problem,) = list_problems(**world.here, scope=history_wish("a" * 32))  # type: ignore[arg-type]
    assert (problem.code, problem.key_result_id) == ("history_failed", "a" * 32)
    assert "secret" not in problem.message
