"""The alignment review: what the plans of all teams do to each other, ways up that are proposed and accepted, dissents that stay.

The Synthesizer reads Jira, so a job runs it when somebody asks and its findings are kept here; whether they still hold for the
drafts as they stand is told by a mark of the drafts.
Source: O-11, T-10, T-11, T-13, W-11, M-25.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Final

from service.domain.errors import DomainError, NotThere
from service.domain.room.act import Act, Stamp, optional_words, words
from service.domain.room.blockers import Blocker
from service.domain.room.committing import SystemAct
from service.domain.room.drafts.objectives import require_objective
from service.domain.room.running import require_open
from service.domain.room.seats import SeatRole, require_part
from service.domain.room.steps import StepKind
from service.domain.synthesis import SetFinding

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room
    from service.domain.room.steps import Step

RULE = "O-11"
OF_THE_TEAM: Final = frozenset({SeatRole.LEAD, SeatRole.CONTRIBUTOR, SeatRole.DECISION_MAKER})
"""Who speaks for a team when a way up is accepted: not the sponsor above it, not whoever only runs the session."""


class NotTheTeam(DomainError):
    """Somebody accepts a way up who does not speak for the team, or who proposed it. Source: W-11."""

    code: ClassVar[str] = "not_the_team"
    status: ClassVar[int] = 409


class NoWayUp(DomainError):
    """The objective to contribute to is none, or its own."""

    code: ClassVar[str] = "no_way_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A team's objectives in the whole plan, and how many of them have a way up. Source: T-11."""

    team_id: str
    objectives: int
    linked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One run over all plans. `drafts` marks what it saw of this room; `issue_count` is how much work it read in Jira."""

    drafts: str
    at: datetime
    findings: tuple[SetFinding, ...]
    units: tuple[Unit, ...]
    issue_count: int
    is_complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A way up that somebody proposed; it counts from the moment the team accepted it. Source: W-11."""

    objective_id: str
    parent_id: str
    by: str
    reason: str = ""
    is_accepted: bool = False
    accepted_by: str = ""
    declined_because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissent:
    """What somebody, or a doctrine, sees otherwise; it is kept beside the plan. `about` names a finding or a doctrine."""

    id: str
    by: str
    about: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Where the review stands."""

    asked_at: datetime | None = None
    is_running: bool = False
    trouble: str = ""
    review: Review | None = None
    proposals: Mapping[str, Proposal] = field(default_factory=lambda: MappingProxyType({}))
    dissents: tuple[Dissent, ...] = ()

    def parent_of(self, objective_id: str) -> str | None:
        """Return the accepted way up of a draft, or None."""
        found = self.proposals.get(objective_id)
        return found.parent_id if found and found.is_accepted else None


def mark_of(room: Room) -> str:
    """Return a short mark of everything in the drafts that the review looks at."""
    seen = [
        repr((each.id, each.team_id, each.title, room.alignment.parent_of(each.id))) for each in room.drafts.objectives()
    ]
    for each in room.drafts.key_results():
        keys = tuple(initiative.issue_key for initiative in each.initiatives)
        seen.append(repr((each.id, each.title, each.direction, each.baseline, each.target, each.owner, each.due_on, keys)))
    return hashlib.sha256("|".join(sorted(seen)).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskReview(Act):
    """Run the Synthesizer over every team's plan and the drafts of this room."""

    kind: ClassVar[str] = "review_alignment"
    summary: ClassVar[str] = "Review all teams' plans together with this room's drafts"
    said: ClassVar[str] = "The review runs"

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, NotThere."""
        require_part(room=room, by=stamp.by)
        require_open(room=room)
        if not room.drafts.objectives():
            raise NotThere("There is nothing to review yet. Draft an objective first.")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Ask the job."""
        return replace(room, alignment=replace(room.alignment, asked_at=stamp.at, is_running=True, trouble=""))


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReview(SystemAct):
    """The review found this."""

    kind: ClassVar[str] = "alignment_reviewed"
    summary: ClassVar[str] = "Keep what the review of all plans found"
    drafts: str
    findings: tuple[SetFinding, ...]
    units: tuple[Unit, ...] = ()
    issue_count: int = 0
    is_complete: bool = True

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep the latest."""
        review = Review(
            drafts=self.drafts,
            at=stamp.at,
            findings=self.findings,
            units=self.units,
            issue_count=self.issue_count,
            is_complete=self.is_complete,
        )
        return replace(room, alignment=replace(room.alignment, review=review, is_running=False, trouble=""))


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReviewFailed(SystemAct):
    """The review could not be run."""

    kind: ClassVar[str] = "alignment_failed"
    summary: ClassVar[str] = "Say why the review could not be run"
    reason: str = words(at_most=1000)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Say why; the last review stays."""
        return replace(room, alignment=replace(room.alignment, is_running=False, trouble=self.reason))


