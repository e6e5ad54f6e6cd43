"""One issue for two teams' key results, and one person for too many. Source: requirements 2.5, *shared initiative*; T-10c."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby

from service.domain.model import KeyResult
from service.domain.synthesis.graph import Graph
from service.domain.synthesis.shapes import Kind, SetFinding, finding_id
from service.domain.synthesis.weighing import severity_of


def shared_initiatives(graph: Graph) -> Iterable[SetFinding]:
    """Yield a finding for each open issue that key results of more than one team count on."""
    users: dict[str, list[KeyResult]] = defaultdict(list)
    for id, works in sorted(graph.started.items()):
        for work in works:
            users[work.id].append(graph.key_results[id])
    for issue_id, key_results in users.items():
        teams = sorted({graph.team_of(each) for each in key_results})
        found = finding_id(Kind.SHARED_INITIATIVE, issue_id)
        if len(teams) < 2 or found in graph.plans.accepted:
            continue
        work = graph.plans.work[issue_id]
        owners = graph.owners(work) & set(teams)
        asked = min(owners, default=teams[-1])
        names = ", ".join(graph.teams[each].name for each in teams)
        yield SetFinding(
            id=found,
            kind=Kind.SHARED_INITIATIVE,
            severity=severity_of(graph, key_results, None),
            message=f"{work.key} is an initiative of {names}; agree on whose order it is done in.",
            measure="links of issues to key results",
            team_id=next(each for each in teams if each != asked),
            other_team_id=asked,
            key_result_ids=tuple(each.id for each in key_results),
            issue_id=issue_id,
            path=(work.key,),
        )


def overloads(graph: Graph) -> Iterable[SetFinding]:
    """Yield a finding for each person who owns more key results than allowed. The person is never named here."""
    owned = sorted(
        (each for each in graph.key_results.values() if each.owner), key=lambda each: (each.owner or "", each.id)
    )
    for owner, group in groupby(owned, key=lambda each: each.owner or ""):
        theirs = list(group)
        found = finding_id(Kind.OVERLOAD, owner)
        if len(theirs) <= graph.plans.most_owned or found in graph.plans.accepted:
            continue
        teams = list(dict.fromkeys(graph.team_of(each) for each in theirs))
        yield SetFinding(
            id=found,
            kind=Kind.OVERLOAD,
            severity="warning",
            message=f"One person owns {len(theirs)} key results; {graph.plans.most_owned} are the most one can look after.",
            measure="owners",
            team_id=teams[0],
            key_result_ids=tuple(each.id for each in theirs),
        )
