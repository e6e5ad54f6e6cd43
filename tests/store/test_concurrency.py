"""Use cases of several workers at once, on both databases."""

from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest

from service.domain.errors import DomainError
from service.domain.ledger import verify
from service.store import Clash, Store
from service.usecases.record_checkin import record_checkin
from tests.store.test_rules import at_once
from tests.usecases.world import World


@pytest.fixture
def world(store: Store) -> World:
    """A site on either database."""
    made = World(store)
    made.install()
    return made


def test_slots_are_given_out_once_and_the_chain_holds(world: World) -> None:
    """Eight additions at once: five get a slot each, three are told why not, and the ledger has no fork."""
    objective = world.objective(world.cycle(), world.team())
    raised = at_once(8, lambda n: world.key_result(objective, title=f"KR {n}"))
    assert [error.code for error in raised if isinstance(error, DomainError)] == ["slots_full"] * 3, raised
    with world.store.reading() as tx:
        stored = tx.key_results.of_objective(site_id=world.site_id, objective_id=objective.id)
        links = tx.ledger.list(site_id=world.site_id)
    assert sorted(each.tracker.slot or 0 for each in stored) == [1, 2, 3, 4, 5]
    assert len(links) == 5
    assert verify(links=links) == ()


def test_one_idempotency_key_is_one_checkin_in_a_crowd(world: World) -> None:
    key_result = world.key_result(world.objective(world.cycle(), world.team()))
    created: list[bool] = []

    def work(_: int) -> None:
        words = {"key_result_id": key_result.id, "value": 150.0, "key": "once"}
        created.append(record_checkin(**world.by_ada, **words).created)  # type: ignore[arg-type]

    assert at_once(6, work) == []
    assert sorted(created) == [False] * 5 + [True]


def test_checkins_on_one_chain_of_objectives_do_not_lock_each_other_out(world: World) -> None:
    cycle, team = world.cycle(), world.team()
    top = world.objective(cycle, team, title="Top")
    lower = [world.key_result(world.objective(cycle, team, title=f"O{n}", parent_id=top.id)) for n in range(4)]
    upper = world.key_result(top)

    def work(n: int) -> None:
        for value in range(3):
            for key_result in (lower[n % 4], upper):
                record_checkin(**world.by_ada, key_result_id=key_result.id, value=float(value))  # type: ignore[arg-type]

    assert at_once(6, work) == []
    with world.store.reading() as tx:
        assert len(tx.checkins.of_key_result(site_id=world.site_id, key_result_id=upper.id)) == 18


def test_two_who_wait_for_each_other_are_told_to_repeat(world: World) -> None:
    """On PostgreSQL one of the two is refused, on SQLite writers queue from the start; either way one succeeds."""
    cycle, team = world.cycle(), world.team()
    ids = [world.objective(cycle, team, title=title).id for title in ("One", "Two")]
    met = Barrier(2)

    def work(n: int) -> None:
        with world.store.transaction() as tx:
            tx.objectives.mark_changed(site_id=world.site_id, id=ids[n])
            with suppress(BrokenBarrierError):
                met.wait(timeout=1)
            tx.objectives.mark_changed(site_id=world.site_id, id=ids[1 - n])

    raised = at_once(2, work)
    assert [type(each) for each in raised] in ([], [Clash])
