"""The nouns of the product (design section 3), one file each, frozen. Behaviour lives in the sibling packages."""

from service.domain.model.checkin import Checkin, CheckinSource
from service.domain.model.cycle import Cycle, CycleKind, CycleState
from service.domain.model.initiative import Initiative, Issue, LinkSource, StatusCategory
from service.domain.model.key_result import Direction, KeyResult, KeyResultState, OwnerState, Tracker, TrackerKind
from service.domain.model.objective import Objective, ObjectiveState, RollupMode
from service.domain.model.site import Site
from service.domain.model.status import Status
from service.domain.model.team import Team, TeamKind

__all__ = [
    "Checkin",
    "CheckinSource",
    "Cycle",
    "CycleKind",
    "CycleState",
    "Direction",
    "Initiative",
    "Issue",
    "KeyResult",
    "KeyResultState",
    "LinkSource",
    "Objective",
    "ObjectiveState",
    "OwnerState",
    "RollupMode",
    "Site",
    "Status",
    "StatusCategory",
    "Team",
    "TeamKind",
    "Tracker",
    "TrackerKind",
]
