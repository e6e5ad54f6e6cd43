"""The one list of statuses."""

from enum import StrEnum


class Status(StrEnum):
    """How a key result or an objective stands. Source: design section 3."""

    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    AT_RISK = "at_risk"
    OUTDATED = "outdated"
    DONE = "done"
    MISSED = "missed"
    CANCELLED = "cancelled"
