"""What must be there before a step may end. Each topic states its own rules; here they are put together and waived.

Source: M-07, M-09, M-19, O-02, O-05, O-12, O-17, T-14 (each rule names its own).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room
    from service.domain.room.steps import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker:
    """Something missing. `rule` is a requirement id; a hard one keeps the step from ending unless it is waived.

    `subject_id` is the thing it is about; "" for the whole step.
    """

    rule: str
    message: str
    way_out: str
    is_hard: bool = True
    can_waive: bool = False
    subject_id: str = ""


Rule = Callable[["Room", "Facts", "Step"], Iterable[Blocker]]


def blockers(*, room: Room, facts: Facts, step: Step) -> tuple[Blocker, ...]:
    """Return what keeps a step from ending well, without what was waived with a reason."""
    found = (each for rule in _rules() for each in rule(room, facts, step))
    return tuple(each for each in found if not (each.can_waive and room.gates.is_waived(each)))


def _rules() -> tuple[Rule, ...]:
    # Here, not at the top: the topics' acts ask for blockers themselves.
    from service.domain.room.rules import RULES

    return RULES
