"""Turning what was agreed into the plan and into Jira: who pressed, what is there already, what was refused and the way out.

A job does the work and tells the room of each thing it made, so everybody sees epics appear. What is committed stays as it was
committed: from then on the plan is the truth, and a draft that is changed afterwards only says that it differs.
Source: O-13, O-17, M-19.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Final

from service.domain.errors import DomainError, Forbidden
from service.domain.room.act import SYSTEM, Act, Stamp, optional_words, words
from service.domain.room.blockers import Blocker, blockers
from service.domain.room.drafts.shapes import KeyResultDraft, ObjectiveDraft
from service.domain.room.running import require_step
from service.domain.room.seats import require_console
from service.domain.room.session import SessionKind
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room
    from service.domain.room.steps import Step

COMMITTED_RULE = "O-13"
PLANNING_KINDS = frozenset({SessionKind.PLANNING})
"""Sessions that must not end with nothing in Jira; a workshop may leave its drafts to the planning that follows it (O-01)."""


class OnlyNorthstar(Forbidden):
    """A person tries what only a job may say."""

    code: ClassVar[str] = "only_northstar"


class NothingToCommit(DomainError):
    """No agreed objective waits."""

    code: ClassVar[str] = "nothing_to_commit"
    status: ClassVar[int] = 409


class CommitBlocked(DomainError):
    """Something is missing that nothing may be committed without."""

    code: ClassVar[str] = "commit_blocked"
    status: ClassVar[int] = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Committed:
    """One draft that is in the plan now. `keys` are issues: an objective's epic, the initiatives of a key result."""

    subject_id: str
    keys: tuple[str, ...]
    fingerprint: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """One draft that could not be committed: why, and what somebody can do."""

    subject_id: str
    reason: str
    way_out: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Priority:
    """An objective of the company that stood in the plan when this one was committed. Source: T-21."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Commits:
    """Where committing stands. `is_running` from the press until the job says that it is done; `waits` says why it waits."""

    by: str = ""
    pressed_at: datetime | None = None
    press_id: str = ""
    is_running: bool = False
    waits: str = ""
    priorities: tuple[Priority, ...] = ()
    done: Mapping[str, Committed] = field(default_factory=lambda: MappingProxyType({}))
    refused: Mapping[str, Refused] = field(default_factory=lambda: MappingProxyType({}))

    def has(self, subject_id: str) -> bool:
        """Tell whether a draft is in the plan."""
        return subject_id in self.done

    @property
    def first_at(self) -> datetime | None:
        """Return when the first thing was committed: the launch of this plan. Source: T-17."""
        return min((each.at for each in self.done.values()), default=None)


_TAKEN_OVER: Final = (
    *("title", "why", "outcome", "need", "owner", "parent_id"),
    *("direction", "baseline", "target", "unit", "lower", "upper", "due_on", "checkin_days", "commitment", "waiver"),
)


def fingerprint(draft: ObjectiveDraft | KeyResultDraft) -> str:
    """Return a short mark of everything in a draft that the plan takes over."""
    kept = [f"{name}={getattr(draft, name)!r}" for name in _TAKEN_OVER if hasattr(draft, name)]
    return hashlib.sha256("|".join(kept).encode()).hexdigest()[:16]


def to_commit(room: Room) -> tuple[ObjectiveDraft, ...]:
    """Return the living objectives that were agreed, in rank order; dropped and undecided ones stay out."""
    return tuple(each for each in room.drafts.objectives() if each.is_agreed)


def waiting(room: Room) -> tuple[ObjectiveDraft | KeyResultDraft, ...]:
    """Return what is agreed and not in the plan yet."""
    return tuple(each for each in _agreed(room) if not room.commits.has(each.id))


def changed_since(room: Room) -> tuple[ObjectiveDraft | KeyResultDraft, ...]:
    """Return committed drafts that were changed or dropped here afterwards; the plan keeps what was committed. Source: T-20."""
    everything: tuple[ObjectiveDraft | KeyResultDraft, ...] = (
        *room.drafts.all_objectives,
        *room.drafts.all_key_results,
    )
    drafts = {each.id: each for each in everything}
    return tuple(
        drafts[each.subject_id]
        for each in room.commits.done.values()
        if each.subject_id in drafts
        and (drafts[each.subject_id].is_dropped or fingerprint(drafts[each.subject_id]) != each.fingerprint)
    )


def _agreed(room: Room) -> Iterable[ObjectiveDraft | KeyResultDraft]:
    for objective in to_commit(room):
        yield objective
        yield from room.drafts.key_results(objective_id=objective.id)


def require_system(by: str) -> None:
    """Refuse people. Raises: OnlyNorthstar."""
    if by != SYSTEM:
        raise OnlyNorthstar("Only Northstar itself says this, when a job has done its work.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit(Act):
    """Put what was agreed into the plan and into Jira; pressed again it goes on where it stopped."""

    kind: ClassVar[str] = "commit"
    summary: ClassVar[str] = "Commit the agreed objectives: epics, key results, initiatives"
    said: ClassVar[str] = "Committing"

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:
        """Raises: NotFacilitating, RoomNotOpen, WrongStep, CommitBlocked, NothingToCommit."""
        require_console(room=room, by=stamp.by)
        step = require_step(room=room, kinds={StepKind.CLOSE}, doing="The plan is committed")
        hard = [
            each for each in blockers(room=room, facts=facts, step=step) if each.is_hard and each.rule != COMMITTED_RULE
        ]
        if hard:
            raise CommitBlocked(f"{hard[0].message} {hard[0].way_out} ({hard[0].rule})")
        if not waiting(room):
            raise NothingToCommit(
                "Everything that was agreed is in the plan already. Go back to a step to agree on more."
                if room.commits.done
                else "No objective was agreed yet. Go back to the objectives and agree on at least one."
            )

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Ask the job; what was refused before is tried again."""
        commits = replace(
            room.commits,
            by=stamp.by,
            pressed_at=stamp.at,
            press_id=stamp.act_id,
            is_running=True,
            waits="",
            refused=MappingProxyType({}),
        )
        return replace(room, commits=commits)


