"""Dependencies on other teams that they have not planned for. Source: requirements 2.5; M-25."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from service.domain.model import KeyResult
from service.domain.synthesis.graph import Graph, Reached
from service.domain.synthesis.shapes import Kind, SetFinding, Work, finding_id
from service.domain.synthesis.weighing import needed_by, severity_of


@dataclass(slots=True)
class _Dependency:
    reached: Reached
    team_id: str
    other_team_id: str
    key_results: list[KeyResult] = field(default_factory=list)
    path: tuple[str, ...] = ()


def unrecognised(graph: Graph) -> Iterable[SetFinding]:
    """Yield a finding for each issue of another team that a team's initiatives wait for and that the other has not planned.

    Planned is: it or what it is part of is an initiative or an epic of theirs, or they accepted the request for it. Issues of
    projects without a team are walked through; there is nobody to ask for them.
    """
    planned = {id: owners for id, work in graph.plans.work.items() if (owners := _planned_by(graph, work))}
    stops = {team: frozenset(id for id, owners in planned.items() if team not in owners) for team in graph.teams}
    found: dict[tuple[str, str], _Dependency] = {}
    for key_result in sorted(graph.key_results.values(), key=lambda each: each.id):
        starts = graph.started.get(key_result.id, ())
        trail = list(graph.walk(starts, stops=stops[graph.team_of(key_result)])) if starts else []
        for reached in trail:
            dependency = _entered(graph, reached, graph.team_of(key_result))
            if dependency is None:
                continue
            known = found.setdefault((dependency.team_id, reached.work.id), dependency)
            if key_result not in known.key_results:
                known.key_results.append(key_result)
            known.path = known.path or _deepest(graph, reached, dependency.other_team_id, trail)
    for dependency in found.values():
        finding = _finding(graph, dependency)
        if finding.id not in graph.plans.accepted:
            yield finding


def _planned_by(graph: Graph, work: Work) -> frozenset[str]:
    """Return the teams that own the issue if one of them planned it; their own walk goes on from there."""
    owners = graph.owners(work)
    is_planned = any(owners & graph.promised_by.get(each.id, frozenset()) for each in graph.ancestry(work))
    return owners if is_planned else frozenset()


def _entered(graph: Graph, reached: Reached, team_id: str) -> _Dependency | None:
    """Return the dependency if this step enters another team's work, and that team has not planned it."""
    owners = graph.owners(reached.work)
    if reached.before is None or not owners or team_id in owners:
        return None
    if owners & graph.owners(reached.before.work):
        return None
    if _planned_by(graph, reached.work):
        return None
    return _Dependency(reached=reached, team_id=team_id, other_team_id=min(owners))


def _deepest(graph: Graph, entry: Reached, other_team_id: str, trail: list[Reached]) -> tuple[str, ...]:
    """Return the path through the entry to the farthest issue of the same team behind it."""
    inside = {id(entry)}
    last = entry
    for step in trail:
        if step.before is not None and id(step.before) in inside and other_team_id in graph.owners(step.work):
            inside.add(id(step))
            last = step if len(step.path) > len(last.path) else last
    return last.path


def _finding(graph: Graph, dependency: _Dependency) -> SetFinding:
    work = dependency.reached.work
    day = min(needed_by(graph, each) for each in dependency.key_results)
    slack = None if work.due_on is None else (day - work.due_on).days
    asks, asked = graph.teams[dependency.team_id].name, graph.teams[dependency.other_team_id].name
    shown = " → ".join(dependency.path)
    return SetFinding(
        id=finding_id(Kind.UNRECOGNISED_DEPENDENCY, dependency.team_id, work.id),
        kind=Kind.UNRECOGNISED_DEPENDENCY,
        severity=severity_of(graph, dependency.key_results, slack),
        message=f"{asks} waits for {work.key} of {asked} ({shown}), and {asked} has planned nothing for it.",
        measure="issue links",
        team_id=dependency.team_id,
        other_team_id=dependency.other_team_id,
        key_result_ids=tuple(each.id for each in dependency.key_results),
        issue_id=work.id,
        path=dependency.path,
        slack_days=slack,
    )
