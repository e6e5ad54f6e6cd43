"""Words and colours of states. A colour never speaks alone: every lozenge carries its word."""

from typing import Final

from service.domain.model import CheckinSource, CycleState, OwnerState, Status, StatusCategory, TeamKind
from service.domain.wording import STATUS_WORDS

_STATUS: Final = {
    Status.NOT_STARTED: "neutral",
    Status.ON_TRACK: "success",
    Status.BEHIND: "warning",
    Status.AT_RISK: "danger",
    Status.OUTDATED: "discovery",
    Status.DONE: "bold-success",
    Status.MISSED: "bold-danger",
    Status.CANCELLED: "neutral",
}
_CYCLE: Final = {
    CycleState.PLANNING: ("Planning", "information"),
    CycleState.ACTIVE: ("Active", "success"),
    CycleState.REVIEW: ("In review", "warning"),
    CycleState.CLOSED: ("Closed", "neutral"),
}
_CATEGORY: Final = {
    StatusCategory.TO_DO: "neutral",
    StatusCategory.IN_PROGRESS: "information",
    StatusCategory.DONE: "success",
}
_SOURCE: Final = {
    CheckinSource.HUMAN: "Check-in",
    CheckinSource.FIELD: "Jira field",
    CheckinSource.TRACKER: "From initiatives",
    CheckinSource.PUSH: "Pushed",
    CheckinSource.IMPORT: "Imported",
}
_OWNER: Final = {
    OwnerState.MISSING: "No owner",
    OwnerState.INACTIVE: "Account is inactive",
    OwnerState.UNKNOWN: "Account not found",
    OwnerState.CANNOT_SEE: "Cannot see the epic",
}
_KIND: Final = {TeamKind.COMPANY: "Company", TeamKind.DEPARTMENT: "Department", TeamKind.TEAM: "Team"}


def status_word(status: Status) -> str:
    """Return the status as a person says it."""
    return STATUS_WORDS[status].capitalize()


def status_tone(status: Status) -> str:
    """Return the colour family of a status."""
    return _STATUS[status]


def cycle_word(state: CycleState) -> str:
    """Return the cycle's state as a person says it."""
    return _CYCLE[state][0]


def cycle_tone(state: CycleState) -> str:
    """Return the colour family of a cycle's state."""
    return _CYCLE[state][1]


def category_tone(category: StatusCategory) -> str:
    """Return the colour family of a Jira status category."""
    return _CATEGORY[category]


def source_word(source: CheckinSource) -> str:
    """Return where a check-in came from."""
    return _SOURCE[source]


def owner_word(state: OwnerState) -> str:
    """Return what is wrong with an owner; empty if nothing is."""
    return _OWNER.get(state, "")


def kind_word(kind: TeamKind) -> str:
    """Return the level of a team."""
    return _KIND[kind]
