"""Does the Synthesizer find what two plans do to each other? Conflicts planted in a generated site of 12 teams, by kind.

Around each planted conflict stand near misses that must stay silent: planned or finished blockers, relays over one number,
bounds that only make a corridor, pairs inside one team, dates that just fit, the same query with another threshold.
Names of fields are changed and the terms of queries reordered between the two sides of every double count.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from random import Random
from time import perf_counter

from service.domain.model import (
    Cycle,
    CycleKind,
    Direction,
    Initiative,
    KeyResult,
    Objective,
    Team,
    TeamKind,
    Tracker,
    TrackerKind,
)
from service.domain.synthesis import Kind, Plans, SetFinding, Work, synthesise

TEAMS, OBJECTIVES_EACH, KEY_RESULTS_EACH, INITIATIVES_EACH = 12, 2, 3, 4
SITES, PLANTED_EACH = 20, 4
ENDS_ON = date(2027, 3, 31)
CYCLE = Cycle(id="c", key="2027-Q1", name="Q1", kind=CycleKind.QUARTER, starts_on=date(2027, 1, 1), ends_on=ENDS_ON)
FIELD_IDS = {"story points": "customfield_10016", "estimate": "customfield_10016", "effort": "customfield_10017"}
DUPLICATES = (
    ("Make checkout effortless for returning shoppers", "Effortless checkout for returning shoppers"),
    ("Win the trust of hospital purchasing departments", "Hospital purchasing departments trust us"),
    ("Become the first choice of independent bakeries", "First choice for independent bakeries"),
    ("Onboarding that new administrators finish gladly", "New administrators finish onboarding gladly"),
)
PARAPHRASES = (
    ("Make buying painless", "Checkout without friction"),
    ("Nobody waits for an answer", "Support replies at once"),
    ("Ship with confidence", "Releases that never frighten us"),
    ("Grow abroad", "Conquer new countries"),
)
FAMILIAR = (
    "Run the platform without surprises", "Help every engineer ship safely", "Grow with the partners we have",
    "Turn visitors into regulars", "Answer before customers ask", "Know our costs before they come",
    "Publish research people quote", "Open the Nordic market", "Give designers one language", "Hire people who stay",
    "Keep private data private", "Deliver parcels on the promised day", "Teach ourselves to forecast",
    "Simplify pricing until it fits a page", "Make reporting a pleasure", "Reach schools in rural regions",
    "Close the books without overtime", "Earn renewals early", "Bring the archive online", "Cut waste in the warehouse",
    "Win the mobile generation", "Support volunteers well", "Replace the ageing ledger", "Lead in accessible software",
)  # fmt: skip
TENSE = (
    ("Increase deployment frequency", Direction.INCREASE, "Reduce change failure rate", Direction.DECREASE),
    ("Reduce inventory", Direction.DECREASE, "Reduce stock-outs", Direction.DECREASE),
    ("Increase marketing leads", Direction.INCREASE, "Increase win rate", Direction.INCREASE),
    ("Reduce resolution time", Direction.DECREASE, "Increase CSAT", Direction.INCREASE),
)


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


def company(seed: int) -> Company:
    """Return a site of twelve teams with everything planted."""
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
    for part in (_dependencies, _dates, _cycles, _numbers, _tensions, _shared, _overloads, _duplicates):
        for number in range(PLANTED_EACH):
            part(site, number)
    return site


def _dependencies(site: Company, number: int) -> None:
    one, other = site.two()
    _, start = site.initiative(one)
    inner, entry, behind = site.issue(one), site.issue(other), site.issue(other)
    if number % 2:  # through the team's own work and a part of it
        part = site.issue(one, parent_id=start.id)
        site.needs(part, inner)
        site.needs(inner, entry)
    else:
        site.needs(start, entry)
    site.needs(entry, behind)
    site.plant(Kind.UNRECOGNISED_DEPENDENCY, f"t{one}", entry.id)
    # Near misses: planned by the other team, part of what it planned, finished.
    _, waits = site.initiative(one)
    _, planned = site.initiative(other)
    site.needs(waits, planned)
    site.needs(waits, site.issue(other, parent_id=planned.id))
    site.needs(waits, site.issue(other, is_done=True))


def _dates(site: Company, number: int) -> None:
    one, other = site.two()
    due = ENDS_ON - timedelta(days=30)
    _, waits = site.initiative(one, due_on=due)
    _, late = site.initiative(other, due_on=due + timedelta(days=1 + number))
    site.needs(waits, late)
    site.plant(Kind.DATE_CONFLICT, late.id)
    _, behind = site.initiative(other, due_on=late.due_on)  # in time for what is itself late
    site.needs(late, behind)
    _, fits = site.initiative(other, due_on=due)
    site.needs(waits, fits)


def _cycles(site: Company, number: int) -> None:
    one, other = site.two()
    ring = [site.initiative(one)[1], site.initiative(other)[1], *(site.initiative(one)[1] for _ in range(number % 3))]
    for waits, blocker in zip(ring, [*ring[1:], ring[0]], strict=True):
        site.needs(waits, blocker)
    site.plant(Kind.CYCLE, *(work.id for work in ring))
    head = site.initiative(one)[1]  # a diamond is no cycle
    left, right, foot = (site.initiative(one)[1] for _ in range(3))
    for waits, blocker in ((head, left), (head, right), (left, foot), (right, foot)):
        site.needs(waits, blocker)


def _numbers(site: Company, number: int) -> None:
    one, other = site.two()
    spelled = (
        f'project = P{number} AND type = Bug AND "Story points" > 3 AND status in (Open, Doing)',
        f"status = doing AND cf[10016] > 3 AND issuetype = bug AND project in (P{number}) OR "
        f'(project = "p{number}" AND "Estimate" > 3.0 AND status = Open AND type = Bug) ORDER BY created',
    )
    mine, theirs = (Tracker(kind=TrackerKind.JQL, jql=jql, method="count") for jql in spelled)
    double = site.key_result(one, tracker=mine), site.key_result(other, tracker=theirs)
    site.plant(Kind.DOUBLE_COUNT, *(each.id for each in double))
    against = Tracker(kind=TrackerKind.JQL, jql=spelled[number % 2].replace("> 3", "> 4"), method="count")
    pulled = (
        site.key_result(one, tracker=against),
        site.key_result(other, tracker=against, direction=Direction.DECREASE, baseline=100.0, target=0.0),
    )
    site.plant(Kind.OPPOSED, *(each.id for each in pulled))
    # Near misses: a relay, a corridor, another aggregate, another field.
    relay = Tracker(issue_id=f"far{number}", issue_field_id="customfield_20001")
    site.key_result(one, tracker=relay, baseline=0.0, target=50.0)
    site.key_result(other, tracker=relay, baseline=50.0, target=100.0)
    corridor = Tracker(issue_id=f"far{number}", issue_field_id="customfield_20002")
    site.key_result(one, tracker=corridor, direction=Direction.STAY_ABOVE, baseline=None, target=10.0)
    site.key_result(other, tracker=corridor, direction=Direction.STAY_BELOW, baseline=None, target=20.0)
    for method in ("sum", "average"):
        tracker = Tracker(
            kind=TrackerKind.JQL, jql=f"project = Q{number}", method=method, jql_field="customfield_10016"
        )
        site.key_result(one, tracker=tracker)


def _tensions(site: Company, number: int) -> None:
    one, other = 2 * number, 2 * number + 1
    mine, way, theirs, turn = TENSE[number]
    span = {Direction.INCREASE: (10.0, 20.0), Direction.DECREASE: (20.0, 10.0)}
    pair = [
        site.key_result(team, title, direction=to, baseline=span[to][0], target=span[to][1])
        for team, title, to in ((one, mine, way), (other, theirs, turn))
    ]
    site.plant(Kind.TENSION, *(each.id for each in pair))
    again = {Direction.INCREASE: Direction.DECREASE, Direction.DECREASE: Direction.INCREASE}[way]
    site.key_result(8 + number % 4, mine, direction=again, baseline=span[again][0], target=span[again][1])


def _shared(site: Company, number: int) -> None:
    one, other = site.two()
    _, work = site.initiative(one)
    site.initiatives.append(Initiative(key_result_id=site.key_result(other).id, issue_id=work.id))
    site.plant(Kind.SHARED_INITIATIVE, work.id)
    for is_done, team in ((False, one), (True, other)):  # two of one team share; a finished one is nobody's quarrel
        _, mine = site.initiative(one, is_done=is_done)
        site.initiatives.append(Initiative(key_result_id=site.key_result(team).id, issue_id=mine.id))


def _overloads(site: Company, number: int) -> None:
    owned = [site.key_result(site.dice.randrange(TEAMS), owner=f"busy{number}") for _ in range(6 + number)]
    site.plant(Kind.OVERLOAD, *(each.id for each in owned))
    for _ in range(5):
        site.key_result(site.dice.randrange(TEAMS), owner=f"full{number}")


def _duplicates(site: Company, number: int) -> None:
    one, other = site.two()
    pair = []
    for team, title in zip((one, other), DUPLICATES[number], strict=True):
        pair.append(Objective(id=f"d{next(site.numbers):05}", cycle_id="c", team_id=f"t{team}", title=title))
    site.objectives += pair
    site.plant(Kind.NEAR_DUPLICATE, *(each.id for each in pair))
    child = Objective(
        id=f"d{next(site.numbers):05}",
        cycle_id="c",
        team_id=f"t{one}",
        title=DUPLICATES[number][1],
        parent_id=pair[1].id,
    )
    if child.team_id != pair[0].team_id:  # would double the planted one
        site.objectives.append(child)


def identity(finding: SetFinding) -> tuple[Kind, frozenset[str]]:
    """Return a finding as it would have been planted."""
    if finding.kind is Kind.UNRECOGNISED_DEPENDENCY:
        return finding.kind, frozenset({finding.team_id, finding.issue_id or ""})
    if finding.kind in {Kind.DATE_CONFLICT, Kind.SHARED_INITIATIVE}:
        return finding.kind, frozenset({finding.issue_id or ""})
    if finding.kind is Kind.NEAR_DUPLICATE:
        return finding.kind, frozenset(finding.objective_ids)
    return finding.kind, frozenset(finding.key_result_ids)


def found_in(site: Company) -> tuple[Counter[Kind], Counter[Kind], Counter[Kind]]:
    """Return how many of each kind were planted, found of them, and found in all."""
    findings = synthesise(plans=site.plans())
    keys = {work.key: work.id for work in site.work.values()}
    named = {
        (each.kind, frozenset(keys[key] for key in each.path)) if each.kind is Kind.CYCLE else identity(each)
        for each in findings
    }
    planted = Counter(kind for kind, _ in site.planted)
    right = Counter(kind for kind, _ in site.planted & named)
    return planted, right, Counter(kind for kind, _ in named)


def paraphrases_found() -> int:
    """Return how many pairs that mean the same in other words are found: what this measure cannot do."""
    site = company(0)
    for number, pair in enumerate(PARAPHRASES):
        for side, title in enumerate(pair):
            site.objectives.append(Objective(id=f"p{number}{side}", cycle_id="c", team_id=f"t{side}", title=title))
    return sum(any(id.startswith("p") for id in each.objective_ids) for each in synthesise(plans=site.plans()))


def main() -> None:
    """Print recall and precision per kind, and what a run costs."""
    planted: Counter[Kind] = Counter()
    right: Counter[Kind] = Counter()
    found: Counter[Kind] = Counter()
    seconds = []
    for seed in range(SITES):
        site = company(seed)
        began = perf_counter()
        parts = found_in(site)
        seconds.append(perf_counter() - began)
        planted, right, found = (whole + part for whole, part in zip((planted, right, found), parts, strict=True))
    print(
        f"{SITES} sites of {TEAMS} teams, {len(site.key_results)} key results and {len(site.work)} issues in the last one"
    )
    print(f"{'kind':<26}{'planted':>8}{'found':>8}{'recall':>8}{'precision':>11}")
    for kind in Kind:
        recall = right[kind] / planted[kind]
        precision = right[kind] / found[kind] if found[kind] else 1.0
        print(f"{kind:<26}{planted[kind]:>8}{found[kind]:>8}{recall:>8.3f}{precision:>11.3f}")
    print(f"paraphrases that share no words: {paraphrases_found()} of {len(PARAPHRASES)} found (words cannot tell)")
    print(f"a run takes {1000 * sorted(seconds)[len(seconds) // 2]:.0f} ms")
