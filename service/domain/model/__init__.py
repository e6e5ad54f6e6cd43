"""The nouns of the product (design section 3), one file each, frozen. Behaviour lives in the sibling packages."""

from service.domain.model.checkin import Checkin, CheckinSource
from service.domain.model.cycle import Cycle, CycleKind, CycleState
from service.domain.model.initiative import Initiative, Issue, LinkSource, StatusCategory
from service.domain.model.key_result import (
    Commitment,
    Direction,
    KeyResult,
    KeyResultState,
    OwnerState,
    Tracker,
    TrackerKind,
)
from service.domain.model.objective import Objective, ObjectiveState, ParentLink, RollupMode
from service.domain.model.shape import (
    BandShape,
    HoldMethod,
    HoldShape,
    Milestone,
    MilestoneShape,
    RatioShape,
    Shape,
    Waypoint,
    ZoneShape,
)
from service.domain.model.site import Site
from service.domain.model.status import Status
from service.domain.model.team import Team, TeamKind

__all__ = [
    "BandShape",
    "Checkin",
    "CheckinSource",
    "Commitment",
    "Cycle",
    "CycleKind",
    "CycleState",
    "Direction",
    "HoldMethod",
    "HoldShape",
    "Initiative",
    "Issue",
    "KeyResult",
    "KeyResultState",
    "LinkSource",
    "Milestone",
    "MilestoneShape",
    "Objective",
    "ObjectiveState",
    "OwnerState",
    "ParentLink",
    "RatioShape",
    "RollupMode",
    "Shape",
    "Site",
    "Status",
    "StatusCategory",
    "Team",
    "TeamKind",
    "Tracker",
    "TrackerKind",
    "Waypoint",
    "ZoneShape",
]
