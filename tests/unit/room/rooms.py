"""A room for domain tests: booked, seated, and played act by act with a clock under the test's control."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

from service.domain.model import Cycle, CycleKind, Team, TeamKind
from service.domain.presets import PRESETS
from service.domain.room import (
    Act,
    Entry,
    Facts,
    Room,
    Scope,
    SeatRole,
    Session,
    SessionKind,
    Stamp,
    Step,
    StepKind,
    Trigger,
    empty,
    fold,
    written,
)
from service.domain.room.agenda import OpenRoom, SetAgenda
from service.domain.room.attendance import MarkPresent
from service.domain.room.pacing import Advance
from service.domain.room.seats import Invite, Join

FAY, TOM, LIA, SAM, SPONSOR = "acc-fay", "acc-tom", "acc-lia", "acc-sam", "acc-sponsor"
TEAM = Team(id=f"{7:032x}", name="Care", kind=TeamKind.TEAM, project_key="CARE")
CYCLE = Cycle(
    id=f"{8:032x}",
    key="2027-Q1",
    name="Q1 2027",
    kind=CycleKind.QUARTER,
    starts_on=date(2027, 1, 1),
    ends_on=date(2027, 3, 31),
)
START = datetime(2026, 12, 14, 9, 0, tzinfo=UTC)


@dataclass
class Play:
    """A room that is being played. `facts` may be changed by the test."""

    room: Room
    facts: Facts
    log: list[Entry] = field(default_factory=list)
    numbers: "count[int]" = field(default_factory=lambda: count(1000))

    def later(self, **span: float) -> None:
        """Turn the clock forward."""
        self.facts = replace(self.facts, now=self.facts.now + timedelta(**span))

    def act(self, by: str, act: Act, *, act_id: str | None = None) -> str:
        """Do something as somebody; the rules are asked. Return the act's id."""
        id = act_id or f"{next(self.numbers):032x}"
        stamp = Stamp(by=by, at=self.facts.now, act_id=id)
        act.refuse(room=self.room, stamp=stamp, facts=self.facts)
        entry = Entry(seq=self.room.session.seq + 1, kind=act.kind, data=written(act), stamp=stamp)
        self.log.append(entry)
        self.room = fold(room=self.room, entries=(entry,))
        return id

    def bring_sponsor(self) -> None:
        """Mark a sponsor as present, so that the opening may end (M-07)."""
        self.act(FAY, Invite(account_id=SPONSOR, role=SeatRole.SPONSOR))
        self.act(FAY, MarkPresent(account_id=SPONSOR))

    def go_to(self, kind: StepKind) -> None:
        """Turn pages until a step of that kind runs."""
        while self.room.agenda.step is not None and self.room.agenda.step.kind is not kind:
            self.act(FAY, Advance(step_id=self.room.agenda.step.id))
        assert self.room.agenda.step is not None, f"the agenda has no {kind} after this"


def play(*kinds: StepKind, preset: str = "workshop_weaver", session: SessionKind = SessionKind.PLANNING) -> Play:
    """Return an open room with Fay facilitating, Tom leading, Lia and Sam contributing; ten minutes a step."""
    booked = Session(
        id=f"{9:032x}",
        cycle_id=CYCLE.id,
        kind=session,
        scope=Scope.TEAM,
        trigger=Trigger.QUARTERLY_PLANNING,
        team_ids=(TEAM.id,),
        preset=preset,
        title="Plan",
        starts_at=START,
        booked_by=FAY,
        booked_at=START - timedelta(days=7),
    )
    facts = Facts(now=START, preset=PRESETS[preset], cycle=CYCLE, teams=(TEAM,), north_star="Be the shop people trust")
    played = Play(empty(session=booked), facts)
    steps = tuple(Step(id=kind.value, kind=kind, title=kind.value, minutes=10) for kind in kinds)
    played.act(FAY, SetAgenda(steps=steps))
    for account, role in (
        (FAY, SeatRole.FACILITATOR),
        (TOM, SeatRole.LEAD),
        (LIA, SeatRole.CONTRIBUTOR),
        (SAM, SeatRole.CONTRIBUTOR),
    ):
        played.act(FAY, Invite(account_id=account, role=role))
    for account in (FAY, TOM, LIA, SAM):
        played.act(account, Join())
    played.act(FAY, OpenRoom())
    return played
