"""Gather what a session stands on, so that nobody has to prepare it. Source: O-06, M-04, G-12, G-15, M-26, T-03, T-04."""

from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import Final

from connect.errors import ProductError
from connect.outbound.budget import Urgency, spending
from connect.outbound.jira import JiraClient
from connect.outbound.shapes import IssueDetail
from service.domain.board import Board
from service.domain.divergence import ALLOWANCE, Finished, OrphanWork, orphan_work
from service.domain.model import Cycle, CycleState, KeyResultState, ObjectiveState, Team
from service.domain.results import CycleResults
from service.domain.room import SYSTEM, Session
from service.domain.room.input_pack import (
    Lesson,
    LivingKeyResult,
    MeasuredBaseline,
    Pack,
    PastKeyResult,
    PastObjective,
    TeamPast,
    WorkGap,
)
from service.domain.room.inputs import PutPack
from service.store import Transaction
from service.usecases.measuring.above import parents_above
from service.usecases.needs import Needs, NoInstallation
from service.usecases.perform_act import perform_act
from service.usecases.read_board import read_board
from service.usecases.read_results import read_results
from service.usecases.rooms.past import looked_back_on

MOST_ISSUES: Final = 500
MOST_EXAMPLES: Final = 5


def gather_inputs(*, parts: Needs, site_id: str, session_id: str) -> Pack:
    """Gather the facts anew and put them on the room's table; what Jira does not tell is named in the pack.

    Raises: NotThere, RoomNotOpen.
    """
    now = parts.now()
    with parts.store.reading() as tx:
        session = tx.sessions.get(site_id=site_id, id=session_id)
        cycle = tx.cycles.get(site_id=site_id, id=session.cycle_id)
        last = looked_back_on(tx=tx, site_id=site_id, session=session)
        teams = tx.teams.get_many(site_id=site_id, ids=session.team_ids)
        lessons, pasts = _past(tx, site_id, teams, cycle, last)
        baselines = _baselines(tx, site_id, teams, last)
    results = read_results(parts=parts, site_id=site_id, cycle_id=last.id).results if last else None
    board = read_board(parts=parts, site_id=site_id, cycle_id=cycle.id)
    gaps, not_read = _gaps(parts, site_id, teams, (last or cycle).starts_on)
    pack = Pack(
        gathered_at=now,
        last_cycle=last.name if last else "",
        objectives=_ended(results, session),
        lessons=lessons,
        pasts=pasts,
        gaps=gaps,
        baselines=baselines,
        living=_living(board, session),
        not_read=not_read,
    )
    perform_act(
        parts=parts, site_id=site_id, by=SYSTEM, session_id=session_id, act_id=parts.new_id(), act=PutPack(pack=pack)
    )
    return pack


def _past(
    tx: Transaction, site_id: str, teams: Iterable[Team], cycle: Cycle, last: Cycle | None
) -> tuple[tuple[Lesson, ...], tuple[TeamPast, ...]]:
    said = tx.retrospectives.list(site_id=site_id, cycle_id=last.id) if last else ()
    ran = [
        each
        for each in tx.cycles.list(site_id=site_id)
        if each.starts_on < cycle.starts_on and each.state is not CycleState.PLANNING
    ]
    planned = [{each.team_id for each in tx.objectives.of_cycle(site_id=site_id, cycle_id=each.id)} for each in ran]
    wanted = {team.id for team in teams}
    lessons = tuple(
        Lesson(team_id=each.team_id, question=question.value, answer=answer)
        for each in said
        if each.team_id in wanted
        for question, answer in each.answers.items()
    )
    pasts = tuple(
        TeamPast(
            team_id=team.id,
            cycles=sum(team.id in each for each in planned),
            has_looked_back=any(each.team_id == team.id for each in said),
        )
        for team in teams
    )
    return lessons, pasts


def _baselines(
    tx: Transaction, site_id: str, teams: Iterable[Team], last: Cycle | None
) -> tuple[MeasuredBaseline, ...]:
    if last is None:
        return ()
    wanted = {team.id for team in teams}
    objectives = tx.objectives.of_cycle(site_id=site_id, cycle_id=last.id)
    mine = {each.id for each in objectives if each.team_id in wanted and each.state is not ObjectiveState.CANCELLED}
    found = []
    for each in tx.key_results.of_cycle(site_id=site_id, cycle_id=last.id):
        history = tx.histories.find(site_id=site_id, key_result_id=each.id) if each.objective_id in mine else None
        if history is not None and history.points and each.state is KeyResultState.ACTIVE:
            at, value = history.points[-1]
            found.append(
                MeasuredBaseline(
                    key_result_id=each.id,
                    title=each.title,
                    value=value,
                    unit=each.unit,
                    asked=history.asked,
                    measured_at=at,
                )
            )
    return tuple(found)


