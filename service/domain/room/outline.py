"""What the session is to produce: whose objectives, for which period. Nothing later begins before it is said. Source: O-05."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from service.domain.room.act import Act, Stamp, words
from service.domain.room.blockers import Blocker
from service.domain.room.running import require_ahead
from service.domain.room.seats import require_console
from service.domain.room.session import Scope
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room
    from service.domain.room.steps import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What was agreed on. `scope` is None as long as nobody has said it in the room; the booking only proposes one."""

    scope: Scope | None = None
    period: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetScope(Act):
    """Say whose objectives are planned and for which period."""

    kind: ClassVar[str] = "set_scope"
    summary: ClassVar[str] = "Set scope and period"
    said: ClassVar[str] = "Scope set"
    scope: Scope
    period: str = words(at_most=120)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen."""
        require_console(room=room, by=stamp.by)
        require_ahead(room=room)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Keep both; what the session plans for follows."""
        outline = Outline(scope=self.scope, period=self.period)
        return replace(room, outline=outline, session=replace(room.session, scope=self.scope))


def rule(room: Room, facts: Facts, step: Step) -> Iterable[Blocker]:  # noqa: ARG001
    """Lock the later steps until scope, period and decisions are on the table. Source: O-05."""
    if step.kind is not StepKind.SCOPE:
        return
    if room.outline.scope is None:
        yield Blocker(
            rule="O-05",
            message="Nobody has said yet whose objectives are planned, and for which period.",
            way_out="The facilitator sets both at the desk below.",
            subject_id="scope",
        )
    if not room.decisions.all:
        yield Blocker(
            rule="O-05",
            message="There is no decision to make yet.",
            way_out="Write down what must be decided before you leave.",
            subject_id="decisions",
        )


ACTS = (SetScope,)
