"""Who answers for what: one person a key result, one an objective, how often it is looked at, how sure the team means to be.

Source: M-17, T-08, O-12, W-10, W-12.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import DomainError
from service.domain.model import Commitment
from service.domain.room.act import Act, Stamp, between
from service.domain.room.drafts.key_results import require_key_result
from service.domain.room.drafts.objectives import require_objective
from service.domain.room.running import require_open
from service.domain.room.seats import require_console, require_part

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

ACCOUNT = re.compile(r"[A-Za-z0-9][A-Za-z0-9:_-]{1,127}")
GROUPS = frozenset({"team", "leadership", "everyone", "everybody", "all", "we", "management", "nobody"})
RARE_DAYS = 92


class OwnerNotOne(DomainError):
    """Shared ownership is no ownership: a team, a group or a second person was named. Source: M-17, T-08."""

    code: ClassVar[str] = "owner_not_one"


def require_one_person(*, owner: str, facts: Facts) -> None:
    """Refuse anything but one person's account. Raises: OwnerNotOne."""
    names = {name.casefold() for team in facts.teams for name in (team.id, team.name, team.project_key)}
    if owner.casefold() in names | GROUPS or not ACCOUNT.fullmatch(owner):
        raise OwnerNotOne("Name one person, not a team or a group: shared ownership is no ownership.", field="owner")


def _require_not_taken(held: str | None, instead_of: str, owner: str) -> None:
    if held and held not in (owner, instead_of):
        raise OwnerNotOne(
            "Somebody else owns this already, and there is exactly one. Look at it again, then hand it over.",
            field="owner",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnKeyResult(Act):
    """Name the one person who answers for a key result, and the rhythm. Units: `checkin_days` days between check-ins.

    `instead_of` names the owner whom the person saw: a second one is refused, a known one is handed over from.
    `supporters` help and answer for nothing.
    """

    kind: ClassVar[str] = "own_key_result"
    summary: ClassVar[str] = "Name the owner of a key result and its rhythm"
    said: ClassVar[str] = "Owner named"
    key_result_id: str
    owner: str
    checkin_days: int = between(1, RARE_DAYS)
    instead_of: str = ""
    supporters: tuple[str, ...] = ()
    commitment: Commitment | None = None

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, NotThere, OwnerNotOne."""
        require_part(room=room, by=stamp.by)
        require_open(room=room)
        draft = require_key_result(room=room, key_result_id=self.key_result_id)
        require_one_person(owner=self.owner, facts=facts)
        _require_not_taken(draft.owner, self.instead_of, self.owner)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Write it down; the owner is no supporter of their own."""
        draft = room.drafts.key_result(self.key_result_id)
        if draft is None:
            return room
        changed = replace(
            draft,
            owner=self.owner,
            checkin_days=self.checkin_days,
            supporters=tuple(dict.fromkeys(each for each in self.supporters if each != self.owner)),
            commitment=self.commitment or draft.commitment,
        )
        return replace(room, drafts=room.drafts.with_key_result(changed))


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnObjective(Act):
    """Name the one person who answers for an objective."""

    kind: ClassVar[str] = "own_objective"
    summary: ClassVar[str] = "Name the owner of an objective"
    said: ClassVar[str] = "Owner named"
    objective_id: str
    owner: str
    instead_of: str = ""

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, NotThere, OwnerNotOne."""
        require_part(room=room, by=stamp.by)
        require_open(room=room)
        draft = require_objective(room=room, objective_id=self.objective_id)
        require_one_person(owner=self.owner, facts=facts)
        _require_not_taken(draft.owner, self.instead_of, self.owner)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Write it down."""
        draft = room.drafts.objective(self.objective_id)
        if draft is None:
            return room
        return replace(room, drafts=room.drafts.with_objective(replace(draft, owner=self.owner)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRhythm(Act):
    """Give every key result that has none the same rhythm. Units: days between check-ins."""

    kind: ClassVar[str] = "set_rhythm"
    summary: ClassVar[str] = "Set the check-in rhythm of all key results without one"
    said: ClassVar[str] = "Rhythm set"
    checkin_days: int = between(1, RARE_DAYS)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen."""
        require_console(room=room, by=stamp.by)
        require_open(room=room)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Write it down where nothing stands."""
        drafts = room.drafts
        for each in drafts.key_results():
            if each.checkin_days is None:
                drafts = drafts.with_key_result(replace(each, checkin_days=self.checkin_days))
        return replace(room, drafts=drafts)


ACTS = (OwnKeyResult, OwnObjective, SetRhythm)
