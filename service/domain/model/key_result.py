"""A measurable outcome of one objective."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from service.domain.model.shape import Shape, Waypoint


class Direction(StrEnum):
    """The kind of movement that is success; one progress formula each. Source: requirements 3.1.

    INCREASE and DECREASE go from baseline to target; STAY_ABOVE and STAY_BELOW hold a bound (`target`); BETWEEN holds
    [lower, upper]; BINARY is done or not; MILESTONES, RATIO and ZONE carry their own data in `KeyResult.shape`.
    """

    INCREASE = "increase"
    DECREASE = "decrease"
    STAY_ABOVE = "stay_above"
    STAY_BELOW = "stay_below"
    BETWEEN = "between"
    BINARY = "binary"
    MILESTONES = "milestones"
    RATIO = "ratio"
    ZONE = "zone"


class TrackerKind(StrEnum):
    """Where a key result's current value comes from."""

    FIELD = "field"
    JQL = "jql"
    INITIATIVES = "initiatives"
    PUSH = "push"
    MANUAL = "manual"


class KeyResultState(StrEnum):
    """The life of a key result; cancelled ones stay listed but leave every denominator."""

    ACTIVE = "active"
    CANCELLED = "cancelled"


class Commitment(StrEnum):
    """How sure the team means to be. The two are listed, scored and reported apart. Source: W-12, G-22.

    MOONSHOT: about 40 % chance of full achievement. COMMITTED (roofshot): expected score 1.0. None on a key result means
    that the team did not say, and the preset's ordinary bands hold.
    """

    MOONSHOT = "moonshot"
    COMMITTED = "committed"


class OwnerState(StrEnum):
    """What the last ownership check found. Source: T-08, M-17 and requirements 2 runner-up 11."""

    UNCHECKED = "unchecked"
    OK = "ok"
    MISSING = "missing"
    INACTIVE = "inactive"
    UNKNOWN = "unknown"
    CANNOT_SEE = "cannot_see"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracker:
    """Where the value comes from, and the Jira field that shows it.

    `slot` is 1…5 for the fields *KR 1…5*; `field_id` is a bound number field (`customfield_10042`) instead of a slot.
    Exactly one of the two is set once the objective has an epic. `seen_value` is the field as last read or written (the base
    of the three-way decision); `seen` tells "never looked" from "looked and empty".
    `method` refines the kind: for INITIATIVES `count` | `points` | `category_weights`; for JQL the aggregate.
    `issue_id` and `issue_field_id` name a number on another issue that FIELD reads; the slot then only shows it.
    """

    kind: TrackerKind = TrackerKind.FIELD
    slot: int | None = None
    field_id: str | None = None
    method: str | None = None
    jql: str | None = None
    jql_field: str | None = None
    jql_denominator: str | None = None
    issue_id: str | None = None
    issue_field_id: str | None = None
    seen: bool = False
    seen_value: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyResult:
    """A metric with baseline, target, weight and exactly one owner (an account id).

    Units: baseline, target, lower, upper and values are in `unit` (`%`, `EUR`, `h`, `count`, free text); a percentage is
    stored as 0–100. `confidence` is 0.0–1.0. `shape` holds what the direction needs beyond baseline and target
    (`shape_texts.py` turns it into text and back); `path` is the planned course, empty for a straight line.
    `is_enabler` marks an output admitted by a waiver: it never counts in an average (requirements 2.9).
    """

    id: str
    objective_id: str
    title: str
    direction: Direction
    baseline: float | None
    target: float | None
    unit: str = ""
    lower: float | None = None
    upper: float | None = None
    weight: float = 1.0
    owner: str | None = None
    owner_state: OwnerState = OwnerState.UNCHECKED
    confidence: float | None = None
    starts_on: date | None = None
    due_on: date | None = None
    tracker: Tracker = Tracker()
    state: KeyResultState = KeyResultState.ACTIVE
    shape: Shape | None = None
    path: tuple[Waypoint, ...] = ()
    commitment: Commitment | None = None
    is_enabler: bool = False
    option_id: int | None = None
    position: int = 0
