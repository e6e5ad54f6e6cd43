"""Taking an unfinished objective into the next cycle without losing where it came from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from service.domain.errors import DomainError
from service.domain.model import (
    Cycle,
    CycleState,
    Direction,
    KeyResult,
    KeyResultState,
    MilestoneShape,
    Objective,
    ObjectiveState,
    OwnerState,
)


class CarryRefused(DomainError):
    """The objective cannot be carried forward."""

    code: ClassVar[str] = "carry_refused"
    status: ClassVar[int] = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """The new objective and its key results; `came_from` names for each new key result the one it goes on with."""

    objective: Objective
    key_results: tuple[KeyResult, ...]
    came_from: Mapping[str, str]


def carry_forward(
    *,
    objective: Objective,
    key_results: Sequence[KeyResult],
    values: Mapping[str, float | None],
    progresses: Mapping[str, float | None],
    into: Cycle,
    new_id: Callable[[], str],
) -> Carried:
    """Return the objective anew in the cycle `into`, with the key results that are not finished.

    What moves from a baseline starts again from the last value, so that the new cycle measures its own way; the old rows keep
    theirs. Dates and planned paths are the old cycle's and are left behind. The epic goes along, and with it the field that
    shows each value: in another one its number would be read as somebody else's.
    Raises: CarryRefused.
    """
    if into.state is not CycleState.PLANNING and into.state is not CycleState.ACTIVE:
        raise CarryRefused(
            f"The cycle {into.key} is {into.state}. Choose one that is planned or runs.", field="cycle_id"
        )
    if into.id == objective.cycle_id:
        raise CarryRefused("The objective is in this cycle already. Choose a later one.", field="cycle_id")
    if objective.state is ObjectiveState.CANCELLED:
        raise CarryRefused(f"“{objective.title}” was cancelled. Write a new objective instead.", field="objective_id")
    open_ones = [
        row
        for row in key_results
        if row.state is KeyResultState.ACTIVE and not row.is_enabler and (progresses.get(row.id) or 0.0) < 1
    ]
    if not open_ones:
        raise CarryRefused(
            f"Every key result of “{objective.title}” is finished: nothing to carry.", field="objective_id"
        )
    carried = replace(
        objective,
        id=new_id(),
        cycle_id=into.id,
        state=ObjectiveState.ACTIVE,
        parent_id=None,
        carried_from_id=objective.id,
        changed_rev=0,
        published_rev=0,
        publish_error=None,
    )
    came_from: dict[str, str] = {}
    rows = []
    for row in open_ones:
        fresh = _fresh(row, carried.id, new_id(), values.get(row.id))
        came_from[fresh.id] = row.id
        rows.append(fresh)
    return Carried(objective=carried, key_results=tuple(rows), came_from=came_from)


def _fresh(row: KeyResult, objective_id: str, id_: str, value: float | None) -> KeyResult:
    moves = row.direction in (Direction.INCREASE, Direction.DECREASE, Direction.RATIO)
    shape = row.shape
    if isinstance(shape, MilestoneShape):
        left = tuple(replace(each, due_on=None) for each in shape.milestones if each.done_on is None)
        shape = MilestoneShape(milestones=left) if left else shape
    return replace(
        row,
        id=id_,
        objective_id=objective_id,
        baseline=value if moves and value is not None else row.baseline,
        shape=shape,
        path=(),
        starts_on=None,
        due_on=None,
        confidence=None,
        owner_state=OwnerState.UNCHECKED,
        option_id=None,
        tracker=replace(row.tracker, seen=False, seen_value=None),
    )
