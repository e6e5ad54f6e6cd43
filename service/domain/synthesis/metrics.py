"""Two key results on one number: counted twice, or pulled both ways. Source: requirements 2.5.

A number is the same by what it is read from, never by what it is called: issue and field id, the query in its canonical spelling
with its aggregate, or the same initiatives.
"""

from collections.abc import Iterable, Mapping
from itertools import combinations

from service.domain.audit.model import Severity
from service.domain.challenge.jql import JqlInvalid
from service.domain.challenge.shapes import Movement
from service.domain.model import Direction, KeyResult, TrackerKind
from service.domain.queries import canonical
from service.domain.synthesis.graph import Graph
from service.domain.synthesis.shapes import Kind, SetFinding, finding_id
from service.domain.synthesis.weighing import severity_of

Identity = tuple[str, ...]

_UP = frozenset({Direction.INCREASE, Direction.STAY_ABOVE})
_DOWN = frozenset({Direction.DECREASE, Direction.STAY_BELOW})
_WORDS = {
    Kind.DOUBLE_COUNT: "both claim the same movement of one number; a success would count twice",
    Kind.OPPOSED: "pull one number in opposite directions; one of them must fail",
}


def same_numbers(graph: Graph) -> Iterable[SetFinding]:
    """Yield double counts and opposed pairs, of one team or of two."""
    groups: dict[Identity, list[KeyResult]] = {}
    for key_result in sorted(graph.key_results.values(), key=lambda each: each.id):
        identity = metric_identity(graph, key_result)
        if identity is not None:
            groups.setdefault(identity, []).append(key_result)
    for identity, members in groups.items():
        for one, other in combinations(members, 2):
            kind = _clash(one, other)
            found = finding_id(kind, one.id, other.id) if kind else ""
            if kind is not None and found not in graph.plans.accepted:
                yield pair_finding(
                    graph,
                    one,
                    other,
                    kind=kind,
                    id=found,
                    says=_WORDS[kind],
                    measure=f"same source: {_shown(identity)}",
                )


def metric_identity(graph: Graph, key_result: KeyResult) -> Identity | None:
    """Return what the number is read from; None if it is typed or pushed, and for a query that is no JQL."""
    tracker = key_result.tracker
    if tracker.kind is TrackerKind.FIELD:
        if tracker.issue_id is not None and tracker.issue_field_id is not None:
            return ("field", tracker.issue_id, tracker.issue_field_id)
        epic_id = graph.objectives[key_result.objective_id].epic_id
        return ("field", epic_id, tracker.field_id) if epic_id and tracker.field_id else None
    if tracker.kind is TrackerKind.JQL and tracker.jql:
        return _query(tracker.jql, tracker.jql_denominator, tracker.method, tracker.jql_field, graph.plans.field_ids)
    if tracker.kind is TrackerKind.INITIATIVES:
        linked = sorted({link.issue_id for link in graph.plans.initiatives if link.key_result_id == key_result.id})
        return ("initiatives", tracker.method or "count", *linked) if linked else None
    return None


def _query(
    jql: str, denominator: str | None, method: str | None, field: str | None, field_ids: Mapping[str, str]
) -> Identity | None:
    try:
        asked = canonical(jql, field_ids=field_ids)
        whole = canonical(denominator, field_ids=field_ids) if denominator else ""
    except JqlInvalid:
        return None
    of_what = "" if field is None else field_ids.get(field.casefold(), field)
    return ("query", asked, method or "count", of_what, whole)


def _shown(identity: Identity) -> str:
    return " · ".join(part for part in identity if part)


def movement_of(key_result: KeyResult) -> Movement | None:
    """Return which way the number is wanted; None if it only has to stay inside a band, or nobody can tell."""
    if key_result.direction in _UP | _DOWN:
        return Movement.UP if key_result.direction in _UP else Movement.DOWN
    baseline, target = key_result.baseline, key_result.target
    if baseline is None or target is None or baseline == target or key_result.direction is Direction.BETWEEN:
        return None
    return Movement.UP if target > baseline else Movement.DOWN


def _clash(one: KeyResult, other: KeyResult) -> Kind | None:
    mine, theirs = movement_of(one), movement_of(other)
    if mine is None or theirs is None:
        return None
    if mine is not theirs:
        return None if _agree(one, other) else Kind.OPPOSED
    return Kind.DOUBLE_COUNT if _overlap(one, other) else None


def _agree(one: KeyResult, other: KeyResult) -> bool:
    """Tell whether some value satisfies both targets, so that the two only hold a corridor together."""
    up, down = (one, other) if movement_of(one) is Movement.UP else (other, one)
    if up.target is None or down.target is None:
        return False
    return up.target <= down.target


def _overlap(one: KeyResult, other: KeyResult) -> bool:
    """Tell whether both claim a common part of the way; a relay (0 → 50, 50 → 100) does not. Two bounds always do."""
    ways = [
        sorted((each.baseline, each.target))
        for each in (one, other)
        if each.baseline is not None and each.target is not None
        and each.direction not in {Direction.STAY_ABOVE, Direction.STAY_BELOW}
    ]  # fmt: skip
    if len(ways) < 2:
        return True
    (low, high), (under, over) = ways
    return max(low, under) < min(high, over)


def pair_finding(
    graph: Graph,
    one: KeyResult,
    other: KeyResult,
    *,
    kind: Kind,
    id: str,
    says: str,
    measure: str,
    severity: Severity | None = None,
) -> SetFinding:
    """Return a finding about two key results; the team of the first asks the team of the second."""
    team_id, other_team_id = graph.team_of(one), graph.team_of(other)
    asks, asked = graph.teams[team_id].name, graph.teams[other_team_id].name
    return SetFinding(
        id=id,
        kind=kind,
        severity=severity or severity_of(graph, (one, other), None),
        message=f"“{one.title}” ({asks}) and “{other.title}” ({asked}) {says}.",
        measure=measure,
        team_id=team_id,
        other_team_id=None if other_team_id == team_id else other_team_id,
        key_result_ids=(one.id, other.id),
        objective_ids=tuple(dict.fromkeys((one.objective_id, other.objective_id))),
    )
