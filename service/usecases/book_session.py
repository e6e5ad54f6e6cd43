"""Book a planning session; its room has the doctrine's agenda at once. Source: M-26, W-14, O-01, O-03, O-05, W-01."""

from datetime import UTC, datetime
from typing import ClassVar

from service.domain.errors import DomainError
from service.domain.model import CycleState
from service.domain.plans import clean_title
from service.domain.room import (
    Act,
    Entry,
    Scope,
    SeatRole,
    Session,
    SessionKind,
    Stamp,
    Trigger,
    empty,
    fold,
    written,
)
from service.domain.room.agenda import SetAgenda
from service.domain.room.agendas import default_agenda
from service.domain.room.seats import Invite
from service.jobs import GATHER_INPUTS
from service.usecases.cycle_plan import read_doctrines
from service.usecases.needs import Needs

PLANS = frozenset({SessionKind.STRATEGY, SessionKind.WORKSHOP, SessionKind.PLANNING, SessionKind.MID_CYCLE})
"""Kinds whose outcome changes a cycle."""


class SessionInvalid(DomainError):
    """A booking that can't be."""

    code: ClassVar[str] = "session_invalid"


def book_session(
    *,
    parts: Needs,
    site_id: str,
    by: str,
    cycle_id: str,
    kind: SessionKind,
    scope: Scope,
    trigger: Trigger,
    team_ids: tuple[str, ...],
    starts_at: datetime,
    title: str = "",
    preset: str | None = None,
    follows_id: str | None = None,
    facilitator: str | None = None,
) -> Session:
    """Book a session of teams in a cycle; without a preset the first team's doctrine binds, and whoever books facilitates.

    Raises: NotThere, SessionInvalid, TitleInvalid, PresetUnknown.
    """
    now, chosen = parts.now(), tuple(dict.fromkeys(team_ids))
    if not chosen:
        raise SessionInvalid("Choose at least one team that takes part.", field="team_ids")
    if starts_at.tzinfo is None:
        raise SessionInvalid("Give the hour with its time zone, e.g. 2026-12-10T13:00:00Z.", field="starts_at")
    with parts.store.transaction() as tx:
        cycle = tx.cycles.get(site_id=site_id, id=cycle_id)
        if kind in PLANS and cycle.state is CycleState.CLOSED:
            raise SessionInvalid(
                f"The cycle {cycle.key} is closed; only a retrospective looks back on it.", field="cycle_id"
            )
        teams = [tx.teams.get(site_id=site_id, id=team_id) for team_id in chosen]
        if follows_id is not None:
            tx.sessions.get(site_id=site_id, id=follows_id)
        doctrines = read_doctrines(tx=tx, site_id=site_id)
        doctrine = doctrines.named(preset) if preset else doctrines.of_team(teams[0])
        session = Session(
            id=parts.new_id(),
            cycle_id=cycle.id,
            kind=kind,
            scope=scope,
            trigger=trigger,
            team_ids=chosen,
            preset=doctrine.key,
            title=clean_title(title=title or f"{teams[0].name}: {kind.value.replace('_', ' ')} {cycle.key}"),
            starts_at=starts_at.astimezone(UTC),
            booked_by=by,
            booked_at=now,
            follows_id=follows_id,
        )
        tx.sessions.add(site_id=site_id, item=session)
        room = empty(session=session)
        first: tuple[Act, ...] = (
            SetAgenda(steps=default_agenda(preset=doctrine.derived_from or doctrine.key, kind=kind, scope=scope)),
            Invite(account_id=facilitator or by, role=SeatRole.FACILITATOR),
        )
        for act in first:
            stamp = Stamp(by=by, at=now, act_id=parts.new_id())
            entry = Entry(seq=room.session.seq + 1, kind=act.kind, data=written(act), stamp=stamp)
            room = fold(room=room, entries=(entry,))
            tx.sessions.append(site_id=site_id, room=room, entry=entry)
    parts.enqueue(GATHER_INPUTS, site_id, session.id)
    return room.session
