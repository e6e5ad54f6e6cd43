"""One check-in costs the same on a small site and on a large one. Source: design section 7: work is O(what changed)."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection, event

from service.domain.model import Checkin, KeyResult
from service.usecases.record_checkin import record_checkin
from tests.usecases.world import World


class Watch:
    """Every statement of a store, with SQLite's plan for it."""

    def __init__(self, world: World) -> None:
        self.statements: list[str] = []
        self.plans: list[str] = []
        event.listen(world.store._engine, "before_cursor_execute", self._see)
        self._busy = False

    def _see(self, connection: Connection, _cursor: object, statement: str, parameters: object, *_rest: object) -> None:
        if self._busy or statement.startswith(("PRAGMA", "BEGIN")):
            return
        self._busy = True
        self.statements.append(statement)
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)  # type: ignore[arg-type]
        self.plans += [f"{row.detail} ← {statement}" for row in plan]
        self._busy = False


def grow(world: World, key_result: KeyResult, *, key_results: int, checkins: int) -> None:
    """Give the site many more objectives, key results and check-ins."""
    with world.store.transaction() as tx:
        objective = tx.objectives.get(site_id=world.site_id, id=key_result.objective_id)
        for n in range(key_results):
            other = replace(objective, id=f"o{n}", epic_id=None)
            tx.objectives.add(site_id=world.site_id, item=other)
            tx.key_results.add(site_id=world.site_id, item=replace(key_result, id=f"k{n}", objective_id=other.id))
            for m in range(checkins):
                at = world.at - timedelta(minutes=m)
                tx.checkins.add(
                    site_id=world.site_id,
                    checkin=Checkin(id=f"c{n}-{m}", key_result_id=f"k{n}", at=at, value=m, recorded_at=at),
                )


def test_a_checkin_reads_what_it_needs_by_key_whatever_the_site_holds(world: World) -> None:
    objective = world.objective(world.cycle(), world.team())
    world.map_to_epic(objective)
    key_result = world.key_result(objective)
    watch = Watch(world)
    record_checkin(**world.by_ada, key_result_id=key_result.id, value=1.0, key="first")
    small = list(watch.statements)
    grow(world, key_result, key_results=200, checkins=20)
    watch.statements.clear()
    watch.plans.clear()
    record_checkin(**world.by_ada, key_result_id=key_result.id, value=2.0, key="second")
    assert len(watch.statements) == len(small)
    assert len(small) < 25
    assert [plan for plan in watch.plans if plan.startswith("SCAN")] == []


def test_the_sweep_reads_only_what_awaits_publishing(world: World) -> None:
    objective = world.objective(world.cycle(), world.team())
    key_result = world.key_result(objective)
    grow(world, key_result, key_results=50, checkins=0)
    world.map_to_epic(objective)
    watch = Watch(world)
    with world.store.reading() as tx:
        assert [due.id for due in tx.objectives.unpublished(limit=10)] == [objective.id]
    assert any("ix_objectives_unpublished" in plan for plan in watch.plans)