def _gaps(
    parts: Needs, site_id: str, teams: Iterable[Team], since: date
) -> tuple[tuple[WorkGap, ...], tuple[str, ...]]:
    """Return each team's work that leads nowhere; never fails a session for want of Jira. Source: M-04, G-12."""
    with parts.store.reading() as tx:
        serving = frozenset(_serving(tx, site_id))
        allowances = {team.id: tx.allowances.find(site_id=site_id, team_id=team.id) for team in teams}
    gaps, not_read = [], []
    for team in teams:
        declared = allowances[team.id]
        try:
            with spending(Urgency.BACKGROUND):
                jira = parts.jira(site_id)
                gaps.append(_gap(jira, team, since, serving, declared.share if declared else ALLOWANCE))
        except (ProductError, NoInstallation) as error:
            not_read.append(f"The issues of {team.name}: {error.message}")
    return tuple(gaps), tuple(not_read)


def _serving(tx: Transaction, site_id: str) -> Iterable[str]:
    """Yield the issues from which a way leads to an objective: initiatives, and epics of objectives, of every open cycle."""
    for cycle in tx.cycles.list(site_id=site_id):
        if cycle.state is CycleState.CLOSED:
            continue
        yield from (each.issue_id for each in tx.initiatives.of_cycle(site_id=site_id, cycle_id=cycle.id))
        for each in tx.objectives.of_cycle(site_id=site_id, cycle_id=cycle.id):
            if each.epic_id is not None and each.state is not ObjectiveState.CANCELLED:
                yield each.epic_id


def _gap(jira: JiraClient, team: Team, since: date, serving: frozenset[str], allowance: float) -> WorkGap:
    project = team.project_key.replace('"', "")
    unfinished = f'project = "{project}" AND statusCategory != Done ORDER BY updated DESC'
    finished = f'project = "{project}" AND statusCategory = Done AND updated >= "{since}" ORDER BY updated DESC'
    now_open = list(islice(jira.search_details(jql=unfinished), MOST_ISSUES + 1))
    done = list(islice(jira.search_details(jql=finished), MOST_ISSUES + 1))
    parents = parents_above(jira=jira, issues=(*now_open, *done))
    adrift = _adrift(now_open, serving, parents, allowance)
    orphans = _adrift(done, serving, parents, allowance)
    return WorkGap(
        team_id=team.id,
        open_issues=adrift.finished,
        open_adrift=len(adrift.orphans),
        finished_issues=orphans.finished,
        finished_adrift=len(orphans.orphans),
        allowance=allowance,
        examples=tuple(f"{each.key} {each.summary}" for each in adrift.orphans[:MOST_EXAMPLES]),
        is_complete=len(now_open) <= MOST_ISSUES and len(done) <= MOST_ISSUES,
    )


def _adrift(
    issues: list[IssueDetail], serving: frozenset[str], parents: dict[str, str | None], allowance: float
) -> OrphanWork:
    rows = (
        Finished(id=each.id, key=each.key, summary=each.summary, parent_id=each.parent_id)
        for each in issues[:MOST_ISSUES]
    )
    return orphan_work(finished=rows, serving=serving, parents=parents, allowance=allowance)


def _ended(results: CycleResults | None, session: Session) -> tuple[PastObjective, ...]:
    return tuple(
        PastObjective(
            id=each.objective_id,
            team_id=team.team_id,
            title=each.title,
            score=each.amended,
            band=each.band or "",
            key_results=tuple(
                PastKeyResult(id=row.key_result_id, title=row.title, score=row.amended, band=row.band or "")
                for row in each.key_results
            ),
        )
        for team in (results.teams if results else ())
        if team.team_id in session.team_ids
        for each in team.objectives
    )


def _living(board: Board | None, session: Session) -> tuple[LivingKeyResult, ...]:
    return tuple(
        LivingKeyResult(
            id=row.key_result.id,
            team_id=view.team.id,
            objective=view.objective.title,
            title=row.key_result.title,
            status=row.status.value,
            unit=row.key_result.unit,
            owner=row.key_result.owner,
            value=row.value,
            target=row.key_result.target,
            progress=row.progress,
            expected=row.expected,
            confidence=row.confidence,
        )
        for view in (board.objectives() if board else ())
        if view.team.id in session.team_ids and view.objective.state is ObjectiveState.ACTIVE
        for row in view.key_results
        if row.key_result.state is KeyResultState.ACTIVE
    )
