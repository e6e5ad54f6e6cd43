"""What the plans of all teams do to each other: findings by kind, requests, link coverage, work outside the objectives."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask import url_for

from service.domain.model import Team
from service.domain.synthesis import Kind, Request, RequestState, SetFinding
from service.usecases.asked import read_wishes, synthesis_wish
from service.usecases.list_problems import list_problems
from service.usecases.list_teams import list_teams
from service.usecases.read_cycle import read_cycle
from service.usecases.read_link_coverage import read_link_coverage
from service.usecases.read_synthesis import read_synthesis
from service.web.call import Call
from service.web.fragments.region import View
from service.web.texts.judgements import KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A finding with the request it became; `asked` names the other team, None where the matter stays within one."""

    finding: SetFinding
    team: Team | None
    asked: Team | None
    request: Request | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The findings of one kind, the gravest first."""

    kind: Kind
    title: str
    explanation: str
    findings: tuple[Shown, ...]


def alignment_view(call: Call, *, cycle_id: str, team_id: str = "", bare: bool = False) -> View:
    """Show the findings of a cycle, or those that concern one team."""

    def read() -> dict[str, object]:
        parts, site_id = call.parts, call.site_id
        cycle = read_cycle(parts=parts, site_id=site_id, cycle_id=cycle_id)
        teams = {team.id: team for team in list_teams(parts=parts, site_id=site_id)}
        synthesis = read_synthesis(parts=parts, site_id=site_id, cycle_id=cycle_id)
        found = [each for each in (synthesis.run.findings if synthesis.run else ()) if _concerns(each, team_id)]
        coverage = read_link_coverage(parts=parts, site_id=site_id, cycle_id=cycle_id)
        return {
            "cycle": cycle,
            "tab": "alignment",
            "bare": bare,
            "actions": cycle.state != "closed",
            "run": synthesis.run,
            "running_since": read_wishes(parts=parts, site_id=site_id).get(synthesis_wish(cycle_id)),
            "problems": list_problems(parts=parts, site_id=site_id, scope=synthesis_wish(cycle_id)),
            "groups": _groups(found, synthesis.requests, teams),
            "total": len(found),
            "grave": sum(each.severity == "error" for each in found),
            "waiting": sum(_is_open(each, synthesis.requests) for each in found),
            "accepted": [
                each for each in synthesis.requests if each.state is RequestState.ACCEPTED and _concerns(each, team_id)
            ],
            "teams": teams,
            "planning": [unit.team for unit in coverage.units],
            "chosen": teams.get(team_id),
            "coverage": coverage,
        }

    return View(
        url=url_for("judged.alignment", cycle_id=cycle_id, team=team_id or None, bare=bare or None),
        template="fragments/alignment.html",
        read=read,
        cycle_id=cycle_id,
        judged=True,
        name=f"alignment-of-{cycle_id}" if bare else "view",
    )


def _concerns(one: SetFinding | Request, team_id: str) -> bool:
    return team_id in ("", one.team_id, one.other_team_id)


def _is_open(finding: SetFinding, requests: Iterable[Request]) -> bool:
    return any(each.id == finding.id and each.state is RequestState.OPEN for each in requests)


def _groups(found: Iterable[SetFinding], requests: Iterable[Request], teams: Mapping[str, Team]) -> tuple[Group, ...]:
    asked = {each.id: each for each in requests}
    by_kind: dict[Kind, list[Shown]] = {}
    for each in found:
        shown = Shown(
            finding=each,
            team=teams.get(each.team_id),
            asked=teams.get(each.other_team_id or ""),
            request=asked.get(each.id),
        )
        by_kind.setdefault(each.kind, []).append(shown)
    return tuple(
        Group(kind=kind, title=title, explanation=explanation, findings=tuple(by_kind[kind]))
        for kind, (title, explanation) in KINDS.items()
        if kind in by_kind
    )
