"""The link graph of a cycle: who owns an issue, what it waits for, and the shortest way from an initiative to there."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from service.domain.model import KeyResult, Objective, Team
from service.domain.synthesis.shapes import Plans, Work


@dataclass(frozen=True, slots=True)
class Reached:
    """An issue on the way; `before` is how it was reached, None for the initiative itself.

    `is_part_of`: it was reached as the parent of the one before, so only what holds *it* up matters, not its other children.
    """

    work: Work
    before: "Reached | None" = None
    is_part_of: bool = False

    @property
    def path(self) -> tuple[str, ...]:
        """Return the issue keys from the initiative to here."""
        return (*(self.before.path if self.before else ()), self.work.key)


class Graph:
    """Plans, indexed. Built once a run."""

    def __init__(self, plans: Plans) -> None:
        self.plans = plans
        self.objectives: Mapping[str, Objective] = {each.id: each for each in plans.objectives}
        self.key_results: Mapping[str, KeyResult] = {
            each.id: each for each in plans.key_results if each.objective_id in self.objectives
        }
        self.teams: Mapping[str, Team] = {each.id: each for each in plans.teams}

    def team_of(self, key_result: KeyResult) -> str:
        """Return the id of the team whose objective it belongs to."""
        return self.objectives[key_result.objective_id].team_id

    @cached_property
    def started(self) -> Mapping[str, tuple[Work, ...]]:
        """Return the open initiatives of each key result, by key."""
        found: dict[str, list[Work]] = defaultdict(list)
        for link in self.plans.initiatives:
            work = self.plans.work.get(link.issue_id)
            if work is not None and not work.is_done and link.key_result_id in self.key_results:
                found[link.key_result_id].append(work)
        return {id: tuple(sorted(works, key=lambda work: work.key)) for id, works in found.items()}

    @cached_property
    def children(self) -> Mapping[str, tuple[Work, ...]]:
        """Return the parts of each issue."""
        found: dict[str, list[Work]] = defaultdict(list)
        for work in self.plans.work.values():
            if work.parent_id is not None:
                found[work.parent_id].append(work)
        return {id: tuple(sorted(works, key=lambda work: work.key)) for id, works in found.items()}

    @cached_property
    def promised_by(self) -> Mapping[str, frozenset[str]]:
        """Return the teams that planned an issue: it is their epic, or an initiative of one of their key results."""
        found: dict[str, set[str]] = defaultdict(set)
        for objective in self.plans.objectives:
            if objective.epic_id is not None:
                found[objective.epic_id].add(objective.team_id)
        for link in self.plans.initiatives:
            if link.key_result_id in self.key_results:
                found[link.issue_id].add(self.team_of(self.key_results[link.key_result_id]))
        return {id: frozenset(teams) for id, teams in found.items()}

    @cached_property
    def _by_project(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for team in self.plans.teams:
            found[team.project_key].add(team.id)
        return {key: frozenset(ids) for key, ids in found.items()}

    def owners(self, work: Work) -> frozenset[str]:
        """Return the teams whose project holds the issue; where several share it, those that planned it, if any did."""
        here = self._by_project.get(work.project_key, frozenset())
        return (here & self.promised_by.get(work.id, frozenset())) or here if len(here) > 1 else here

    def blockers(self, work: Work) -> tuple[Work, ...]:
        """Return the open issues it waits for, by key."""
        found = (self.plans.work.get(id) for id in work.needs)
        return tuple(
            sorted((each for each in found if each is not None and not each.is_done), key=lambda each: each.key)
        )

    def ancestry(self, work: Work) -> Iterable[Work]:
        """Yield the issue, what it is part of, and so on."""
        seen: set[str] = set()
        here: Work | None = work
        while here is not None and here.id not in seen:
            yield here
            seen.add(here.id)
            here = self.plans.work.get(here.parent_id) if here.parent_id else None

    def next_of(self, reached: Reached) -> Iterable[Reached]:
        """Yield one step on: what the issue waits for, its open parts, and what it is part of."""
        work = reached.work
        for blocker in self.blockers(work):
            yield Reached(blocker, reached)
        if not reached.is_part_of:
            for child in self.children.get(work.id, ()):
                if not child.is_done:
                    yield Reached(child, reached)
        parent = self.plans.work.get(work.parent_id) if work.parent_id else None
        if parent is not None and not parent.is_done:
            yield Reached(parent, reached, is_part_of=True)

    def walk(self, starts: Iterable[Work], *, stops: frozenset[str] = frozenset()) -> Iterable[Reached]:
        """Yield everything reached from the starts, nearest first; issues in `stops` are reached but not walked through."""
        waiting = deque(Reached(work) for work in starts)
        seen = {(reached.work.id, False) for reached in waiting}
        while waiting:
            here = waiting.popleft()
            yield here
            if here.work.id in stops and here.before is not None:
                continue
            for step in self.next_of(here):
                if (step.work.id, False) in seen or (step.work.id, step.is_part_of) in seen:
                    continue
                seen.add((step.work.id, step.is_part_of))
                waiting.append(step)
