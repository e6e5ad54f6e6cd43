"""A site of twelve teams under construction, and what was planted in it."""

from dataclasses import dataclass, field
from datetime import date
from itertools import count
from random import Random

from service.domain.model import Cycle, CycleKind, Direction, Initiative, KeyResult, Objective, Team, TeamKind
from service.domain.synthesis import Kind, Plans, Work
from tests.bench.synthesis.titles import FAMILIAR

TEAMS, OBJECTIVES_EACH, KEY_RESULTS_EACH, INITIATIVES_EACH = 12, 2, 3, 4
ENDS_ON = date(2027, 3, 31)
CYCLE = Cycle(id="c", key="2027-Q1", name="Q1", kind=CycleKind.QUARTER, starts_on=date(2027, 1, 1), ends_on=ENDS_ON)
FIELD_IDS = {"story points": "customfield_10016", "estimate": "customfield_10016", "effort": "customfield_10017"}


@dataclass
class Company:
    """A site under construction, and what was planted in it: (kind, what identifies it)."""

    dice: Random
    teams: list[Team] = field(default_factory=list)
    objectives: list[Objective] = field(default_factory=list)
    key_results: list[KeyResult] = field(default_factory=list)
    initiatives: list[Initiative] = field(default_factory=list)
    work: dict[str, Work] = field(default_factory=dict)
    planted: set[tuple[Kind, frozenset[str]]] = field(default_factory=set)
    numbers: "count[int]" = field(default_factory=count)

    def issue(self, team: int, **words: object) -> Work:
        number = next(self.numbers)
        project = self.teams[team].project_key
        work = Work(id=f"i{number}", key=f"{project}-{number}", project_key=project, **words)  # type: ignore[arg-type]
        self.work[work.id] = work
        return work

    def needs(self, waits: Work, blocker: Work) -> None:
        now = self.work[waits.id]
        words = {name: getattr(now, name) for name in ("id", "key", "project_key", "is_done", "due_on", "parent_id")}
        self.work[waits.id] = Work(**words, needs=now.needs | {blocker.id})  # type: ignore[arg-type]

    def key_result(self, team: int, title: str = "", **words: object) -> KeyResult:
        number = next(self.numbers)
        mine = [each for each in self.objectives if each.team_id == f"t{team}"]
        given = {"direction": Direction.INCREASE, "baseline": 0.0, "target": 100.0, "owner": f"u{number}"} | words
        made = KeyResult(
            id=f"k{number:05}",
            objective_id=self.dice.choice(mine).id,
            title=title or f"Quantity {number} of item {number}",
            **given,  # type: ignore[arg-type]
        )
        self.key_results.append(made)
        return made

    def initiative(self, team: int, key_result: KeyResult | None = None, **words: object) -> tuple[KeyResult, Work]:
        served = key_result or self.key_result(team)
        work = self.issue(team, **words)
        self.initiatives.append(Initiative(key_result_id=served.id, issue_id=work.id))
        return served, work

    def plant(self, kind: Kind, *ids: str) -> None:
        self.planted.add((kind, frozenset(ids)))

    def two(self) -> tuple[int, int]:
        one, other = self.dice.sample(range(TEAMS), 2)
        return one, other

    def plans(self) -> Plans:
        return Plans(
            cycle=CYCLE,
            teams=tuple(self.teams),
            objectives=tuple(self.objectives),
            key_results=tuple(self.key_results),
            initiatives=tuple(self.initiatives),
            work=self.work,
            field_ids=FIELD_IDS,
            most_owned=5,
        )


def plain_company(seed: int) -> Company:
    """Return twelve teams with objectives, key results and work that harm nobody."""
    site = Company(dice=Random(seed))
    for number in range(TEAMS):
        site.teams.append(Team(id=f"t{number}", name=f"Team {number}", kind=TeamKind.TEAM, project_key=f"T{number}"))
    titles = site.dice.sample(FAMILIAR, len(FAMILIAR))
    for number in range(TEAMS * OBJECTIVES_EACH):
        epic = site.issue(number % TEAMS)
        site.objectives.append(
            Objective(
                id=f"o{number:03}", cycle_id="c", team_id=f"t{number % TEAMS}", title=titles[number], epic_id=epic.id
            )
        )
    for number in range(TEAMS * OBJECTIVES_EACH * KEY_RESULTS_EACH):
        served = site.key_result(number % TEAMS)
        for _ in range(INITIATIVES_EACH):
            site.initiative(number % TEAMS, served)
    return site
