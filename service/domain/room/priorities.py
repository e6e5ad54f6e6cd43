"""Where the company wants to be: a few priority areas, and which of them contributes most. Source: G-07, O-01."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import NotThere
from service.domain.room.act import Act, Stamp, optional_words, words
from service.domain.room.blockers import Blocker
from service.domain.room.running import require_step
from service.domain.room.seats import require_console, require_part
from service.domain.room.session import SessionKind
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room
    from service.domain.room.steps import Step

KINDS = frozenset({StepKind.STRATEGY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A priority area and what it contributes."""

    id: str
    title: str
    contribution: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Priorities:
    """The priority areas; `greatest_id` names the one that contributes most."""

    areas: tuple[Area, ...] = ()
    greatest_id: str | None = None

    def in_order(self) -> tuple[Area, ...]:
        """Return the areas, the greatest first."""
        return tuple(sorted(self.areas, key=lambda each: each.id != self.greatest_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class AddArea(Act):
    """Name a priority area."""

    kind: ClassVar[str] = "add_area"
    summary: ClassVar[str] = "Name a priority area"
    title: str = words(at_most=200)
    contribution: str = optional_words(at_most=500)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep."""
        require_part(room=room, by=stamp.by)
        require_step(room=room, kinds=KINDS, doing="Priority areas are named")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Add it."""
        area = Area(id=stamp.act_id, title=self.title, contribution=self.contribution, by=stamp.by)
        return replace(room, priorities=replace(room.priorities, areas=(*room.priorities.areas, area)))


@dataclass(frozen=True, slots=True, kw_only=True)
class DropArea(Act):
    """Take a priority area off the list."""

    kind: ClassVar[str] = "drop_area"
    summary: ClassVar[str] = "Take a priority area off the list"
    area_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        require_part(room=room, by=stamp.by)
        require_step(room=room, kinds=KINDS, doing="Priority areas are named")
        _require_area(room, self.area_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Remove it."""
        kept = tuple(each for each in room.priorities.areas if each.id != self.area_id)
        greatest = None if room.priorities.greatest_id == self.area_id else room.priorities.greatest_id
        return replace(room, priorities=Priorities(areas=kept, greatest_id=greatest))


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkGreatest(Act):
    """Say which area contributes most; there is one."""

    kind: ClassVar[str] = "mark_greatest"
    summary: ClassVar[str] = "Say which area contributes most"
    area_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen, WrongStep, NotThere."""
        require_console(room=room, by=stamp.by)
        require_step(room=room, kinds=KINDS, doing="Priority areas are weighed")
        _require_area(room, self.area_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Keep it."""
        return replace(room, priorities=replace(room.priorities, greatest_id=self.area_id))


def rule(room: Room, facts: Facts, step: Step) -> Iterable[Blocker]:
    """Ask for areas and their weight; a strategy meeting must not end its step without. Source: G-07."""
    if step.kind is not StepKind.STRATEGY or (facts.followed and facts.followed.areas and not room.priorities.areas):
        return
    is_hard = room.session.kind is SessionKind.STRATEGY
    if not room.priorities.areas:
        yield Blocker(
            rule="G-07",
            message="No priority area was named.",
            way_out="Name the few areas that serve the strategy most.",
            is_hard=is_hard,
            can_waive=True,
            subject_id="areas",
        )
    elif room.priorities.greatest_id is None:
        yield Blocker(
            rule="G-07",
            message="Nobody has said which area contributes most.",
            way_out="The facilitator marks one.",
            is_hard=is_hard,
            can_waive=True,
            subject_id="greatest",
        )


def _require_area(room: Room, area_id: str) -> None:
    if all(each.id != area_id for each in room.priorities.areas):
        raise NotThere("This area is not on the list (any more).", field="area_id")


ACTS = (AddArea, DropArea, MarkGreatest)
