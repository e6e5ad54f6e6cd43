"""Read a team's effort beside its outcomes, and its finished work that serves no key result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Final

from connect.outbound.jira import JiraClient
from connect.outbound.shapes import IssueDetail
from service.domain.divergence import (
    ALLOWANCE,
    Divergence,
    Finished,
    OrphanWork,
    effort_by_week,
    judge_divergence,
    noise_of,
    orphan_work,
)
from service.domain.divergence.effort import Effort
from service.domain.history import STEP, History
from service.domain.model import Checkin, Cycle, Issue, KeyResult, KeyResultState, ObjectiveState, Team
from service.domain.pace import span
from service.usecases.measuring.above import parents_above
from service.usecases.needs import Needs

MOST_FINISHED: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyResultCurves:
    """One key result: the two curves at the same instants, and their verdict."""

    key_result: KeyResult
    instants: tuple[datetime, ...]
    effort: tuple[float, ...]
    values: tuple[float | None, ...]
    divergence: Divergence


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamDivergence:
    """A team's view. `is_complete` is False when more was finished than is read."""

    team: Team
    cycle: Cycle
    key_results: tuple[KeyResultCurves, ...]
    orphan_work: OrphanWork
    is_complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    team: Team
    cycle: Cycle
    key_results: tuple[KeyResult, ...]
    checkins: Mapping[str, Sequence[Checkin]]
    issues: Mapping[str, Sequence[Issue]]
    histories: Mapping[str, History | None]
    serving: frozenset[str]
    allowance: float


def read_divergence(*, parts: Needs, site_id: str, team_id: str, cycle_id: str) -> TeamDivergence:
    """Return quadrants and orphan work. Asks Jira when the linked issues were finished, and what else was.

    Progress is never touched by this. Source: requirements 2.6; G-12. Raises: NotThere, connect.errors.ProductError.
    """
    rows = _read(parts, site_id, team_id, cycle_id)
    now = parts.now()
    jira = parts.jira(site_id)
    linked = {issue.id for issues in rows.issues.values() for issue in issues}
    details = {each.id: each for each in jira.details(issue_ids=sorted(linked))} if linked else {}
    finished = _finished(jira, rows, now)
    return TeamDivergence(
        team=rows.team,
        cycle=rows.cycle,
        key_results=tuple(_curves(rows, each, details, now) for each in rows.key_results),
        orphan_work=orphan_work(
            finished=(_as_finished(each) for each in finished[:MOST_FINISHED]),
            serving=rows.serving,
            parents=parents_above(jira=jira, issues=finished),
            allowance=rows.allowance,
        ),
        is_complete=len(finished) <= MOST_FINISHED,
    )


def _read(parts: Needs, site_id: str, team_id: str, cycle_id: str) -> _Rows:
    with parts.store.reading() as tx:
        team = tx.teams.get(site_id=site_id, id=team_id)
        cycle = tx.cycles.get(site_id=site_id, id=cycle_id)
        every = tx.objectives.of_cycle(site_id=site_id, cycle_id=cycle_id)
        objectives = [each for each in every if each.state is not ObjectiveState.CANCELLED]
        mine = {each.id for each in objectives if each.team_id == team_id}
        key_results = tuple(
            each
            for each in tx.key_results.of_cycle(site_id=site_id, cycle_id=cycle_id)
            if each.objective_id in mine and each.state is KeyResultState.ACTIVE
        )
        declared = tx.allowances.find(site_id=site_id, team_id=team_id)
        ids = [each.id for each in key_results]
        return _Rows(
            team=team,
            cycle=cycle,
            key_results=key_results,
            checkins={id: tx.checkins.of_key_result(site_id=site_id, key_result_id=id) for id in ids},
            issues={id: tx.issues.of_key_result(site_id=site_id, key_result_id=id) for id in ids},
            histories={id: tx.histories.find(site_id=site_id, key_result_id=id) for id in ids},
            serving=frozenset(each.issue_id for each in tx.initiatives.of_cycle(site_id=site_id, cycle_id=cycle_id))
            | {each.epic_id for each in objectives if each.epic_id is not None},
            allowance=ALLOWANCE if declared is None else declared.share,
        )


def _curves(rows: _Rows, key_result: KeyResult, details: Mapping[str, IssueDetail], now: datetime) -> KeyResultCurves:
    window = span(cycle=rows.cycle, key_result=key_result)
    weeks = max(0, int((min(now, window.ends_at) - window.starts_at) / STEP))
    instants = (*(window.starts_at + STEP * number for number in range(weeks + 1)), min(now, window.ends_at))
    work = _work(rows.issues[key_result.id], details)
    said = [each for each in rows.checkins[key_result.id] if each.value is not None and each.at <= now]
    history = rows.histories[key_result.id]
    before = [value for at, value in history.points if at <= window.starts_at] if history else []
    return KeyResultCurves(
        key_result=key_result,
        instants=instants,
        effort=effort_by_week(work=work, instants=instants),
        values=tuple(next((each.value for each in reversed(said) if each.at <= at), None) for at in instants),
        divergence=judge_divergence(
            key_result=key_result,
            value=said[-1].value if said else None,
            work=work,
            noise=noise_of(values=before),
            now=now,
        ),
    )


def _work(issues: Sequence[Issue], details: Mapping[str, IssueDetail]) -> list[Effort]:
    """Return size and end of each linked issue: story points only when all have them. Source: requirements 3.1, row Issue share."""
    known = [(issue, details[issue.id]) for issue in issues if issue.id in details]
    sized = all(issue.points for issue, _ in known)
    return [
        (
            issue.points if sized and issue.points else 1.0,
            (detail.category_changed_at or detail.updated_at) if detail.category == "done" else None,
        )
        for issue, detail in known
    ]


def _finished(jira: JiraClient, rows: _Rows, now: datetime) -> list[IssueDetail]:
    """Return what was finished in the team's project since the cycle began, one more than is shown at most."""
    window = span(cycle=rows.cycle)
    key = rows.team.project_key.replace('"', "")
    jql = f'project = "{key}" AND statusCategory = Done AND updated >= "{rows.cycle.starts_on}"'
    found = (
        each
        for each in jira.search_details(jql=jql)
        if window.starts_at <= (each.category_changed_at or each.updated_at) < min(now, window.ends_at)
    )
    return list(islice(found, MOST_FINISHED + 1))


def _as_finished(detail: IssueDetail) -> Finished:
    return Finished(id=detail.id, key=detail.key, summary=detail.summary, parent_id=detail.parent_id)
