"""What a key result needs beyond baseline and target, one small shape per direction. How progress follows from them is in `progress/`."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class HoldMethod(StrEnum):
    """How a bound that is held (or not) becomes progress. Source: requirements 3.1, row "Stay ≥ / ≤".

    NOW: 1 if the latest value complies, else 0. SHARE: compliant check-ins / all. DISTANCE: 1 + how far the latest value is
    inside the bound, relative to it. AVERAGE, SUM, MINIMUM: the average of the values, their sum, or the worst of them is
    measured by its distance.
    """

    NOW = "now"
    SHARE = "share"
    DISTANCE = "distance"
    AVERAGE = "average"
    SUM = "sum"
    MINIMUM = "minimum"


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldShape:
    """For STAY_ABOVE and STAY_BELOW."""

    method: HoldMethod = HoldMethod.NOW


@dataclass(frozen=True, slots=True, kw_only=True)
class BandShape:
    """For BETWEEN. Units: `tolerance` in the key result's unit; outside the band progress falls to 0 over that distance."""

    tolerance: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """One step of a milestone list. `id` is unique within its list; an undated one is due at the end."""

    id: str
    title: str
    weight: float = 1.0
    due_on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneShape:
    """For MILESTONES. The value of such a key result is the done share of the weights in percent (0–100)."""

    milestones: tuple[Milestone, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatioShape:
    """For RATIO: value = `factor` × numerator / denominator.

    A check-in whose denominator is below `least_denominator` is flagged: a share can be "improved" by shrinking what it is a
    share of. Units: `factor` 100 makes percent.
    """

    least_denominator: float | None = None
    factor: float = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneShape:
    """For ZONE: the stretch end; `baseline` is the key result's, commit and target lie 30 % and 70 % of the way unless given."""

    stretch: float
    commit: float | None = None
    target: float | None = None


Shape = HoldShape | BandShape | MilestoneShape | RatioShape | ZoneShape


@dataclass(frozen=True, slots=True, kw_only=True)
class Waypoint:
    """A point of a planned path: by the end of `on` the progress should be `progress` (0.0–1.0)."""

    on: date
    progress: float
