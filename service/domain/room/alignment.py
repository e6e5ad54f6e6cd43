"""The alignment review: what the plans of all teams do to each other, and the dissents that stay.

The Synthesizer reads Jira, so a job runs it when somebody asks and its findings are kept here; whether they still hold for the
drafts as they stand is told by a mark of the drafts.
Source: O-11, T-10, T-11, M-25.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import NotThere
from service.domain.room.act import Act, Stamp, optional_words, words
from service.domain.room.blockers import Blocker
from service.domain.room.committing import SystemAct
from service.domain.room.running import require_open
from service.domain.room.seats import require_part
from service.domain.room.steps import StepKind
from service.domain.synthesis import SetFinding

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room
    from service.domain.room.steps import Step

RULE = "O-11"


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
    dissents: tuple[Dissent, ...] = ()


def mark_of(room: Room) -> str:
    """Return a short mark of everything in the drafts that the review looks at."""
    seen = [repr((each.id, each.team_id, each.title, each.parent_id)) for each in room.drafts.objectives()]
    for each in room.drafts.key_results():
        keys = tuple(initiative.issue_key for initiative in each.initiatives)
        seen.append(
            repr((each.id, each.title, each.direction, each.baseline, each.target, each.owner, each.due_on, keys))
        )
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


ACTS = (AskReview, NoteReview, NoteReviewFailed, RecordDissent)
RULES = (alignment_gate,)
