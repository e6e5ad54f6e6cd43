"""Conflicts and, around each of them, near misses that must stay silent: one function a kind."""

from datetime import timedelta

from service.domain.model import Direction, Initiative, Objective, Tracker, TrackerKind
from service.domain.synthesis import Kind
from tests.bench.synthesis.company import ENDS_ON, TEAMS, Company, plain_company
from tests.bench.synthesis.titles import DUPLICATES, TENSE

PLANTED_EACH = 4


def company(seed: int) -> Company:
    """Return a site of twelve teams with everything planted."""
    site = plain_company(seed)
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