def _with(room: Room, proposal: Proposal) -> Room:
    proposals = MappingProxyType({**room.alignment.proposals, proposal.objective_id: proposal})
    return replace(room, alignment=replace(room.alignment, proposals=proposals))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeParent(Act):
    """Propose what an objective contributes to. There is no act that assigns an objective to a team. Source: W-11."""

    kind: ClassVar[str] = "propose_parent"
    summary: ClassVar[str] = "Propose what an objective contributes to"
    said: ClassVar[str] = "Proposed to the team"
    objective_id: str
    parent_id: str
    reason: str = optional_words(at_most=500)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, NotThere, NoWayUp."""
        require_part(room=room, by=stamp.by)
        require_open(room=room)
        require_objective(room=room, objective_id=self.objective_id)
        if self.parent_id == self.objective_id:
            raise NoWayUp("An objective does not contribute to itself. Choose another one.", field="parent_id")
        if self.parent_id not in {each.id for each in (*facts.plan, *room.drafts.objectives())}:
            raise NoWayUp("Choose an objective of this cycle or of this room.", field="parent_id")
        if self.objective_id in _above(room, self.parent_id):
            raise NoWayUp("That one contributes to this objective already; it can't go both ways.", field="parent_id")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep it until the team answers."""
        made = Proposal(objective_id=self.objective_id, parent_id=self.parent_id, by=stamp.by, reason=self.reason)
        return _with(room, made)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerParent(Act):
    """Accept or decline a proposed way up, for the team."""

    kind: ClassVar[str] = "answer_parent"
    summary: ClassVar[str] = "Accept or decline a proposed contribution"
    said: ClassVar[str] = "Answered"
    objective_id: str
    accept: bool
    reason: str = optional_words(at_most=500)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, NotThere, NotTheTeam."""
        require_part(room=room, by=stamp.by)
        require_open(room=room)
        found = room.alignment.proposals.get(self.objective_id)
        if found is None or found.is_accepted:
            raise NotThere("There is no open proposal for this objective.", field="objective_id")
        seat = room.seats.find(stamp.by)
        if found.by == stamp.by or seat is None or seat.role not in OF_THE_TEAM:
            raise NotTheTeam(
                "The team answers: somebody of it who did not make the proposal. Ask a lead or a contributor."
            )

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep the answer."""
        found = room.alignment.proposals.get(self.objective_id)
        if found is None:
            return room
        answered = replace(found, is_accepted=True, accepted_by=stamp.by, declined_because=None)
        return _with(room, answered if self.accept else replace(found, declined_because=self.reason or "declined"))


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDissent(Act):
    """Say what you see otherwise; it stands in the record beside what was decided."""

    kind: ClassVar[str] = "record_dissent"
    summary: ClassVar[str] = "Record a dissent"
    said: ClassVar[str] = "Your dissent is kept"
    text: str = words(at_most=500)
    about: str = optional_words(at_most=120)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen."""
        require_part(room=room, by=stamp.by)
        require_open(room=room)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep it; nothing takes it away."""
        dissent = Dissent(id=stamp.act_id, by=stamp.by, about=self.about, text=self.text, at=stamp.at)
        return replace(room, alignment=replace(room.alignment, dissents=(*room.alignment.dissents, dissent)))


def alignment_gate(room: Room, facts: Facts, step: Step) -> Iterable[Blocker]:
    """Yield what keeps a set from being locked: a doctrine with this step wants the review run over what is locked. Source: O-11, M-25."""
    has_step = any(each.kind is StepKind.ALIGNMENT for each in room.agenda.steps)
    if not has_step or step.kind not in {StepKind.ALIGNMENT, StepKind.CLOSE} or not room.drafts.objectives():
        return
    review, is_lock = room.alignment.review, step.kind is StepKind.CLOSE
    if review is None:
        yield Blocker(
            rule=RULE,
            message="Nobody has reviewed the plans of all teams together yet.",
            way_out="Press “Review all plans”; it takes a moment.",
            is_hard=is_lock,
            can_waive=True,
        )
    elif review.drafts != mark_of(room) and not room.commits.done:
        yield Blocker(
            rule=RULE,
            message="The drafts have changed since the plans were reviewed.",
            way_out="Press “Review all plans” once more.",
            is_hard=is_lock,
            can_waive=True,
        )
    elif review.at.date() >= facts.cycle.starts_on:
        yield Blocker(
            rule="M-25",
            message="The plans were reviewed after the cycle's first day.",
            way_out="Settle the conflicts this week; next time review before the cycle begins.",
            is_hard=False,
        )
    for each in room.alignment.proposals.values():
        if not each.is_accepted and each.declined_because is None and (draft := room.drafts.objective(each.objective_id)):
            yield Blocker(
                rule="W-11",
                message=f"A contribution is proposed for “{draft.title}” and the team has not answered.",
                way_out="Somebody of the team accepts or declines it; unanswered it stays out of the plan.",
                is_hard=False,
                subject_id=each.objective_id,
            )


def _above(room: Room, objective_id: str) -> set[str]:
    """Return everything above a draft, accepted or proposed."""
    found: set[str] = set()
    here: str | None = objective_id
    while here is not None and here not in found:
        found.add(here)
        way = room.alignment.proposals.get(here)
        here = way.parent_id if way is not None and way.declined_because is None else None
    return found


ACTS = (AskReview, NoteReview, NoteReviewFailed, ProposeParent, AnswerParent, RecordDissent)
