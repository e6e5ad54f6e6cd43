"""Gather what a room must know of the world around it, inside the caller's transaction."""

from collections import Counter
from datetime import datetime

from service.domain.model import KeyResultState, ObjectiveState, TeamKind
from service.domain.room import Facts, Session
from service.store import Store, Transaction
from service.usecases.cycle_plan import read_doctrines
from service.usecases.rooms.past import looked_back_on, outcome_followed


def read_facts(*, tx: Transaction, store: Store, site_id: str, session: Session, now: datetime) -> Facts:
    """Return the facts of a session. Raises: NotThere, PresetUnknown."""
    doctrines = read_doctrines(tx=tx, site_id=site_id)
    teams = {team.id: team for team in tx.teams.list(site_id=site_id)}
    company = {team.id for team in teams.values() if team.kind is TeamKind.COMPANY}
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
        cycle=tx.cycles.get(site_id=site_id, id=session.cycle_id),
        teams=tuple(teams[each] for each in session.team_ids if each in teams),
        north_star=next((each.title for each in living if each.team_id in company), None),
        load=dict(owned),
        last_cycle=looked_back_on(tx=tx, site_id=site_id, session=session),
        followed=outcome_followed(tx=tx, store=store, site_id=site_id, session=session),
    )
