"""Work that is due after it is needed, and work that waits for itself. Source: requirements 2.5, *date conflict* and *cycle*."""

from collections import deque
from collections.abc import Iterable
from datetime import date

from service.domain.model import KeyResult
from service.domain.synthesis.graph import Graph
from service.domain.synthesis.shapes import Kind, SetFinding, Work, finding_id
from service.domain.synthesis.weighing import needed_by, severity_of

_Late = tuple[int, Work, tuple[str, ...], KeyResult]


def date_conflicts(graph: Graph) -> Iterable[SetFinding]:
    """Yield a finding for each open blocker that is due after what waits for it is needed, at its tightest.

    Needed is a thing by its own due date, by that of what waits for it, or by the key result's. What is late itself hands its
    own date on, so that one late issue does not accuse all that stand behind it.
    """
    worst: dict[tuple[str, str], _Late] = {}
    touched: dict[tuple[str, str], list[KeyResult]] = {}
    for key_result in sorted(graph.key_results.values(), key=lambda each: each.id):
        for slack, waits, blocker, path in _late(graph, key_result):
            pair = (waits.id, blocker.id)
            touched.setdefault(pair, []).append(key_result)
            if pair not in worst or slack < worst[pair][0]:
                worst[pair] = (slack, blocker, path, key_result)
    for pair, (slack, blocker, path, key_result) in worst.items():
        team_id = graph.team_of(key_result)
        owners = graph.owners(blocker)
        found = finding_id(Kind.DATE_CONFLICT, *pair)
        if found in graph.plans.accepted:
            continue
        yield SetFinding(
            id=found,
            kind=Kind.DATE_CONFLICT,
            severity=severity_of(graph, touched[pair], slack),
            message=f"{blocker.key} is due on {blocker.due_on}, {-slack} days after {path[-2]} needs it "
            f"({' → '.join(path)}).",
            measure="due dates along issue links",
            team_id=team_id,
            other_team_id=None if team_id in owners else min(owners, default=None),
            key_result_ids=tuple(dict.fromkeys(each.id for each in touched[pair])),
            issue_id=blocker.id,
            path=path,
            slack_days=slack,
        )


def _late(graph: Graph, key_result: KeyResult) -> Iterable[tuple[int, Work, Work, tuple[str, ...]]]:
    """Yield (slack, what waits, blocker, path) of what is late for one key result."""
    best: dict[tuple[str, bool], date] = {}
    late: dict[tuple[str, str], tuple[int, Work, Work, tuple[str, ...]]] = {}
    waiting: deque[tuple[Work, bool, date, tuple[str, ...]]] = deque()
    for work in graph.started.get(key_result.id, ()):
        waiting.append((work, False, _earlier(needed_by(graph, key_result), work.due_on), (work.key,)))
    while waiting:
        work, is_part_of, day, path = waiting.popleft()
        if best.get((work.id, is_part_of), date.max) <= day:
            continue
        best[work.id, is_part_of] = day
        for blocker in graph.blockers(work):
            onward = (*path, blocker.key)
            if blocker.due_on is not None and blocker.due_on > day:
                late[work.id, blocker.id] = ((day - blocker.due_on).days, work, blocker, onward)
                waiting.append((blocker, False, blocker.due_on, onward))
            else:
                waiting.append((blocker, False, _earlier(day, blocker.due_on), onward))
        for child in () if is_part_of else graph.children.get(work.id, ()):
            if not child.is_done:
                waiting.append((child, False, _earlier(day, child.due_on), (*path, child.key)))
        parent = graph.plans.work.get(work.parent_id) if work.parent_id else None
        if parent is not None and not parent.is_done:
            waiting.append((parent, True, day, (*path, parent.key)))
    return late.values()


def _earlier(one: date, other: date | None) -> date:
    return one if other is None else min(one, other)


def cycles(graph: Graph) -> Iterable[SetFinding]:
    """Yield a finding for each knot of open issues that wait for each other, with one way around it as evidence."""
    asked: dict[str, set[str]] = {}
    for key_result in graph.key_results.values():
        for reached in graph.walk(graph.started.get(key_result.id, ())):
            asked.setdefault(reached.work.id, set()).add(key_result.id)
    for knot in _knots(graph, asked):
        start = min(knot, key=lambda work: work.key)
        around = _around(graph, start, {work.id for work in knot})
        found = finding_id(Kind.CYCLE, *sorted(work.id for work in knot))
        key_result_ids = sorted(set().union(*(asked[work.id] for work in knot)))
        teams = sorted(set().union(*(graph.owners(work) for work in knot)))
        team_id = graph.team_of(graph.key_results[key_result_ids[0]])
        if found not in graph.plans.accepted:
            yield SetFinding(
                id=found,
                kind=Kind.CYCLE,
                severity="error",
                message=f"{' → '.join(around)}: each waits for the next, so none of them can start.",
                measure="issue links",
                team_id=team_id,
                other_team_id=next((each for each in teams if each != team_id), None),
                key_result_ids=tuple(key_result_ids),
                issue_id=start.id,
                path=around,
            )


def _knots(graph: Graph, ids: Iterable[str]) -> Iterable[list[Work]]:
    """Yield the sets of issues that reach each other by waiting. Source: Kosaraju's two passes, without recursion."""
    work = graph.plans.work
    order: list[str] = []
    seen: set[str] = set()
    for root in sorted(ids):
        stack = [] if root in seen else [(root, iter(graph.blockers(work[root])))]
        seen.add(root)
        while stack:
            here, rest = stack[-1]
            step = next((each.id for each in rest if each.id not in seen), None)
            if step is None:
                order.append(here)
                stack.pop()
            else:
                seen.add(step)
                stack.append((step, iter(graph.blockers(work[step]))))
    holds: dict[str, list[str]] = {}
    for id in order:
        for blocker in graph.blockers(work[id]):
            holds.setdefault(blocker.id, []).append(id)
    placed: set[str] = set()
    for root in reversed(order):
        knot, waiting = [], [] if root in placed else [root]
        placed.add(root)
        while waiting:
            id = waiting.pop()
            knot.append(work[id])
            fresh = [each for each in holds.get(id, ()) if each not in placed]
            placed.update(fresh)
            waiting += fresh
        if len(knot) > 1 or (knot and knot[0].id in knot[0].needs):
            yield knot


def _around(graph: Graph, start: Work, inside: set[str]) -> tuple[str, ...]:
    """Return the keys of the shortest way from an issue back to itself."""
    waiting: deque[tuple[Work, tuple[str, ...]]] = deque([(start, (start.key,))])
    seen: set[str] = set()
    while True:  # in a knot everything leads back
        here, path = waiting.popleft()
        for step in graph.blockers(here):
            if step.id == start.id:
                return (*path, start.key)
            if step.id in inside and step.id not in seen:
                seen.add(step.id)
                waiting.append((step, (*path, step.key)))
