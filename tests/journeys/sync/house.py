"""The whole house in this process: simulated site, our web on a port, a queue that runs only when the test says so.

Webhooks arrive over HTTP as in life. Jobs run through `tasks`' own table, so a job nobody consumes fails the journey.
"""

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import Any

from werkzeug.serving import make_server

from service.app import create_app
from service.domain.board import KeyResultView, ObjectiveView
from service.domain.model import Cycle, CycleKind, CycleState, KeyResult, Objective, Team, TeamKind
from service.jobs import Job
from service.parts import build_needs
from service.settings import Settings
from service.usecases.add_key_result import add_key_result
from service.usecases.create_cycle import create_cycle
from service.usecases.create_objective import create_objective
from service.usecases.create_team import create_team
from service.usecases.map_objective import map_objective
from service.usecases.needs import Needs
from service.usecases.read_objective import read_objective
from tasks.app import FAILED, TASKS, WAITING
from tasks.retry import Again, Drop, Fail, decide
from tests.databases import migrated_file
from tests.site import lifecycle
from tests.site.config import SiteConfig
from tests.site.jira.model import Issue
from tests.site.running import free_port, running
from tests.site.state import Site

ADA, BEN, CLEO, DOV = "5f-ada", "5f-ben", "5f-cleo", "5f-dov"
PROPERTY = "northstar.objective"


@dataclass
class House:
    """A site with Northstar installed in it. `twice` delivers every job two times, as a broker may."""

    site: Site
    needs: Needs
    queue: list[tuple[Job, tuple[str | bool, ...]]]
    twice: bool
    site_id: str = ""
    ran: list[str] = field(default_factory=list)
    waiting: list[tuple[Job, tuple[str | bool, ...]]] = field(default_factory=list)
    waited_s: list[float] = field(default_factory=list)
    dropped: list[tuple[str, str]] = field(default_factory=list)
    failed: list[Exception] = field(default_factory=list)
    ahead: timedelta = timedelta()

    @property
    def by_ada(self) -> dict[str, Any]:
        """What every mutation of Ada's takes."""
        return {"parts": self.needs, "site_id": self.site_id, "by": ADA}

    @property
    def here(self) -> dict[str, Any]:
        """What every read takes."""
        return {"parts": self.needs, "site_id": self.site_id}

    def settle(self) -> None:
        """Let webhooks arrive and run every job, until nothing is left to do."""
        for _ in range(200):
            assert self.site.webhooks.idle(timeout_s=10)
            if not self.queue:
                return
            self.run_job()
        raise AssertionError(f"the queue never empties: {self.queue[:5]}")

    def run_job(self) -> None:
        """Run the job that waits longest."""
        job, ids = self.queue.pop(0)
        for _ in range(2 if self.twice else 1):
            self.ran.append(job.name.removeprefix("northstar."))
            try:
                TASKS[job](self.needs, *ids)
            except Exception as error:
                self._settle_error(job, ids, error)

    def _settle_error(self, job: Job, ids: tuple[str | bool, ...], error: Exception) -> None:
        """Do what a worker would; a job that has to wait comes back with `come_back`."""
        match decide(error, attempt=0):
            case Again(after_s):
                if job in WAITING:
                    WAITING[job](self.needs, *ids, after_s=after_s)
                self.waiting.append((job, ids))
                self.waited_s.append(after_s)
            case Drop(reason):
                self.dropped.append((job.name.removeprefix("northstar."), reason))
                if job in FAILED:
                    FAILED[job](self.needs, *ids, error=error)
            case Fail():
                if job in FAILED:
                    FAILED[job](self.needs, *ids, error=error)
                self.failed.append(error)

    def come_back(self, *, after_s: float) -> None:
        """Let time pass and put back what waited."""
        self.ahead += timedelta(seconds=after_s)
        self.queue += self.waiting
        self.waiting.clear()

    def plan(self, *, adopt: str | None = None, **key_result: Any) -> tuple[Objective, KeyResult]:
        """Plan one objective with one key result (0 to 100) and map it."""
        cycle, team = self.cycle(), self.team()
        objective = create_objective(
            **self.by_ada, cycle_id=cycle.id, team_id=team.id, title="Be loved by small shops", why="They stay."
        )
        planned = self.key_result(objective.id, **key_result)
        mapped = map_objective(**self.by_ada, objective_id=objective.id, adopt=adopt)
        self.settle()
        return mapped, planned

    def cycle(self) -> Cycle:
        """A quarter around today."""
        today = self.needs.now().date()
        return create_cycle(
            **self.by_ada,
            key="now",
            name="This quarter",
            kind=CycleKind.CUSTOM,
            starts_on=today - timedelta(days=45),
            ends_on=today + timedelta(days=45),
            state=CycleState.ACTIVE,
        )

    def team(self) -> Team:
        """A team that works in the project DEMO."""
        return create_team(**self.by_ada, name="Growth", kind=TeamKind.TEAM, project_key="DEMO")

    def key_result(self, objective_id: str, **words: Any) -> KeyResult:
        """Add a key result."""
        whole = {"title": "Weekly active shops", "baseline": 0.0, "target": 100.0, **words}
        return add_key_result(**self.by_ada, objective_id=objective_id, **whole)

    def view(self, objective: Objective) -> ObjectiveView:
        """Read an objective as people see it."""
        return read_objective(**self.here, objective_id=objective.id)

    def number(self, objective: Objective, position: int = 0) -> KeyResultView:
        """Read a key result as people see it."""
        return self.view(objective).key_results[position]

    def epic(self, objective: Objective) -> Issue:
        """Return the epic as it stands in Jira."""
        with self.needs.store.reading() as tx:
            mapped = tx.objectives.get(site_id=self.site_id, id=objective.id)
        assert mapped.epic_id is not None
        return self.site.jira.get(mapped.epic_id)

    def shown(self, issue: Issue, module: str) -> Any:
        """Return what a field of ours shows on an issue; `module` is like `kr-1`."""
        return issue.values.get(self.field_id(module))

    def field_id(self, module: str) -> str:
        """Return Jira's id of one of our fields."""
        found = self.site.jira.fields.find(f"northstar__{module}")
        assert found is not None
        return found.id

    def type_in(self, issue: Issue, module: str, value: Any, *, by: str = BEN) -> None:
        """Let a person edit one of our fields in Jira."""
        self.site.jira.set_field(issue.id, self.field_id(module), value, by)

    def story(self, number: int = 0) -> Issue:
        """Return an ordinary issue of DEMO."""
        kinds = self.site.jira.types
        stories = [each for each in self.site.jira.issues.values() if kinds[each.values["issuetype"]].level == 0]
        return stories[number]

    def calls(self) -> list[str]:
        """Return what we asked of the site so far, like `GET /rest/api/3/field`."""
        ours = [each for each in self.site.recorder.requests if each["caller"] == "app"]
        return [f"{each['method']} {each['url'].partition('?')[0]}" for each in ours]


