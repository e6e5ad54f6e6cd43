"""What one check-in costs in the store on a small site and on a large one, and what reading a board costs on each.

The large site has 1,000 objectives, 4,000 key results and 100,000 check-ins. Paired: both sites are measured in turns.
"""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from service.domain.model import Checkin, KeyResult
from service.store import Store
from service.usecases.read_board import read_board
from service.usecases.record_checkin import record_checkin
from tests.usecases.world import World

OBJECTIVES, KEY_RESULTS_EACH, CHECKINS_EACH = 1_000, 4, 25
ROUNDS = 40


def main() -> None:
    """Print the medians and their ratio. Units: milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = _site(Path(folder) / "small.db"), _site(Path(folder) / "large.db")
        _grow(*large)
        ours: list[float] = []
        theirs: list[float] = []
        for _ in range(ROUNDS):
            ours.append(_timed(lambda: _check_in(*small)))
            theirs.append(_timed(lambda: _check_in(*large)))
        print(
            f"one check-in: small site {median(ours):.2f} ms, "
            f"site with {OBJECTIVES * KEY_RESULTS_EACH * CHECKINS_EACH:,} check-ins {median(theirs):.2f} ms, "
            f"ratio {median(theirs) / median(ours):.2f}"
        )
        for name, (world, _) in (("small", small), ("large", large)):
            took = median(_timed(lambda world=world: read_board(**world.here)) for _ in range(3))  # type: ignore[misc]
            print(f"read the whole board, {name} site: {took:.0f} ms")
        for world, _ in (small, large):
            world.store.close()


def _site(file: Path) -> tuple[World, KeyResult]:
    store = Store.open(f"sqlite:///{file}", secret_keys=("a phrase that is long enough",))
    store.migrate()
    world = World(store)
    world.install()
    objective = world.objective(world.cycle(), world.team())
    return world, world.key_result(objective)


def _grow(world: World, key_result: KeyResult) -> None:
    with world.store.transaction() as tx:
        objective = tx.objectives.get(site_id=world.site_id, id=key_result.objective_id)
        for n in range(OBJECTIVES):
            tx.objectives.add(site_id=world.site_id, item=replace(objective, id=f"o{n}"))
            for k in range(KEY_RESULTS_EACH):
                id = f"k{n}-{k}"
                other = replace(
                    key_result, id=id, objective_id=f"o{n}", tracker=replace(key_result.tracker, slot=k + 1)
                )
                tx.key_results.add(site_id=world.site_id, item=other)
                days = [world.at - timedelta(days=m) for m in range(CHECKINS_EACH)]
                tx.checkins.add_many(
                    site_id=world.site_id,
                    new=[
                        Checkin(id=f"{id}-{m}", key_result_id=id, at=at, value=100 + m, recorded_at=at)
                        for m, at in enumerate(days)
                    ],
                )


def _check_in(world: World, key_result: KeyResult) -> None:
    world.later(seconds=1)
    record_checkin(**world.by_ada, key_result_id=key_result.id, value=150.0)  # type: ignore[arg-type]


def _timed(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000
