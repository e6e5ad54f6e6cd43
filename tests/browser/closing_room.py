"""A room that stands on its last steps, played through the use cases; the jobs that a worker would do speak when the test says so."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any

from service.domain.model import TeamKind
from service.domain.room import Act, Room, Scope, SeatRole, SessionKind, Step, StepKind, Trigger
from service.domain.room.agenda import OpenRoom, SetAgenda
from service.domain.room.committing import NoteCommitEnded, NoteCommitted, NoteRefused, Priority, fingerprint, to_commit
from service.domain.room.drafts.agreement import AgreeObjective
from service.domain.room.drafts.key_results import DraftKeyResult
from service.domain.room.drafts.objectives import DraftObjective
from service.domain.room.drafts.ownership import OwnKeyResult
from service.domain.room.initiatives import PlanWork
from service.domain.room.pacing import Advance
from service.domain.room.seats import Invite
from service.usecases.book_session import book_session
from service.usecases.perform_act import perform_act
from service.usecases.read_room import read_room
from service.usecases.rooms.tell import tell
from tests.browser.company import CYCLE_ID, SITE_ID

KINDS = (
    (StepKind.OBJECTIVES, "Objectives"),
    (StepKind.KEY_RESULTS, "Key results"),
    (StepKind.OWNERS, "Owners"),
    (StepKind.INITIATIVES, "Initiatives"),
    (StepKind.ALIGNMENT, "Alignment"),
    (StepKind.CLOSE, "Commit"),
)
INES, TOM = "acc-ines", "acc-tom"


@dataclass
class ClosingRoom:
    """A played room. Ines facilitates, Tom contributes."""

    parts: Any
    session_id: str
    team_id: str
    ids: "count[int]" = field(default_factory=lambda: count(90_000))

    def act(self, by: str, act: Act) -> str:
        """Do something as somebody."""
        id = f"{next(self.ids):032x}"
        perform_act(parts=self.parts, site_id=SITE_ID, by=by, session_id=self.session_id, act_id=id, act=act)
        return id

    @property
    def room(self) -> Room:
        """Return the room as it stands."""
        return read_room(parts=self.parts, site_id=SITE_ID, session_id=self.session_id, viewer=INES).room

    def go_to(self, kind: StepKind) -> None:
        """Turn pages until that step runs."""
        while (step := self.room.agenda.step) is not None and step.kind is not kind:
            self.act(INES, Advance(step_id=step.id))

    def job_commits(self, *, refuse: str = "") -> None:
        """Say what the worker would after a commit; `refuse` names an objective that Jira does not take."""
        room = self.room
        for number, objective in enumerate(to_commit(room), 1):
            if objective.id == refuse:
                said = NoteRefused(
                    subject_id=objective.id,
                    reason="Jira does not let us create an Epic in HQ: Cost centre is required.",
                    way_out="Change what Jira names, then press Commit.",
                )
                self.say(said, objective.id, room.commits.press_id)
                continue
            done = NoteCommitted(
                subject_id=objective.id, keys=(f"HQ-{40 + number}",), fingerprint=fingerprint(objective)
            )
            self.say(done, objective.id)
            for row in room.drafts.key_results(objective_id=objective.id):
                self.say(NoteCommitted(subject_id=row.id, keys=(), fingerprint=fingerprint(row)), row.id)
        top = (Priority(id=f"{77:032x}", title="Become the outfitter people come back to"),)
        press = room.commits.press_id
        self.say(NoteCommitEnded(press_id=press, priorities=top), press)

    def say(self, act: Act, *once: str) -> None:
        """Let a job speak."""
        tell(parts=self.parts, site_id=SITE_ID, session_id=self.session_id, act=act, once=once)


def closing_room(parts: Any, *, kinds: tuple[tuple[StepKind, str], ...] = KINDS) -> ClosingRoom:
    """Return an open room with two agreed objectives and their key results, on the step of initiatives."""
    with parts.store.reading() as tx:
        team = next(each for each in tx.teams.list(site_id=SITE_ID) if each.kind is not TeamKind.COMPANY)
    session = book_session(
        parts=parts,
        site_id=SITE_ID,
        by=INES,
        cycle_id=CYCLE_ID,
        kind=SessionKind.PLANNING,
        scope=Scope.TEAM,
        trigger=Trigger.QUARTERLY_PLANNING,
        team_ids=(team.id,),
        starts_at=datetime(2026, 12, 14, 9, 0, tzinfo=UTC),
        preset="okrs_tool",
        title="Plan the first quarter",
    )
    made = ClosingRoom(parts, session.id, team.id)
    made.act(
        INES, SetAgenda(steps=tuple(Step(id=k.value, kind=k, title=title, minutes=10, cue="Go") for k, title in kinds))
    )
    made.act(INES, Invite(account_id=TOM, role=SeatRole.CONTRIBUTOR))
    made.act(INES, OpenRoom())
    first = made.act(
        TOM, DraftObjective(team_id=team.id, title="Make returning feel easy", why="Returns cost us trust.")
    )
    second = made.act(INES, DraftObjective(team_id=team.id, title="Be the first name hikers think of"))
    for each in (first, second):
        made.act(INES, AgreeObjective(objective_id=each))
    made.go_to(StepKind.KEY_RESULTS)
    numbers = (
        (first, "Median days from return to refund", "decrease", 9.0, 3.0, "days", TOM),
        (first, "Share of returns without a question to support", "increase", 52.0, 80.0, "%", INES),
        (second, "Share of hikers who name us first", "increase", 11.0, 20.0, "%", TOM),
    )
    for objective_id, title, direction, baseline, target, unit, owner in numbers:
        draft = DraftKeyResult(
            objective_id=objective_id,
            title=title,
            direction=direction,
            baseline=baseline,
            target=target,
            unit=unit,  # type: ignore[arg-type]
        )
        id = made.act(TOM, draft)
        made.act(INES, OwnKeyResult(key_result_id=id, owner=owner, checkin_days=7))
    made.go_to(StepKind.INITIATIVES)
    row = made.room.drafts.key_results()[0]
    made.act(TOM, PlanWork(key_result_id=row.id, text="Pay refunds out every night instead of once a week"))
    made.act(TOM, PlanWork(key_result_id=row.id, text="Print the return label with every parcel"))
    return made
