"""Two teams with one objective each, and short ways to give them key results and work."""

from datetime import date

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

CYCLE = Cycle(
    id="c",
    key="2027-Q1",
    name="Q1",
    kind=CycleKind.QUARTER,
    starts_on=date(2027, 1, 1),
    ends_on=date(2027, 3, 31),
)
TEAMS = tuple(Team(id=key, name=key.upper(), kind=TeamKind.TEAM, project_key=key.upper()) for key in ("a", "b", "d"))
OBJECTIVES = (
    Objective(id="oa", cycle_id="c", team_id="a", title="Shoppers return", epic_id="A-0"),
    Objective(id="ob", cycle_id="c", team_id="b", title="Payments never fail", epic_id="B-0"),
    Objective(id="od", cycle_id="c", team_id="d", title="Ledger without gaps", epic_id="D-0"),
)


def key_result(id: str, team: str, **words: object) -> KeyResult:
    """Return a key result of a team's objective."""
    given = {"title": f"Quantity {id}", "direction": Direction.INCREASE, "baseline": 0.0, "target": 100.0} | words
    return KeyResult(id=id, objective_id=f"o{team}", **given)  # type: ignore[arg-type]


def counting(jql: str, **words: str) -> Tracker:
    """Return a tracker of a query."""
    return Tracker(kind=TrackerKind.JQL, jql=jql, **words)  # type: ignore[arg-type]


def work(key: str, *needs: str, **words: object) -> Work:
    """Return an issue whose id is its key."""
    return Work(id=key, key=key, project_key=key.split("-")[0], needs=frozenset(needs), **words)  # type: ignore[arg-type]


def plans(*key_results: KeyResult, works: tuple[Work, ...] = (), links: str = "", **words: object) -> Plans:
    """Return the plans; `links` reads `k1:A-1 k2:B-2`."""
    pairs = (each.split(":") for each in links.split())
    given = {"objectives": OBJECTIVES, "teams": TEAMS} | words
    return Plans(
        cycle=CYCLE,
        key_results=key_results,
        initiatives=tuple(Initiative(key_result_id=id, issue_id=issue) for id, issue in pairs),
        work={each.id: each for each in works},
        **given,  # type: ignore[arg-type]
    )


def of_kind(kind: Kind, given: Plans) -> list[SetFinding]:
    """Return the findings of one kind."""
    return [each for each in synthesise(plans=given) if each.kind is kind]
