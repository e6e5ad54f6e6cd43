"""A planning room in the simulated site: booked, seated and played act by act over the same door as the web's."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

from service.domain.model import Cycle, CycleKind, CycleState, Team, TeamKind
from service.domain.room import Act, Room, Scope, SeatRole, Session, SessionKind, Step, StepKind, Trigger
from service.domain.room.agenda import OpenRoom, SetAgenda
from service.domain.room.drafts.agreement import AgreeObjective
from service.domain.room.drafts.key_results import DraftKeyResult
from service.domain.room.drafts.objectives import DraftObjective
from service.domain.room.drafts.ownership import OwnKeyResult
from service.domain.room.initiatives import LinkIssue, PlanWork
from service.domain.room.pacing import Advance
from service.domain.room.rhythm import ChooseSlot, UpdateMode, Weekday
from service.domain.room.seats import Invite, Join
from service.usecases.book_session import book_session
from service.usecases.create_cycle import create_cycle
from service.usecases.create_objective import create_objective
from service.usecases.create_team import create_team
from service.usecases.perform_act import perform_act
from service.usecases.read_room import RoomView, read_room
from tests.journeys.sync.house import ADA, BEN, CLEO, House

KINDS = (
    StepKind.OBJECTIVES,
    StepKind.KEY_RESULTS,
    StepKind.OWNERS,
    StepKind.INITIATIVES,
    StepKind.ALIGNMENT,
    StepKind.CLOSE,
)


@dataclass
class Planning:
    """A room that is played. Ada facilitates, Ben leads, Cleo contributes."""

    home: House
    team: Team
    cycle: Cycle
    session: Session
    ids: "count[int]" = field(default_factory=lambda: count(70_000))

    def act(self, by: str, act: Act) -> str:
        """Do something as somebody and return the act's id."""
        id = f"{next(self.ids):032x}"
        perform_act(
            parts=self.home.needs, site_id=self.home.site_id, by=by, session_id=self.session.id, act_id=id, act=act
        )
        return id

    def view(self, viewer: str = ADA) -> RoomView:
        """Return the room as somebody sees it."""
        return read_room(**self.home.here, session_id=self.session.id, viewer=viewer)

    @property
    def room(self) -> Room:
        """Return the room."""
        return self.view().room

    def go_to(self, kind: StepKind) -> None:
        """Turn pages until that step runs."""
        while (step := self.room.agenda.step) is not None and step.kind is not kind:
            self.act(ADA, Advance(step_id=step.id))

    def objective(self, title: str, **words: str) -> str:
        """Put an objective on the table."""
        return self.act(BEN, DraftObjective(team_id=self.team.id, title=title, **words))

    def agree(self, *objective_ids: str) -> None:
        """Agree to objectives and go on to the key results."""
        for each in objective_ids:
            self.act(ADA, AgreeObjective(objective_id=each))
        self.go_to(StepKind.KEY_RESULTS)

    def key_result(self, objective_id: str, title: str = "Weekly active shops", owner: str = BEN) -> str:
        """Draft a key result from 40 to 60 with an owner."""
        id = self.act(
            CLEO, DraftKeyResult(objective_id=objective_id, title=title, baseline=40.0, target=60.0, unit="shops")
        )
        self.act(ADA, OwnKeyResult(key_result_id=id, owner=owner, checkin_days=7))
        return id

    def link(self, key_result_id: str, issue_key: str) -> str:
        """Name an issue as an initiative."""
        return self.act(CLEO, LinkIssue(key_result_id=key_result_id, issue_key=issue_key))

    def work(self, key_result_id: str, text: str) -> str:
        """Plan work without an issue."""
        return self.act(CLEO, PlanWork(key_result_id=key_result_id, text=text))

    def rhythm(self) -> None:
        """Choose the weekly check-in."""
        self.act(ADA, ChooseSlot(mode=UpdateMode.MEETING, weekday=Weekday.TUESDAY, time="09:30", zone="Europe/Berlin"))


def planning(home: House, *kinds: StepKind, preset: str = "okrs_tool") -> Planning:
    """Return an open room for the coming quarter."""
    today = home.needs.now().date()
    cycle = create_cycle(
        **home.by_ada,
        key="next",
        name="Next quarter",
        kind=CycleKind.CUSTOM,
        starts_on=today + timedelta(days=10),
        ends_on=today + timedelta(days=100),
        state=CycleState.PLANNING,
    )
    team = home.team()
    company = create_team(**home.by_ada, name="Company", kind=TeamKind.COMPANY, project_key="DEMO")
    create_objective(**home.by_ada, cycle_id=cycle.id, team_id=company.id, title="Be the shop people trust")
    session = book_session(
        **home.by_ada,
        cycle_id=cycle.id,
        kind=SessionKind.PLANNING,
        scope=Scope.TEAM,
        trigger=Trigger.QUARTERLY_PLANNING,
        team_ids=(team.id,),
        starts_at=datetime.now(UTC),
        preset=preset,
        title="Plan the quarter",
    )
    made = Planning(home, team, cycle, session)
    steps = tuple(
        Step(id=kind.value.replace("_", "-"), kind=kind, title=kind.value.replace("_", " "), minutes=10, cue="Go")
        for kind in (kinds or KINDS)
    )
    made.act(ADA, SetAgenda(steps=steps))
    for person, role in ((BEN, SeatRole.LEAD), (CLEO, SeatRole.CONTRIBUTOR)):
        made.act(ADA, Invite(account_id=person, role=role))
    for person in (ADA, BEN, CLEO):
        made.act(person, Join())
    made.act(ADA, OpenRoom())
    return made
