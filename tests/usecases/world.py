"""The world around a use case: clock, queue and products, all under the test's control."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

from connect.errors import NotFound
from connect.outbound.shapes import Field, IssueDetail, Person, Project, Space
from connect.site import Product
from service.domain.ledger import Because, Reason
from service.domain.model import Cycle, CycleKind, CycleState, KeyResult, Objective, Team, TeamKind
from service.jobs import Job
from service.store import Store
from service.usecases.add_key_result import add_key_result
from service.usecases.create_cycle import create_cycle
from service.usecases.create_objective import create_objective
from service.usecases.create_team import create_team
from service.usecases.install_site import install_site
from service.usecases.needs import Needs

ADA = "557058:ada"
WHY = Because(reason=Reason.REPLAN, explanation="The market moved.", notified=(ADA,))


@dataclass
class FakeJira:
    """Answers what Jira would of fields and people."""

    store: Store
    known_fields: tuple[Field, ...] = ()
    editable: frozenset[str] = frozenset()
    accounts: dict[str, bool] = field(default_factory=lambda: {ADA: True})
    admins: frozenset[str] = frozenset({ADA})
    grants: set[tuple[str, str]] = field(default_factory=lambda: {(ADA, "EDIT_ISSUES")})
    hidden_projects: frozenset[str] = frozenset()

    def project(self, *, key: str) -> Project:
        assert not self.store.in_transaction
        if key in self.hidden_projects:
            raise NotFound(f"there is no project {key}", status=404)
        return Project(id=f"project of {key}", key=key, name=key.title())

    def fields(self) -> tuple[Field, ...]:
        assert not self.store.in_transaction
        return self.known_fields

    def details(self, *, issue_ids: Collection[str]) -> tuple[IssueDetail, ...]:  # noqa: ARG002
        assert not self.store.in_transaction
        return ()

    def editable_field_ids(self, *, issue_id: str) -> frozenset[str]:  # noqa: ARG002
        return self.editable

    def people(self, *, account_ids: Collection[str]) -> tuple[Person, ...]:
        assert not self.store.in_transaction
        known = [each for each in account_ids if each in self.accounts]
        return tuple(
            Person(account_id=each, display_name="A", active=self.accounts[each], avatar_url=None) for each in known
        )

    def may(
        self, *, account_id: str, permission: str, issue_ids: Collection[str] = (), project_ids: Collection[str] = ()
    ) -> frozenset[str]:
        return frozenset(each for each in (*issue_ids, *project_ids) if (account_id, permission) in self.grants)

    def administers(self, *, account_id: str) -> bool:
        assert not self.store.in_transaction
        return account_id in self.admins


@dataclass
class FakeConfluence:
    """Knows one space."""

    store: Store

    def space(self, *, key: str) -> Space | None:
        assert not self.store.in_transaction
        return Space(id="1", key="OKR", name="OKRs", homepage_id=None) if key == "OKR" else None


@dataclass
class World:
    """Everything a test may look at or turn."""

    store: Store
    at: datetime = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
    jobs: list[tuple[str, tuple[str | bool, ...]]] = field(default_factory=list)
    ids: Iterator[int] = field(default_factory=lambda: count(1))
    site_id: str = ""

    def __post_init__(self) -> None:
        self.jira = FakeJira(self.store)
        self.confluence = FakeConfluence(self.store)

    @property
    def parts(self) -> Needs:
        """The ports of this world."""
        return Needs(
            store=self.store,
            jira=lambda _: self.jira,  # type: ignore[arg-type,return-value]
            confluence=lambda _: self.confluence,  # type: ignore[arg-type,return-value]
            enqueue=self.enqueue,
            now=lambda: self.at,
            new_id=lambda: f"{next(self.ids):032x}",
            base_url="https://northstar.example",
            allowed_hosts=frozenset(),
            publish_interval_s=30,
        )

    @property
    def here(self) -> dict[str, object]:
        """Parts and site, as reads take them."""
        return {"parts": self.parts, "site_id": self.site_id}

    @property
    def by_ada(self) -> dict[str, object]:
        """Parts, site and person, as mutations take them."""
        return {**self.here, "by": ADA}

    def enqueue(self, job: Job, *args: str | bool, countdown_s: float = 0) -> None:
        """Listen to the queue, and insist that the transaction is over."""
        assert countdown_s >= 0
        assert not self.store.in_transaction, f"{job.name} was enqueued before the commit"
        self.jobs.append((job.name.removeprefix("northstar."), args))

    def later(self, **span: float) -> None:
        """Turn the clock forward."""
        self.at += timedelta(**span)

    @contextmanager
    def unchanged(self) -> Iterator[None]:
        """Insist that nothing is enqueued inside."""
        before = list(self.jobs)
        yield
        assert self.jobs == before

    def install(self, **words: object) -> str:
        """Install into Jira and stand on that site."""
        installed = install_site(parts=self.parts, **{**INSTALL, **words})  # type: ignore[arg-type]
        self.site_id = installed.site_id
        return installed.site_id

    def cycle(self, **words: object) -> Cycle:
        """A quarter that contains today."""
        whole = {
            "key": "2026-Q4",
            "name": "Q4 2026",
            "kind": CycleKind.QUARTER,
            "starts_on": date(2026, 10, 1),
            "ends_on": date(2026, 12, 31),
            "state": CycleState.ACTIVE,
        }
        return create_cycle(**self.by_ada, **{**whole, **words})  # type: ignore[arg-type]

    def team(self, **words: object) -> Team:
        """A team."""
        whole = {"name": "Growth", "kind": TeamKind.TEAM, "project_key": "GROW"}
        return create_team(**self.by_ada, **{**whole, **words})  # type: ignore[arg-type]

    def objective(self, cycle: Cycle, team: Team, **words: object) -> Objective:
        """An objective."""
        whole = {"title": "Be loved by small shops", **words}
        return create_objective(**self.by_ada, cycle_id=cycle.id, team_id=team.id, **whole)  # type: ignore[arg-type]

    def key_result(self, objective: Objective, **words: object) -> KeyResult:
        """A key result from 100 to 200."""
        whole = {"title": "Weekly active shops", "baseline": 100.0, "target": 200.0, **words}
        return add_key_result(**self.by_ada, objective_id=objective.id, **whole)  # type: ignore[arg-type]

    def map_to_epic(self, objective: Objective, epic_id: str = "20001") -> None:
        """Give an objective an epic, as the mapping would."""
        with self.store.transaction() as tx:
            stored = tx.objectives.get(site_id=self.site_id, id=objective.id)
            tx.objectives.save(site_id=self.site_id, item=replace(stored, epic_id=epic_id, epic_key="GROW-9"))


INSTALL = {
    "product": Product.JIRA,
    "client_key": "jira-key",
    "shared_secret": "secret one",
    "base_url": "https://shop.atlassian.net",
    "cloud_id": None,
    "oauth_client_id": None,
}
