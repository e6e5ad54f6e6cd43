"""What the room is grounded in before anybody proposes anything: gathered facts, and what only people know. Source: O-06."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Final

from service.domain.errors import Forbidden, NotThere
from service.domain.room.act import SYSTEM, Act, Stamp, words
from service.domain.room.blockers import Blocker
from service.domain.room.input_pack import Pack
from service.domain.room.running import require_ahead
from service.domain.room.seats import require_part
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.domain.room.facts import Facts
    from service.domain.room.room import Room
    from service.domain.room.steps import Step


class InputKind(StrEnum):
    """What people add to the facts. The first two are asked for; the others may stay empty."""

    STRATEGY = "strategy"
    CONSTRAINTS = "constraints"
    CUSTOMER_FEEDBACK = "customer_feedback"
    FINANCIAL_TARGETS = "financial_targets"
    BOTTLENECKS = "bottlenecks"
    INDUSTRY = "industry"


WORDING: Final[Mapping[InputKind, str]] = MappingProxyType(
    {
        InputKind.STRATEGY: "Strategy and mission",
        InputKind.CONSTRAINTS: "Constraints",
        InputKind.CUSTOMER_FEEDBACK: "Customer feedback",
        InputKind.FINANCIAL_TARGETS: "Financial targets",
        InputKind.BOTTLENECKS: "Delivery bottlenecks",
        InputKind.INDUSTRY: "Industry",
    }
)
REQUIRED: Final = (InputKind.STRATEGY, InputKind.CONSTRAINTS)


class GatheredOnly(Forbidden):
    """Facts are gathered by the service, not sent in."""

    code: ClassVar[str] = "gathered_only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One thing that somebody knows and the room should."""

    id: str
    topic: InputKind
    text: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The pack of the session; `pack` is None until the facts were gathered."""

    pack: Pack | None = None
    typed: tuple[Input, ...] = ()

    def of(self, topic: InputKind) -> tuple[Input, ...]:
        """Return what was typed on a topic."""
        return tuple(each for each in self.typed if each.topic == topic)


@dataclass(frozen=True, slots=True, kw_only=True)
class PutPack(Act):
    """Put the gathered facts on the table instead of the earlier ones. Only the service does this."""

    kind: ClassVar[str] = "put_pack"
    summary: ClassVar[str] = "Put gathered facts on the table (the service itself)"
    pack: Pack

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: GatheredOnly, RoomNotOpen."""
        if stamp.by != SYSTEM:
            raise GatheredOnly("Facts are gathered by Northstar. Add what you know as an input instead.")
        require_ahead(room=room)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Keep it."""
        return replace(room, inputs=replace(room.inputs, pack=self.pack))


@dataclass(frozen=True, slots=True, kw_only=True)
class AddInput(Act):
    """Add something the room should know."""

    kind: ClassVar[str] = "add_input"
    summary: ClassVar[str] = "Add an input"
    topic: InputKind
    text: str = words(at_most=2000)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen."""
        require_part(room=room, by=stamp.by)
        require_ahead(room=room)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Add it."""
        added = Input(id=stamp.act_id, topic=self.topic, text=self.text, by=stamp.by)
        return replace(room, inputs=replace(room.inputs, typed=(*room.inputs.typed, added)))


@dataclass(frozen=True, slots=True, kw_only=True)
class DropInput(Act):
    """Take back an input that one added oneself."""

    kind: ClassVar[str] = "drop_input"
    summary: ClassVar[str] = "Take an input back"
    input_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: RoomNotOpen, NotThere."""
        require_ahead(room=room)
        if all((each.id, each.by) != (self.input_id, stamp.by) for each in room.inputs.typed):
            raise NotThere("There is no such input of yours; it may have been taken back already.")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Remove it."""
        kept = tuple(each for each in room.inputs.typed if each.id != self.input_id)
        return replace(room, inputs=replace(room.inputs, typed=kept))


def rule(room: Room, facts: Facts, step: Step) -> Iterable[Blocker]:
    """Say what the pack still lacks; nobody is held up by it. Source: O-06."""
    if step.kind is not StepKind.INPUTS:
        return
    if room.inputs.pack is None:
        yield Blocker(
            rule="O-06",
            message="The facts of the last cycle have not been gathered.",
            way_out="Press “Gather the facts”.",
            is_hard=False,
            subject_id="pack",
        )
    for topic in REQUIRED:
        is_known = topic is InputKind.STRATEGY and facts.followed is not None and facts.followed.areas
        if not is_known and not room.inputs.of(topic):
            yield Blocker(
                rule="O-06",
                message=f"{WORDING[topic]}: nobody has written anything yet.",
                way_out="One sentence at the desk below is enough.",
                is_hard=False,
                subject_id=topic.value,
            )


ACTS = (PutPack, AddInput, DropInput)
