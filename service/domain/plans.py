"""What every part of a plan must fulfil: a usable title, a plan that is still open, dates inside its cycle.

The numbers of a key result and of a check-in are in `key_results_rules.py`.
"""

from typing import ClassVar, Final

from service.domain.errors import DomainError
from service.domain.model import Cycle, CycleState, KeyResult, KeyResultState, Objective, ObjectiveState, TrackerKind

LONGEST_TITLE: Final = 255
"""What Jira takes as an issue's summary. Source: Jira v3, field `summary`."""


class TitleInvalid(DomainError):
    """A title is empty or too long for a Jira summary."""

    code: ClassVar[str] = "title_invalid"


class PlanClosed(DomainError):
    """The objective, key result or cycle no longer changes."""

    code: ClassVar[str] = "plan_closed"
    status: ClassVar[int] = 409


class OutsideCycle(DomainError):
    """A key result's own dates leave its cycle."""

    code: ClassVar[str] = "outside_cycle"


class TrackerIncomplete(DomainError):
    """A tracker lacks what it would have to look at."""

    code: ClassVar[str] = "tracker_incomplete"


def clean_title(*, title: str, field: str = "title") -> str:
    """Return the title as Jira would keep it: one line, single spaces.

    Raises: TitleInvalid.
    """
    clean = " ".join(title.split())
    if not clean:
        raise TitleInvalid(f"The {field} is empty. Write a few words.", field=field)
    if len(clean) > LONGEST_TITLE:
        raise TitleInvalid(
            f"The {field} has {len(clean)} characters; Jira takes {LONGEST_TITLE}. Shorten it.", field=field
        )
    return clean


def require_open(*, cycle: Cycle, objective: Objective, key_result: KeyResult | None = None) -> None:
    """Refuse to change a plan that is over: a closed cycle, a closed or cancelled objective, a cancelled key result.

    Raises: PlanClosed.
    """
    require_not_cancelled(objective=objective, key_result=key_result)
    if cycle.state is CycleState.CLOSED:
        raise PlanClosed(f"The cycle {cycle.key} is closed. Carry the objective forward into an open cycle.")
    if objective.state is ObjectiveState.CLOSED:
        raise PlanClosed(f"The objective “{objective.title}” is closed. Carry it forward into an open cycle.")


def require_not_cancelled(*, objective: Objective, key_result: KeyResult | None = None) -> None:
    """Refuse to touch what was given up. Raises: PlanClosed."""
    if objective.state is ObjectiveState.CANCELLED:
        raise PlanClosed(f"The objective “{objective.title}” is cancelled. Create a new one instead.")
    if key_result is not None and key_result.state is KeyResultState.CANCELLED:
        raise PlanClosed(f"The key result “{key_result.title}” is cancelled. Add a new one instead.")


def require_fits_cycle(*, key_result: KeyResult, cycle: Cycle) -> None:
    """Refuse own dates outside the cycle and a tracker without its query. Raises: OutsideCycle, TrackerIncomplete."""
    for field in ("starts_on", "due_on"):
        day = getattr(key_result, field)
        if day is not None and not cycle.starts_on <= day <= cycle.ends_on:
            raise OutsideCycle(
                f"{day} is outside the cycle {cycle.key} ({cycle.starts_on} to {cycle.ends_on}). Choose a day inside it.",
                field=field,
            )
    if key_result.tracker.kind is TrackerKind.JQL and not key_result.tracker.jql:
        raise TrackerIncomplete(
            "A JQL tracker needs the query it should count. Give `jql`, or choose another tracker.",
            field="tracker_kind",
        )