class SystemAct(Act):
    """An act that only a job writes."""

    by_system: ClassVar[bool] = True

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: OnlyNorthstar."""
        require_system(stamp.by)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCommitted(SystemAct):
    """One draft is in the plan, with its epic or its initiatives."""

    kind: ClassVar[str] = "committed"
    summary: ClassVar[str] = "Say that a draft is in the plan"
    subject_id: str
    keys: tuple[str, ...] = ()
    fingerprint: str = ""

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep it; the first time counts."""
        if room.commits.has(self.subject_id):
            return room
        made = Committed(subject_id=self.subject_id, keys=self.keys, fingerprint=self.fingerprint, at=stamp.at)
        done = MappingProxyType({**room.commits.done, self.subject_id: made})
        refused = MappingProxyType({key: each for key, each in room.commits.refused.items() if key != self.subject_id})
        return replace(room, commits=replace(room.commits, done=done, refused=refused, waits=""))


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRefused(SystemAct):
    """One draft could not be committed; nothing of it is lost, and pressing again tries it again."""

    kind: ClassVar[str] = "commit_failed"
    summary: ClassVar[str] = "Say why a draft could not be committed"
    subject_id: str
    reason: str = words(at_most=1000)
    way_out: str = optional_words(at_most=1000)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep the latest reason."""
        found = Refused(subject_id=self.subject_id, reason=self.reason, way_out=self.way_out, at=stamp.at)
        refused = MappingProxyType({**room.commits.refused, self.subject_id: found})
        return replace(room, commits=replace(room.commits, refused=refused))


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCommitWaits(SystemAct):
    """The job waits for Jira and goes on by itself."""

    kind: ClassVar[str] = "commit_waits"
    summary: ClassVar[str] = "Say that committing waits for Jira"
    reason: str = words(at_most=500)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Keep the reason until something moves."""
        return replace(room, commits=replace(room.commits, waits=self.reason))


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCommitEnded(SystemAct):
    """The job has come to its end; `press_id` is the press it answered."""

    kind: ClassVar[str] = "commit_ended"
    summary: ClassVar[str] = "Say that committing has come to its end"
    press_id: str
    reason: str = optional_words(at_most=1000)
    priorities: tuple[Priority, ...] = ()

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Stop waiting, unless somebody pressed again meanwhile."""
        commits = replace(room.commits, priorities=self.priorities or room.commits.priorities)
        if room.commits.press_id == self.press_id:
            commits = replace(commits, is_running=False, waits=self.reason)
        return replace(room, commits=commits)


def commit_gate(room: Room, facts: Facts, step: Step) -> Iterable[Blocker]:  # noqa: ARG001
    """Yield what is agreed and not committed: nobody leaves a planning with an empty Jira. Source: O-13, O-17, T-20."""
    if step.kind is not StepKind.CLOSE:
        return
    if left := waiting(room):
        yield Blocker(
            rule=COMMITTED_RULE,
            message=f"{len(left)} agreed {'thing is' if len(left) == 1 else 'things are'} not in Jira yet.",
            way_out="Press Commit; what was refused says why beside it.",
            is_hard=room.session.kind in PLANNING_KINDS,
            can_waive=True,
        )
    for each in changed_since(room):
        yield Blocker(
            rule="T-20",
            message=f"“{each.title}” was changed here after it was committed; the plan keeps what was committed.",
            way_out="Change it on the board, where the change is logged with its reason.",
            is_hard=False,
            subject_id=each.id,
        )


ACTS = (Commit, NoteCommitted, NoteRefused, NoteCommitWaits, NoteCommitEnded)
RULES = (commit_gate,)
