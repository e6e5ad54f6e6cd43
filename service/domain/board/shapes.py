"""What a board is made of. Frozen results only; the building is in `build.py`."""

from dataclasses import dataclass
from datetime import datetime

from service.domain.challenge import Guarded
from service.domain.forecast import Outlook
from service.domain.model import Cycle, Issue, KeyResult, Objective, Status, Team


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something a person must put right. `code` is stable; the message names the thing, `way_out` what to do."""

    code: str
    message: str
    way_out: str
    key_result_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One instant of a series. Units: `value` in the key result's unit (None for objectives), `progress` and `confidence` 0.0–1.0."""

    at: datetime
    value: float | None
    progress: float | None
    confidence: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyResultView:
    """A key result with what follows from its check-ins and initiatives.

    Units: `progress` 0.0–1.0 for roll-ups, `raw_progress` unclamped (may be negative or above 1), `expected` the progress the
    pace expects now, `effort` the share of initiatives done. None means "no data", never 0.
    `measured_value` is what the tracker said last and `measured_at` when: it stands beside what a person has said since.
    `outlook` is where the key result will land, if it was asked for. `guarded` is the score with its guardrails, if it has any:
    a broken one never changes `progress`.
    `status` is what counts (human over computed), `computed_status` what the rule says.
    """

    key_result: KeyResult
    value: float | None
    progress: float | None
    raw_progress: float | None
    expected: float | None
    status: Status
    computed_status: Status
    confidence: float | None
    last_checkin_at: datetime | None
    series: tuple[Point, ...]
    initiatives: tuple[Issue, ...]
    effort: float | None
    problems: tuple[Problem, ...]
    measured_value: float | None = None
    measured_at: datetime | None = None
    outlook: Outlook | None = None
    guarded: Guarded | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveView:
    """An objective with its rolled-up numbers. `series` has one point a week of the cycle so far plus now."""

    objective: Objective
    team: Team
    progress: float | None
    expected: float | None
    confidence: float | None
    status: Status
    key_results: tuple[KeyResultView, ...]
    series: tuple[Point, ...]
    child_ids: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamView:
    """A team's objectives in their order."""

    team: Team
    progress: float | None
    objectives: tuple[ObjectiveView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A whole cycle; company teams come first in `teams`.

    `north_star` is the company objective without a parent that comes first, if there is one.

    Units: `elapsed` is the share of the cycle that is over, 0.0–1.0.
    """

    cycle: Cycle
    as_of: datetime
    elapsed: float
    progress: float | None
    north_star: ObjectiveView | None
    teams: tuple[TeamView, ...]

    def objectives(self) -> tuple[ObjectiveView, ...]:
        """Return every objective of the board, in reading order."""
        return tuple(view for team in self.teams for view in team.objectives)
