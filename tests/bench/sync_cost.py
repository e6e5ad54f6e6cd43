"""What one change costs on a small and on a large site, in one run: requests, points and milliseconds until Jira shows it.

Points are what Jira would charge, as the simulator counts them. Source: design section 7, platform 4.
"""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from service.usecases.record_checkin import record_checkin
from tests.journeys.sync.house import House, house

Change = Callable[[House, str, str, float], None]
SMALL, LARGE = 20, 2000
ROUNDS = 7


def main() -> None:
    """Print both kinds of change, paired."""
    print(f"{'change':<28}{'site':>8}{'requests':>10}{'points':>8}{'median ms':>11}")
    for name, change in (("check-in → field", _check_in), ("field edited in Jira", _edit)):
        figures = {issues: _measure(issues, change) for issues in (SMALL, LARGE)}
        for issues, (requests, points, ms) in figures.items():
            print(f"{name:<28}{issues:>8}{requests:>10.1f}{points:>8.1f}{ms:>11.1f}")
        (few, few_points, few_ms), (many, many_points, many_ms) = figures[SMALL], figures[LARGE]
        print(
            f"{'  ratio large / small':<36}{many / few:>10.2f}{many_points / few_points:>8.2f}{many_ms / few_ms:>11.2f}"
        )


def _measure(issues: int, change: Change) -> tuple[float, float, float]:
    with TemporaryDirectory() as folder, house(Path(folder), issues=issues) as home:
        home.settle()
        objective, key_result = home.plan()
        change(home, objective.id, key_result.id, 1.0)
        home.settle()
        requests, points, took = len(home.calls()), _points(home), []
        for number in range(ROUNDS):
            began = time.perf_counter()
            change(home, objective.id, key_result.id, 10.0 + number)
            home.settle()
            took.append((time.perf_counter() - began) * 1000)
        return (len(home.calls()) - requests) / ROUNDS, (_points(home) - points) / ROUNDS, median(took)


def _points(home: House) -> int:
    return home.site.limits.points.total


def _check_in(home: House, _objective_id: str, key_result_id: str, value: float) -> None:
    record_checkin(**home.by_ada, key_result_id=key_result_id, value=value)
    _without_pages(home)


def _edit(home: House, objective_id: str, _key_result_id: str, value: float) -> None:
    with home.needs.store.reading() as tx:
        epic_id = tx.objectives.get(site_id=home.site_id, id=objective_id).epic_id
    home.type_in(home.site.jira.get(epic_id), "kr-1", value)


def _without_pages(home: House) -> None:
    """Pages are gathered over minutes in life; here they would be counted with every change."""
    home.queue[:] = [(job, ids) for job, ids in home.queue if not job.name.endswith("publish_cycle")]


if __name__ == "__main__":
    main()
