"""What a person must put right: found from the rows alone. Codes are stable; every problem names its way out."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from service.domain.board.shapes import Problem
from service.domain.model import (
    Checkin,
    Cycle,
    CycleState,
    Direction,
    KeyResult,
    KeyResultState,
    Objective,
    ObjectiveState,
    OwnerState,
    RatioShape,
)
from service.domain.pace import Span
from service.domain.presets import Preset
from service.domain.progress.ratio import is_denominator_shrinking

FIRST_WEEK: Final = timedelta(days=7)
"""Source: T-15, initiatives are attached within the first week; from day 8 on their absence is a problem."""
_OWNER: Final = {
    OwnerState.MISSING: ("owner_missing", "has no owner.", "Choose one person who answers for this number."),
    OwnerState.INACTIVE: ("owner_inactive", "has an owner whose account is deactivated.", "Choose an active person."),
    OwnerState.UNKNOWN: ("owner_unknown", "has an owner whom Jira does not know.", "Choose a person of this site."),
    OwnerState.CANNOT_SEE: (
        "owner_cannot_see_epic",
        "has an owner who may not see its epic.",
        "Give them Browse Projects in the epic's project, or choose somebody else.",
    ),
}


def key_result_problems(
    *,
    key_result: KeyResult,
    cycle: Cycle,
    checkins: Sequence[Checkin],
    is_outdated: bool,
    span: Span,
    preset: Preset,
    now: datetime,
    is_mapped: bool,
    initiatives: int,
) -> tuple[Problem, ...]:
    """Return what is wrong with an active key result of an open cycle. `checkins` oldest first; `initiatives` counts its issues."""
    if key_result.state is not KeyResultState.ACTIVE or cycle.state is CycleState.CLOSED:
        return ()
    found: list[Problem] = []

    def add(code: str, message: str, way_out: str) -> None:
        text = f"“{key_result.title}” {message}"
        found.append(Problem(code=code, message=text, way_out=way_out, key_result_id=key_result.id))

    state = key_result.owner_state if key_result.owner else OwnerState.MISSING
    if state in _OWNER:
        add(*_OWNER[state])
    if not any(each.value is not None for each in checkins):
        if now > span.starts_at + timedelta(days=preset.checkin_days):
            add("no_data", "has no value yet.", "Record a first check-in, or connect it to a field or a query.")
    elif is_outdated:
        days = (now - checkins[-1].at).days
        add("checkin_overdue", f"was last updated {days} days ago.", "Check in now: one number and how sure you are.")
    if initiatives == 0 and now >= span.starts_at + FIRST_WEEK:
        add(
            "no_initiative",
            "has no initiative after the first week.",
            "Link the two or three issues that should move it.",
        )
    if is_mapped and key_result.tracker.slot is None and key_result.tracker.field_id is None:
        way_out = "Check in here, which needs none, or change its tracker and bind it to a number field of the epic."
        add("no_field", "has no field on the epic.", way_out)
    if key_result.direction is Direction.RATIO:
        shape = key_result.shape if isinstance(key_result.shape, RatioShape) else RatioShape()
        if is_denominator_shrinking(checkins=checkins, shape=shape):
            add("denominator_shrinking", "is measured on a shrinking base.", "Explain the base in the next check-in.")
    return tuple(found)


def objective_problems(
    *, objective: Objective, cycle: Cycle, active_key_results: int, preset: Preset
) -> tuple[Problem, ...]:
    """Return what is wrong with an objective itself; its key results carry their own problems."""
    if objective.state is not ObjectiveState.ACTIVE or cycle.state is CycleState.CLOSED:
        return ()
    name = f"“{objective.title}”"
    found: list[Problem] = []
    if objective.epic_gone:
        found.append(
            Problem(
                code="epic_gone",
                message=f"The epic {objective.epic_key or ''} of {name} no longer exists in Jira.".replace("  ", " "),
                way_out="Restore the epic, or map the objective to another one.",
            )
        )
    elif objective.epic_id is None:
        found.append(
            Problem(
                code="not_mapped",
                message=f"{name} has no epic.",
                way_out="Create an epic for it, or adopt an existing one.",
            )
        )
    if objective.publish_error:
        found.append(
            Problem(
                code="publish_error",
                message=f"Jira was not told the latest numbers of {name}: {objective.publish_error}",
                way_out="Follow the reason given; the next change or the next sweep tries again.",
            )
        )
    if active_key_results == 0:
        found.append(Problem(code="no_key_results", message=f"{name} has no key result.", way_out="Add the first one."))
    highest = preset.key_results.maximum
    if highest is not None and active_key_results > highest:
        found.append(
            Problem(
                code="too_many_key_results",
                message=f"{name} has {active_key_results} key results; {preset.name} allows {highest}.",
                way_out="Cancel or merge the least important ones.",
            )
        )
    return tuple(found)
