"""Dot votes on themes: sealed until everybody present has spent theirs or the facilitator reveals. Source: W-05.

A person has at most one dot on a theme, so nothing is counted twice however often it is sent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from math import ceil
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import DomainError
from service.domain.room.act import Act, Stamp, between
from service.domain.room.running import require_step
from service.domain.room.seats import SeatRole, require_console, require_part
from service.domain.room.steps import StepKind
from service.domain.room.themes.sorting import require_theme

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

FEWEST, MOST = 3, 5
"""By default a third of the themes, between these. Source: our default."""

VOTED_IN = (StepKind.CHOOSE, StepKind.OBJECTIVES)


class DotsSpent(DomainError):
    """Somebody has no dot left."""

    code: ClassVar[str] = "dots_spent"
    status: ClassVar[int] = 409


class DotsRevealed(DomainError):
    """Everybody sees the votes; they stay as they are."""

    code: ClassVar[str] = "dots_revealed"
    status: ClassVar[int] = 409


class DotsBegun(DomainError):
    """Somebody has voted already."""

    code: ClassVar[str] = "dots_begun"
    status: ClassVar[int] = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots:
    """The running vote and those that were started anew. `chosen` is the number of dots each has; None: the default."""

    by_account: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    chosen: int | None = None
    revealed_at: datetime | None = None
    earlier: tuple[Mapping[str, int], ...] = ()

    @property
    def is_begun(self) -> bool:
        """Tell whether a dot lies anywhere."""
        return any(self.by_account.values())

    def each_has(self, *, themes: int) -> int:
        """Return how many dots everybody has: one a theme at most."""
        return min(self.chosen or min(MOST, max(FEWEST, ceil(themes / 3))), themes)

    def of(self, account_id: str) -> tuple[str, ...]:
        """Return the themes on which a person's dots lie."""
        return self.by_account.get(account_id, ())

    def totals(self) -> Mapping[str, int]:
        """Return how many dots lie on each theme; only for whoever may see them."""
        return Counter(theme_id for themes in self.by_account.values() for theme_id in themes)

    def seen(self) -> Mapping[str, int] | None:
        """Return the totals that everybody may see, None while they are sealed."""
        return None if self.revealed_at is None else self.totals()

    def put(self, account_id: str, themes: tuple[str, ...]) -> Dots:
        """Return the vote with one person's dots lying elsewhere."""
        return replace(self, by_account=MappingProxyType({**self.by_account, account_id: themes}))


def voters(room: Room) -> tuple[str, ...]:
    """Return who may vote: everybody who came, but observers."""
    return tuple(seat.account_id for seat in room.seats.present() if seat.role is not SeatRole.OBSERVER)


def done_voters(room: Room) -> tuple[str, ...]:
    """Return who has spent all dots."""
    each_has = room.dots.each_has(themes=len(room.themes.all))
    return tuple(account for account in voters(room) if len(room.dots.of(account)) >= each_has)


def _may_vote(*, room: Room, by: str) -> None:
    require_part(room=room, by=by)
    require_step(room=room, kinds=VOTED_IN, doing="Dots are placed")
    if room.dots.revealed_at is not None:
        raise DotsRevealed("The votes lie open and stay as they are. The facilitator may start the vote anew.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDot(Act):
    """Lay one dot on a theme. The last one of the last person reveals the vote."""

    kind: ClassVar[str] = "place_dot"
    summary: ClassVar[str] = "Lay a dot on a theme"
    theme_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere, DotsRevealed, DotsSpent."""
        _may_vote(room=room, by=stamp.by)
        require_theme(room=room, theme_id=self.theme_id)
        mine, each_has = room.dots.of(stamp.by), room.dots.each_has(themes=len(room.themes.all))
        if self.theme_id not in mine and len(mine) >= each_has:
            raise DotsSpent(f"All {each_has} of your dots are placed. Take one back to lay it elsewhere.")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Lay it; twice is once."""
        mine = room.dots.of(stamp.by)
        if self.theme_id in mine or room.themes.find(self.theme_id) is None:
            return room
        after = replace(room, dots=room.dots.put(stamp.by, (*mine, self.theme_id)))
        if set(voters(after)) <= set(done_voters(after)):
            return replace(after, dots=replace(after.dots, revealed_at=stamp.at))
        return after


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeDot(Act):
    """Take one's own dot back."""

    kind: ClassVar[str] = "take_dot"
    summary: ClassVar[str] = "Take your dot back from a theme"
    theme_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, DotsRevealed."""
        _may_vote(room=room, by=stamp.by)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Take it."""
        kept = tuple(each for each in room.dots.of(stamp.by) if each != self.theme_id)
        return replace(room, dots=room.dots.put(stamp.by, kept))


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDots(Act):
    """Give everybody another number of dots, before the first one lies."""

    kind: ClassVar[str] = "set_dots"
    summary: ClassVar[str] = "Set how many dots everybody has"
    count: int = between(1, 10)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen, WrongStep, DotsBegun."""
        require_console(room=room, by=stamp.by)
        require_step(room=room, kinds=VOTED_IN, doing="Dots are given out")
        if room.dots.is_begun:
            raise DotsBegun("Somebody has voted already. Start the vote anew to change the number.", field="count")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Keep the number."""
        return replace(room, dots=replace(room.dots, chosen=self.count))


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealDots(Act):
    """Show everybody where the dots lie."""

    kind: ClassVar[str] = "reveal_dots"
    summary: ClassVar[str] = "Reveal the dots"
    said: ClassVar[str] = "Votes revealed"

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen, WrongStep."""
        require_console(room=room, by=stamp.by)
        require_step(room=room, kinds=VOTED_IN, doing="Dots are revealed")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Unseal them; twice is once."""
        return replace(room, dots=replace(room.dots, revealed_at=room.dots.revealed_at or stamp.at))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearDots(Act):
    """Start the vote anew; what was counted before stays in the record."""

    kind: ClassVar[str] = "clear_dots"
    summary: ClassVar[str] = "Start the dot vote anew"
    said: ClassVar[str] = "The vote starts anew"

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen, WrongStep."""
        require_console(room=room, by=stamp.by)
        require_step(room=room, kinds=VOTED_IN, doing="Dots are placed")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Give the dots back."""
        return replace(room, dots=Dots(chosen=room.dots.chosen, earlier=(*room.dots.earlier, room.dots.totals())))


ACTS = (PlaceDot, TakeDot, SetDots, RevealDots, ClearDots)
