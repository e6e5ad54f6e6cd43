"""Building a board from a cycle's rows: gathers per key result, rolls up per objective and team. Formulas live elsewhere."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from types import MappingProxyType
from typing import TypeVar

from service.domain.board.key_results import KeyResultFacts, view_key_result
from service.domain.board.objectives import ObjectiveFacts, view_objectives
from service.domain.board.shapes import Board, KeyResultView, ObjectiveView, TeamView
from service.domain.challenge import Guardrail
from service.domain.forecast import Landed
from service.domain.ledger import Entry, versions
from service.domain.model import (
    Checkin,
    Cycle,
    Initiative,
    Issue,
    KeyResult,
    Objective,
    ObjectiveState,
    ParentLink,
    Team,
    TeamKind,
)
from service.domain.pace import elapsed, span
from service.domain.presets import DEFAULT_PRESET, Preset, preset
from service.domain.rollup import Part, weighted_mean

Key = TypeVar("Key", bound=Hashable)
Row = TypeVar("Row")

_TEAM_ORDER = {TeamKind.COMPANY: 0, TeamKind.DEPARTMENT: 1, TeamKind.TEAM: 2}


def build_board(
    *,
    cycle: Cycle,
    teams: Iterable[Team],
    objectives: Iterable[Objective],
    key_results: Iterable[KeyResult],
    checkins: Iterable[Checkin],
    issues: Iterable[Issue],
    initiatives: Iterable[Initiative],
    now: datetime,
    site_preset: str | Preset = DEFAULT_PRESET,
    zone: tzinfo = UTC,
    links: Iterable[ParentLink] = (),
    derived_presets: Mapping[str, Preset] | None = None,
    amendments: Iterable[Entry] = (),
    forecasts: bool = False,
    guardrails: Iterable[Guardrail] = (),
    own_records: Mapping[str, Sequence[Landed]] = MappingProxyType({}),
) -> Board:
    """Compute everything there is to show of a cycle at `now`.

    Hand in the rows of this cycle; rows of others are left out. A team without a preset of its own plans by `site_preset`.
    `zone` is the zone in which days begin. `links` are ways up beyond `Objective.parent_id`.
    `amendments` are the ledger's entries about these key results, oldest first: past points keep the promise of their time.
    `forecasts` adds every key result's outlook, which costs more than all the rest. `guardrails` are those of these key results
    with their latest values. `own_records` are by team id what its earlier projections came to, which forecasts lean on.
    """
    derived = derived_presets or {}
    of_site = site_preset if isinstance(site_preset, Preset) else preset(site_preset, derived=derived)
    teams_by_id = {team.id: team for team in teams}
    in_cycle = [each for each in objectives if each.cycle_id == cycle.id and each.team_id in teams_by_id]
    presets = {
        team.id: preset(team.preset, derived=derived) if team.preset else of_site for team in teams_by_id.values()
    }
    issues_by_id = {issue.id: issue for issue in issues}
    checkins_of = _grouped((each.key_result_id, each) for each in checkins)
    initiatives_of = _grouped((each.key_result_id, each) for each in initiatives)
    entries_of = _grouped((each.subject_id, each) for each in amendments)
    guardrails_of = _grouped((each.key_result_id, each) for each in guardrails)
    key_results_of = _grouped((each.objective_id, each) for each in key_results)

    facts = []
    for objective in sorted(in_cycle, key=lambda each: (each.position, each.id)):
        team = teams_by_id[objective.team_id]
        views = tuple(
            view_key_result(
                KeyResultFacts(
                    key_result=key_result,
                    checkins=tuple(checkins_of.get(key_result.id, ())),
                    issues=_linked(initiatives_of.get(key_result.id, ()), issues_by_id),
                    versions=versions(key_result=key_result, entries=entries_of.get(key_result.id, ())),
                    guardrails=tuple(guardrails_of.get(key_result.id, ())),
                    own_record=tuple(own_records.get(team.id, ())),
                ),
                cycle=cycle,
                span=span(cycle=cycle, key_result=key_result, zone=zone),
                preset=presets[team.id],
                now=now,
                is_mapped=objective.epic_id is not None,
                forecasts=forecasts,
            )
            for key_result in sorted(key_results_of.get(objective.id, ()), key=lambda each: (each.position, each.id))
        )
        facts.append(ObjectiveFacts(objective=objective, team=team, preset=presets[team.id], key_results=views))
    viewed = view_objectives(facts, links=tuple(links), cycle=cycle, span=span(cycle=cycle, zone=zone), now=now)
    team_views = tuple(
        _team_view(team, viewed)
        for team in sorted(
            teams_by_id.values(), key=lambda each: (_TEAM_ORDER[each.kind], each.name.casefold(), each.id)
        )
    )
    return Board(
        cycle=cycle,
        as_of=now,
        elapsed=elapsed(cycle=cycle, now=now, zone=zone),
        progress=weighted_mean(Part(each.progress) for each in viewed if _counts(each)),
        north_star=next((each for team in team_views for each in team.objectives if _is_north_star(each)), None),
        teams=team_views,
    )


def _team_view(team: Team, viewed: Sequence[ObjectiveView]) -> TeamView:
    own = tuple(each for each in viewed if each.team.id == team.id)
    return TeamView(
        team=team, progress=weighted_mean(Part(each.progress) for each in own if _counts(each)), objectives=own
    )


def _counts(view: ObjectiveView) -> bool:
    return view.objective.state in (ObjectiveState.ACTIVE, ObjectiveState.CLOSED)


def _is_north_star(view: ObjectiveView) -> bool:
    return view.team.kind is TeamKind.COMPANY and view.objective.parent_id is None and _counts(view)


def _linked(initiatives: Iterable[Initiative], issues: Mapping[str, Issue]) -> tuple[Issue, ...]:
    found = (issues[each.issue_id] for each in initiatives if each.issue_id in issues)
    return tuple(sorted(found, key=lambda issue: (issue.category, issue.key)))


def _grouped(pairs: Iterable[tuple[Key, Row]]) -> dict[Key, list[Row]]:
    groups: dict[Key, list[Row]] = defaultdict(list)
    for key, row in pairs:
        groups[key].append(row)
    return groups


__all__ = ["Board", "KeyResultView", "ObjectiveView", "TeamView", "build_board"]