@contextmanager
def house(folder: Path, *, twice: bool = False, **site_config: Any) -> Iterator[House]:
    """Run a site and our web, and install the one in the other."""
    config = SiteConfig(
        **{"port": free_port(), "app_url": f"http://127.0.0.1:{free_port()}", "index_lag_s": 0.0, **site_config}
    )
    settings = Settings(
        base_url=config.app_url,
        secret_keys=("a phrase that is long enough",),
        database_url=migrated_file(folder / "northstar.sqlite"),
        install_keys_urls=(f"{config.origin}/install-keys",),
        allowed_hosts=frozenset({"127.0.0.1"}),
    )
    queue: list[tuple[Job, tuple[str | bool, ...]]] = []
    made: list[House] = []

    def now() -> datetime:
        return datetime.now(UTC) + (made[0].ahead if made else timedelta())

    def enqueue(job: Job, *args: str | bool, countdown_s: float = 0) -> None:
        assert countdown_s >= 0
        assert not built.store.in_transaction, f"{job.name} was enqueued before the commit"
        queue.append((job, args))

    built = build_needs(settings)
    needs = dataclasses.replace(built, enqueue=enqueue, now=now)
    with running(config) as site, _serving(create_app(settings, needs=needs), config.app_url):
        lifecycle.install(site)
        with needs.store.reading() as tx:
            site_id = tx.sites.list_live()[0].id
        made.append(House(site=site, needs=needs, queue=queue, twice=twice, site_id=site_id))
        yield made[0]
    needs.store.close()


@contextmanager
def _serving(app: Any, url: str) -> Iterator[None]:
    server = make_server("127.0.0.1", int(url.rsplit(":", 1)[1]), app, threaded=True)
    server.daemon_threads = True  # type: ignore[attr-defined]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)
