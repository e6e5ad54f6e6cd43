"""Who is in the room, as what, and who may turn the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import DomainError, Forbidden
from service.domain.room.act import Act, Stamp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.domain.room.facts import Facts
    from service.domain.room.room import Room


class SeatRole(StrEnum):
    """What somebody is in the room for. A deputy may turn the pages too. Source: M-01, M-07, O-04."""

    FACILITATOR = "facilitator"
    DEPUTY = "deputy"
    SPONSOR = "sponsor"
    DECISION_MAKER = "decision_maker"
    LEAD = "lead"
    CONTRIBUTOR = "contributor"
    OBSERVER = "observer"


CONSOLE = frozenset({SeatRole.FACILITATOR, SeatRole.DEPUTY})
LEADERS = frozenset({SeatRole.SPONSOR, SeatRole.DECISION_MAKER, SeatRole.LEAD})


class FacilitatorTaken(DomainError):
    """A room has exactly one facilitator. Source: M-01."""

    code: ClassVar[str] = "facilitator_taken"
    status: ClassVar[int] = 409


class NotInRoom(Forbidden):
    """Somebody without a seat acts."""

    code: ClassVar[str] = "not_in_room"


class NotFacilitating(Forbidden):
    """Somebody else turns the pages."""

    code: ClassVar[str] = "not_facilitating"


class ObserversWatch(Forbidden):
    """An observer takes part."""

    code: ClassVar[str] = "observers_watch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One person's seat; `joined_at` is None for an invited person who has not come yet."""

    account_id: str
    role: SeatRole
    joined_at: datetime | None = None

    @property
    def is_present(self) -> bool:
        """Tell whether the person came."""
        return self.joined_at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """All seats by account id."""

    by_account: Mapping[str, Seat] = field(default_factory=lambda: MappingProxyType({}))

    def __iter__(self) -> Iterator[Seat]:
        return iter(self.by_account.values())

    def find(self, account_id: str) -> Seat | None:
        """Return a person's seat, or None."""
        return self.by_account.get(account_id)

    def facilitator(self) -> Seat | None:
        """Return the facilitator's seat, or None."""
        return next((seat for seat in self if seat.role is SeatRole.FACILITATOR), None)

    def present(self) -> tuple[Seat, ...]:
        """Return the seats of those who came."""
        return tuple(seat for seat in self if seat.is_present)

    def put(self, seat: Seat) -> Seats:
        """Return the seats with one more or changed."""
        return replace(self, by_account=MappingProxyType({**self.by_account, seat.account_id: seat}))

    def without(self, account_id: str) -> Seats:
        """Return the seats without one."""
        return replace(
            self, by_account=MappingProxyType({key: seat for key, seat in self.by_account.items() if key != account_id})
        )


def require_console(*, room: Room, by: str) -> None:
    """Refuse whoever is neither facilitator nor deputy. Raises: NotFacilitating."""
    seat = room.seats.find(by)
    if seat is None or seat.role not in CONSOLE:
        raise NotFacilitating("Only the facilitator or a deputy may do this. Ask them, or have yourself made deputy.")


def require_part(*, room: Room, by: str) -> None:
    """Refuse whoever has no seat or only watches. Raises: NotInRoom, ObserversWatch."""
    seat = room.seats.find(by)
    if seat is None:
        raise NotInRoom("You have no seat in this session yet. Join it, then try again.")
    if seat.role is SeatRole.OBSERVER:
        raise ObserversWatch("Observers watch. Ask the facilitator for another role to take part.")


def _require_free(*, room: Room, account_id: str, role: SeatRole) -> None:
    holder = room.seats.facilitator()
    if role is SeatRole.FACILITATOR and holder is not None and holder.account_id != account_id:
        raise FacilitatorTaken(
            "The session has a facilitator already; there is exactly one. Invite this person as deputy, "
            "or let the facilitator hand over.",
            field="role",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite(Act):
    """Give somebody a seat, or another role. Before anybody has the console everyone may."""

    kind: ClassVar[str] = "invite"
    summary: ClassVar[str] = "Invite somebody, or change a role"
    said: ClassVar[str] = "Invited"
    account_id: str
    role: SeatRole

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, FacilitatorTaken."""
        if room.seats.facilitator() is not None:
            require_console(room=room, by=stamp.by)
        _require_free(room=room, account_id=self.account_id, role=self.role)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Seat the person, or change the role and keep the seat."""
        found = room.seats.find(self.account_id)
        seat = Seat(account_id=self.account_id, role=self.role, joined_at=found.joined_at if found else None)
        return replace(room, seats=room.seats.put(seat))


@dataclass(frozen=True, slots=True, kw_only=True)
class Uninvite(Act):
    """Take a seat away."""

    kind: ClassVar[str] = "uninvite"
    summary: ClassVar[str] = "Take somebody's seat away"
    said: ClassVar[str] = "Seat removed"
    account_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating."""
        require_console(room=room, by=stamp.by)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Remove the seat; what the person said stays."""
        return replace(room, seats=room.seats.without(self.account_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class Join(Act):
    """Come in. Whoever was not invited becomes a contributor; the facilitator may change that."""

    kind: ClassVar[str] = "join"
    summary: ClassVar[str] = "Come into the room"

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Note when the person came; coming again changes nothing."""
        found = room.seats.find(stamp.by) or Seat(account_id=stamp.by, role=SeatRole.CONTRIBUTOR)
        if found.is_present:
            return room
        return replace(room, seats=room.seats.put(replace(found, joined_at=stamp.at)))


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(Act):
    """Make somebody else the facilitator; the one before becomes deputy."""

    kind: ClassVar[str] = "hand_over"
    summary: ClassVar[str] = "Hand the facilitation over"
    said: ClassVar[str] = "Handed over"
    account_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, NotInRoom."""
        require_console(room=room, by=stamp.by)
        if room.seats.find(self.account_id) is None:
            raise NotInRoom("Hand over to somebody with a seat; invite the person first.", field="account_id")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Swap the roles."""
        before, after = room.seats.facilitator(), room.seats.find(self.account_id)
        seats = room.seats.put(replace(before, role=SeatRole.DEPUTY)) if before else room.seats
        if after is not None:
            seats = seats.put(replace(after, role=SeatRole.FACILITATOR))
        return replace(room, seats=seats)


ACTS = (Invite, Uninvite, Join, HandOver)
