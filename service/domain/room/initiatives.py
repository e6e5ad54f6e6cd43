"""The work believed to move each number: two or three a key result, linked if it exists, created on commit if not.

Source: O-01, T-15, G-14; the panel of three conditions T-22.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

from service.domain.errors import DomainError, NotThere
from service.domain.room.act import Act, Stamp, words
from service.domain.room.blockers import Blocker
from service.domain.room.drafts.key_results import require_key_result
from service.domain.room.drafts.shapes import InitiativeDraft, KeyResultDraft
from service.domain.room.running import require_open
from service.domain.room.seats import require_part
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room
    from service.domain.room.steps import Step

FEWEST, MOST = 2, 3
"""Source: T-15, 2–3 initiatives per key result."""
HARD_MOST: Final = 10
"""More than this on one key result is no focus any more; ours."""
_KEY: Final = re.compile(r"^[A-Z][A-Z0-9_]{1,79}-[1-9][0-9]{0,9}$")


class IssueKeyInvalid(DomainError):
    """What was typed is no issue key."""

    code: ClassVar[str] = "issue_key_invalid"


class TooManyInitiatives(DomainError):
    """One key result would have more work than anybody can follow, or the same twice."""

    code: ClassVar[str] = "too_many_initiatives"
    status: ClassVar[int] = 409


def _require(*, room: Room, by: str, key_result_id: str) -> KeyResultDraft:
    require_part(room=room, by=by)
    require_open(room=room)
    draft = require_key_result(room=room, key_result_id=key_result_id)
    if len(draft.initiatives) >= HARD_MOST:
        raise TooManyInitiatives(f"“{draft.title}” has {HARD_MOST} initiatives. Take one away first.")
    return draft


def _with(room: Room, draft: KeyResultDraft, initiatives: tuple[InitiativeDraft, ...]) -> Room:
    return replace(room, drafts=room.drafts.with_key_result(replace(draft, initiatives=initiatives)))


def _plus(room: Room, key_result_id: str, initiative: InitiativeDraft) -> Room:
    draft = room.drafts.key_result(key_result_id)
    return room if draft is None else _with(room, draft, (*draft.initiatives, initiative))


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkIssue(Act):
    """Name an issue that exists as an initiative of a key result; it is linked on commit."""

    kind: ClassVar[str] = "link_issue"
    summary: ClassVar[str] = "Name an issue as an initiative"
    said: ClassVar[str] = "Initiative added"
    key_result_id: str
    issue_key: str = words(at_most=100)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, NotThere, IssueKeyInvalid, TooManyInitiatives."""
        draft = _require(room=room, by=stamp.by, key_result_id=self.key_result_id)
        if not _KEY.match(_clean(self.issue_key)):
            raise IssueKeyInvalid("Give the issue's key as Jira shows it, e.g. SHOP-12.", field="issue_key")
        if any(each.issue_key == _clean(self.issue_key) for each in draft.initiatives):
            raise TooManyInitiatives(f"{_clean(self.issue_key)} is an initiative of it already.", field="issue_key")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Add it."""
        initiative = InitiativeDraft(id=stamp.act_id, issue_key=_clean(self.issue_key))
        return _plus(room, self.key_result_id, initiative)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWork(Act):
    """Write down work that has no issue yet; its issue is created on commit."""

    kind: ClassVar[str] = "plan_work"
    summary: ClassVar[str] = "Plan an initiative that gets its issue on commit"
    said: ClassVar[str] = "Initiative added"
    key_result_id: str
    text: str = words(at_most=255)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, NotThere, TooManyInitiatives."""
        _require(room=room, by=stamp.by, key_result_id=self.key_result_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Add it."""
        return _plus(room, self.key_result_id, InitiativeDraft(id=stamp.act_id, summary=" ".join(self.text.split())))


@dataclass(frozen=True, slots=True, kw_only=True)
class DropInitiative(Act):
    """Take an initiative off a key result."""

    kind: ClassVar[str] = "drop_initiative"
    summary: ClassVar[str] = "Take an initiative away"
    said: ClassVar[str] = "Taken away"
    key_result_id: str
    initiative_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, NotThere."""
        require_part(room=room, by=stamp.by)
        require_open(room=room)
        draft = require_key_result(room=room, key_result_id=self.key_result_id)
        if all(each.id != self.initiative_id for each in draft.initiatives):
            raise NotThere("This initiative is not there any more.", field="initiative_id")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Remove it."""
        draft = room.drafts.key_result(self.key_result_id)
        if draft is None:
            return room
        return _with(room, draft, tuple(each for each in draft.initiatives if each.id != self.initiative_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One of the three conditions under which a plan comes alive. Units: counts of key results."""

    name: str
    met: int
    of: int

    @property
    def is_met(self) -> bool:
        """Tell whether every key result meets it."""
        return self.of > 0 and self.met == self.of


def three_conditions(room: Room) -> tuple[Condition, Condition, Condition]:
    """Return how many key results have initiatives, an owner, and a check-in rhythm. Source: T-22."""
    rows = room.drafts.key_results()
    return (
        Condition(name="Initiatives", met=sum(bool(each.initiatives) for each in rows), of=len(rows)),
        Condition(name="Ownership", met=sum(bool(each.owner) for each in rows), of=len(rows)),
        Condition(
            name="Check-ins", met=sum(bool(each.checkin_days) or room.rhythm.is_set for each in rows), of=len(rows)
        ),
    )


def initiatives_gate(room: Room, facts: Facts, step: Step) -> Iterable[Blocker]:  # noqa: ARG001
    """Yield key results without two or three initiatives; they may come in the first week, so nothing is held up. Source: T-15."""
    if step.kind is not StepKind.INITIATIVES:
        return
    for each in room.drafts.key_results():
        count = len(each.initiatives)
        if count < FEWEST:
            yield Blocker(
                rule="T-15",
                message=f"“{each.title}” has {'no initiative' if count == 0 else 'one initiative'}.",
                way_out=f"Add {FEWEST}–{MOST} now, or within the first week: on day 8 Northstar raises a problem where there is none.",
                is_hard=False,
                subject_id=each.id,
            )
        elif count > MOST:
            yield Blocker(
                rule="T-15",
                message=f"“{each.title}” has {count} initiatives.",
                way_out=f"Keep the {FEWEST}–{MOST} that move the number most.",
                is_hard=False,
                subject_id=each.id,
            )


def _clean(key: str) -> str:
    return key.strip().upper()


ACTS = (LinkIssue, PlanWork, DropInitiative)
RULES = (initiatives_gate,)
