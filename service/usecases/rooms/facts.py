"""Gather what a room must know of the world around it, inside the caller's transaction."""

from collections import Counter
from collections.abc import Collection
from datetime import datetime
from typing import Any

from service.domain.model import Cycle, CycleState, KeyResultState, Objective, ObjectiveState, TeamKind
from service.domain.room import Facts, Session
from service.store import Store, Transaction
from service.usecases.cycle_plan import read_doctrines
from service.usecases.rooms.past import looked_back_on, outcome_followed
from service.usecases.rooms.records import read_record


def read_facts(*, tx: Transaction, store: Store, site_id: str, session: Session, now: datetime) -> Facts:
    """Return the facts of a session. Raises: NotThere, PresetUnknown."""
    doctrines = read_doctrines(tx=tx, site_id=site_id)
    teams = {team.id: team for team in tx.teams.list(site_id=site_id)}
    company = {team.id for team in teams.values() if team.kind is TeamKind.COMPANY}
    higher = {team.id for team in teams.values() if team.kind is not TeamKind.TEAM}
    cycle = tx.cycles.get(site_id=site_id, id=session.cycle_id)
    objectives = tx.objectives.of_cycle(site_id=site_id, cycle_id=session.cycle_id)
    living = [each for each in objectives if each.state is ObjectiveState.ACTIVE]
    names = {each.id for each in living}
    owned = Counter(
        each.owner
        for each in tx.key_results.of_cycle(site_id=site_id, cycle_id=session.cycle_id)
        if each.owner and each.state is KeyResultState.ACTIVE and each.objective_id in names
    )
    return Facts(
        now=now,
        preset=doctrines.named(session.preset),
        cycle=cycle,
        teams=tuple(teams[each] for each in session.team_ids if each in teams),
        north_star=next((each.title for each in living if each.team_id in company), None),
        load=dict(owned),
        plan=tuple(living),
        team_names={team.id: team.name for team in teams.values()},
        **_past(tx, site_id, session),
        above=tuple(each for each in living if each.team_id in higher),
        unfinished=_unfinished(tx, site_id, cycle, session.team_ids),
        outcomes=read_record(tx=tx, store=store, site_id=site_id),
        last_cycle=looked_back_on(tx=tx, site_id=site_id, session=session),
        followed=outcome_followed(tx=tx, store=store, site_id=site_id, session=session),
    )


def _past(tx: Transaction, site_id: str, session: Session) -> dict[str, Any]:
    """Return how many closed cycles the session's teams planned, and whether they looked back on the last. Source: T-03, T-04."""
    closed = [each for each in tx.cycles.list(site_id=site_id) if each.state is CycleState.CLOSED]
    planned = tx.objectives.cycles_of_teams(site_id=site_id, team_ids=session.team_ids)
    before = sorted((each for each in closed if each.id in planned), key=lambda each: each.ends_on)
    looked = {
        each.team_id for each in (tx.retrospectives.list(site_id=site_id, cycle_id=before[-1].id) if before else ())
    }
    return {"cycles_before": len(before), "has_looked_back": bool(before) and looked >= set(session.team_ids)}


def _unfinished(tx: Transaction, site_id: str, cycle: Cycle, team_ids: Collection[str]) -> tuple[Objective, ...]:
    """Return what the teams left in the cycle before: an objective carried on is closed and not offered again. Source: T-02."""
    earlier = [each for each in tx.cycles.list(site_id=site_id) if each.ends_on < cycle.starts_on]
    if not earlier:
        return ()
    last = max(earlier, key=lambda each: each.ends_on)
    found = tx.objectives.of_cycle(site_id=site_id, cycle_id=last.id)
    return tuple(each for each in found if each.team_id in team_ids and each.state is ObjectiveState.ACTIVE)
