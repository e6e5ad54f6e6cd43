"""An objective's status from those of its key results and child objectives. Source: requirements 3.2, status roll-up."""

import math
from collections.abc import Iterable
from typing import Final

from service.domain.model import Cycle, CycleState, Objective, ObjectiveState, Status
from service.domain.pace import computed_status
from service.domain.presets import Preset, StatusRollup

WORST_FIRST: Final = (
    Status.MISSED,
    Status.AT_RISK,
    Status.OUTDATED,
    Status.BEHIND,
    Status.ON_TRACK,
    Status.DONE,
)
"""Not started and cancelled members say nothing about the whole."""

_CATEGORIES: Final = {Status.DONE: 1, Status.ON_TRACK: 1, Status.BEHIND: 2}
_BY_CATEGORY: Final = {1: Status.ON_TRACK, 2: Status.BEHIND, 3: Status.AT_RISK}
"""BOJA's on track, at risk, off track as 1, 2, 3. Source: requirements 3.2."""


def objective_status(
    *,
    objective: Objective,
    cycle: Cycle,
    preset: Preset,
    progress: float | None,
    expected: float | None,
    elapsed: float,
    members: Iterable[Status],
) -> Status:
    """Return the status of an objective by the preset's way of rolling up.

    `members` are the statuses of what counts in its progress. In a closed cycle the score alone decides.
    """
    if objective.state is ObjectiveState.CANCELLED:
        return Status.CANCELLED
    if cycle.state is CycleState.CLOSED or objective.state is ObjectiveState.CLOSED:
        return Status.DONE if progress is not None and progress >= preset.good_score else Status.MISSED
    known = [status for status in members if status in WORST_FIRST]
    weakest = min(known, key=WORST_FIRST.index, default=Status.NOT_STARTED)
    if preset.status_rollup is StatusRollup.MEAN and known and weakest is not Status.DONE:
        mean = sum(_CATEGORIES.get(status, 3) for status in known) / len(known)
        return _BY_CATEGORY[math.floor(mean + 0.5)]
    if preset.status_rollup is not StatusRollup.PROGRESS or progress is None or expected is None:
        return weakest
    if known and all(status is Status.OUTDATED for status in known):
        return Status.OUTDATED
    return computed_status(rule=preset.status_rule, progress=progress, expected=expected, elapsed=elapsed)
