"""What a poll costs on a small site and on one with 1,000 objectives, 4,000 key results and 100,000 check-ins.

A browser polls every two seconds. Measured through the web: the first answer, a poll while nothing changes, a poll when
somebody else was told already, and the panel of one epic.
"""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from flask.testing import FlaskClient

from service.domain.model import KeyResult
from service.store import Store
from service.usecases.record_checkin import record_checkin
from tests.bench.checkin_cost import _grow
from tests.browser.stage import stage
from tests.usecases.world import World

POLLS = 50
EPIC_ID = "20001"


def main() -> None:
    """Print medians. Units: milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("small", "large"):
            world, key_result = _site(Path(folder) / f"{name}.db")
            if name == "large":
                _grow(world, key_result)
            with world.store.reading() as tx:
                objective = tx.objectives.get(site_id=world.site_id, id=key_result.objective_id)
            world.map_to_epic(objective, EPIC_ID)
            _measure(name, world, key_result)
            world.store.close()


def _site(file: Path) -> tuple[World, KeyResult]:
    store = Store.open(f"sqlite:///{file}", secret_keys=("a phrase that is long enough",))
    store.migrate()
    world = World(store)
    world.install()
    objective = world.objective(world.cycle(), world.team())
    return world, world.key_result(objective)


def _measure(name: str, world: World, key_result: KeyResult) -> None:
    client = stage(world.store, now=lambda: world.at, site_id=world.site_id).test_client()
    for region in ("/ui/fragments/board", f"/ui/fragments/panel?issue_id={EPIC_ID}&issue_key=GROW-9"):
        first_ms = _timed(partial(client.get, region))
        known = client.get(region).headers["ETag"]
        polls = [_timed(partial(_poll, client, region, known, 304)) for _ in range(POLLS)]
        world.later(seconds=1)
        record_checkin(**world.by_ada, key_result_id=key_result.id, value=float(world.at.second))  # type: ignore[arg-type]
        after_ms = _timed(partial(_poll, client, region, known, 200))
        shared_ms = _timed(partial(_poll, client, region, known, 200))
        print(
            f"{region.split('?')[0].rsplit('/', 1)[-1]}, {name} site: first answer {first_ms:.0f} ms, "
            f"poll that finds nothing new {median(polls):.2f} ms (ratio {first_ms / median(polls):.0f}), "
            f"after a check-in {after_ms:.0f} ms, the next person {shared_ms:.1f} ms"
        )


def _poll(client: FlaskClient, region: str, known: str, status: int) -> None:
    answer = client.get(region, headers={"If-None-Match": known})
    assert answer.status_code == status


def _timed(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000
