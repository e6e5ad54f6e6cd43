"""Key results that nobody moves: told to their owner first, then to the team and to the objective above. Source: T-24.

The first word stands on the key result's own row, beside its owner (`checkin_overdue`). Who does not answer within the same time
again is not asked a third time: the objective says it, and so does every objective that it contributes to.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from service.domain.board.shapes import KeyResultView, ObjectiveView, Problem
from service.domain.model import Cycle, CycleState, Status
from service.domain.pace import Span
from service.domain.presets import Preset

ESCALATED: Final = "stalled"
_PATIENCE: Final = 2
"""Ours: as long again as a doctrine waits before it calls a key result outdated."""


def stalled(
    *, key_results: Iterable[KeyResultView], cycle: Cycle, span: Span, preset: Preset, now: datetime
) -> tuple[Problem, ...]:
    """Return what an objective has to say of its key results whose owners did not answer. Units: whole days."""
    if cycle.state is CycleState.CLOSED:
        return ()
    patience = timedelta(days=_PATIENCE * preset.outdated_after_days)
    found = []
    for view in key_results:
        waited = now - max(view.last_checkin_at or span.starts_at, span.starts_at)
        if view.status is Status.OUTDATED and waited > patience:
            whose = "its owner has not answered" if view.key_result.owner else "it has no owner"
            found.append(
                Problem(
                    code=ESCALATED,
                    message=f"“{view.key_result.title}” has stalled: no word for {waited.days} days, and {whose}.",
                    way_out="Ask what is in the way, hand it to somebody else, or cancel it with a reason.",
                    key_result_id=view.key_result.id,
                )
            )
    return tuple(found)


def passed_up(*, children: Sequence[ObjectiveView]) -> tuple[Problem, ...]:
    """Return what the objectives below say has stalled."""
    return tuple(problem for child in children for problem in child.problems if problem.code == ESCALATED)
